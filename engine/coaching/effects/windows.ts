import { LOOK_DAYS, VERDICT_DAY } from '../../statistics/index.ts'

/** Day numbers, both ends included. */
export interface Days {
  from: number
  to: number
}

/** The stretches of time an effect is made from. */
export interface EffectWindows {
  /** Four weeks that end before those that selected the agent begin. */
  before: Days
  /** The weeks whose figures put the agent on the list. */
  selecting: Days
  /** Everything known before the session: both, and the days between them and the session. */
  known: Days
  /** The day after the session to the newest data, eight weeks at most; null before that day. */
  after: Days | null
  looks: { weeks: number; day: number; isReached: boolean }[]
  verdictDay: number
}

const BEFORE_DAYS = 28
const SELECTING_DAYS = 28

/**
 * The windows of a session on day `heldDay`, with data up to `newestDay`. The selecting weeks are those the ranking looked at (four weeks up to the session
 * where none were), cut where they reach to the session's own day; the time before ends where they begin, so that what made the agent look bad is never the only
 * thing the change is measured from. What is newer than eight weeks after the session is left alone: the one verdict never changes with time.
 */
export function effectWindows(heldDay: number, selecting: Days | null, newestDay: number): EffectWindows {
  const to = Math.min(selecting?.to ?? heldDay - 1, heldDay - 1)
  const from = Math.min(selecting?.from ?? to - SELECTING_DAYS + 1, to)
  const before = { from: from - BEFORE_DAYS, to: from - 1 }
  const last = Math.min(newestDay, heldDay + VERDICT_DAY)
  return {
    before,
    selecting: { from, to },
    known: { from: before.from, to: heldDay - 1 },
    after: last > heldDay ? { from: heldDay + 1, to: last } : null,
    looks: LOOK_DAYS.map((days) => ({
      weeks: days / 7,
      day: heldDay + days,
      isReached: newestDay >= heldDay + days,
    })),
    verdictDay: heldDay + VERDICT_DAY,
  }
}
