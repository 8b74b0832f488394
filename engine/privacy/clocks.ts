import type { EngineContext } from '../context.ts'
import { dayFinder } from '../days.ts'
import { policyInForce, policySince } from '../governance/index.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { readPreferences } from '../workspace/index.ts'

/** What each clock lets be kept: everything from this day on; null: everything. */
export interface Cutoffs {
  audio: number | null
  transcripts: number | null
  scores: number | null
}

/** The first days that are kept, by the policy in force and the workspace's calendar. A conversation of today is kept a full day longer than `days`. */
export function cutoffs(database: ReadableDatabase, now: number): Cutoffs {
  const { retentionDays } = policyInForce(database).document.privacy
  const today = dayFinder(readPreferences(database).timeZone)(now)
  const from = (days: number | null) => (days === null ? null : today - days)
  return {
    audio: from(retentionDays.audio),
    transcripts: from(retentionDays.transcripts),
    scores: from(retentionDays.scores),
  }
}

const GRACE_MS = 86_400_000

/** From when on what is due goes by itself: a day after the policy was adopted, so that a slip can be taken back. */
export function expiresFrom(context: Pick<EngineContext, 'read'>): number {
  const since = policySince(context.read)
  return since === null ? 0 : since + GRACE_MS
}
