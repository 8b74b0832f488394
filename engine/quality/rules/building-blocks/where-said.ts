import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import type { Reason } from '../unfit.ts'
import { unknown } from './finding.ts'
import type { BlockPlace, Finding, Occurrence } from './finding.ts'
import type { Look } from './look.ts'
import { ownTurns } from './region.ts'
import type { Speaker } from './phrase-search.ts'
import type { Region } from './region.ts'
import { positionAfterMs, positionBeforeMs } from './times.ts'
import { reasons } from '../reasons.ts'

export type WhereSaid = NonNullable<Extract<RuleCondition, { kind: 'said' }>['where']>

const noTimes: Reason = ['uncertain', reasons.noTimes]
/** A part that reaches this far into the conversation is taken to reach its end. */
const nearlyAll = 0.95

/** The part of a region in which something has to be said; null where that takes times and there are none. */
export function placeIn(look: Look, region: Region, by: Speaker, where: WhereSaid): Region | null {
  const { prepared } = look
  const { turns, turnsBy } = prepared
  let { from, to } = region
  const narrow = (least: number, most: number) => {
    from = Math.max(from, least)
    to = Math.min(to, most)
  }
  const own = ownTurns(prepared, by, region)
  if (where.firstTurns !== undefined && own.last >= own.first)
    narrow(0, turns[turnsBy[by][Math.min(own.last, own.first + where.firstTurns - 1)]!]!.to)
  if (where.lastTurns !== undefined && own.last >= own.first)
    narrow(turns[turnsBy[by][Math.max(own.first, own.last - where.lastTurns + 1)]!]!.from, Infinity)
  const words = region.to - region.from
  if (where.fromShare !== undefined) narrow(region.from + where.fromShare * words, Infinity)
  // what begins by then counts, wherever it ends
  if (where.toShare !== undefined) narrow(0, Math.floor(region.from + where.toShare * words) + 1)
  const { fromSeconds, toSeconds, lastSeconds } = where
  if (fromSeconds !== undefined || toSeconds !== undefined || lastSeconds !== undefined) {
    const times = timesIn(look, region)
    if (times === null) return null
    const earliestMs = Math.max(
      times.startMs + (fromSeconds ?? 0) * 1000,
      times.endMs - (lastSeconds ?? Infinity) * 1000,
    )
    narrow(positionBeforeMs(prepared, earliestMs), Infinity)
    if (toSeconds !== undefined) narrow(0, positionAfterMs(prepared, times.startMs + toSeconds * 1000))
  }
  const isFromLater =
    where.lastTurns !== undefined ||
    lastSeconds !== undefined ||
    (where.fromShare ?? 0) > 0 ||
    (fromSeconds ?? 0) > 0
  const isToSooner =
    where.firstTurns !== undefined || toSeconds !== undefined || (where.toShare ?? 1) < nearlyAll
  return {
    from,
    // limits that exclude each other here leave nothing
    to: Math.max(from, to),
    reachesStart: region.reachesStart && !isFromLater,
    reachesEnd: region.reachesEnd && !isToSooner,
  }
}

/** The occurrences that begin in a place and lie in its region. */
export function occurrencesIn(
  look: Look,
  occurrences: readonly Occurrence[],
  region: Region,
  place: Region,
): Occurrence[] {
  look.left -= occurrences.length
  return occurrences.filter(
    ({ from, to }) => from >= place.from && from < place.to && from >= region.from && to <= region.to,
  )
}

/** What is not said in a place: false, or unknown where the transcript may lack it. */
export function notFound(look: Look, block: BlockPlace, place: Region, by: Speaker): Finding {
  const lacking = [
    place.reachesStart ? look.missing.start : undefined,
    place.reachesEnd ? look.missing.end : undefined,
  ]
  // an edge that was not understood is the agent's
  const reason = lacking.find(
    (one) => one !== undefined && (by !== 'customer' || one[0] !== 'not-understood'),
  )
  if (reason !== undefined) return unknown(block, reason)
  const { prepared } = look
  const own = ownTurns(prepared, by, place)
  const unheard = prepared.unheard.filter(
    ({ speaker, at }) => (by === 'anyone' || speaker === by) && at >= place.from && at <= place.to,
  ).length
  const heard = Math.max(0, own.last - own.first + 1)
  if (unheard > look.mostUnheardShare * (unheard + heard))
    return unknown(block, ['not-understood', reasons.partNotUnderstood])
  const isAtEnd = place.reachesEnd && !place.reachesStart
  const turn = prepared.turnsBy[by][isAtEnd ? own.last : own.first]
  return {
    block,
    holds: false,
    occurrences: [],
    parts: [],
    ...(turn === undefined || heard === 0 ? {} : { expected: { turn, isAtEnd } }),
  }
}

/** Unknown for want of times. */
export function withoutTimes(block: BlockPlace): Finding {
  return unknown(block, noTimes)
}

function timesIn({ prepared }: Look, { from, to }: Region): { startMs: number; endMs: number } | null {
  const { source, turns } = prepared
  let startMs = Infinity
  let endMs = -Infinity
  for (const turn of turns) {
    if (turn.to <= from || turn.from >= to) continue
    for (const index of turn.segmentIndexes) {
      const segment = source.segments[index]!
      if (segment.startMs === null || segment.endMs === null) return null
      startMs = Math.min(startMs, segment.startMs)
      endMs = Math.max(endMs, segment.endMs)
    }
  }
  return startMs === Infinity ? null : { startMs, endMs }
}
