import { t } from '#speech'
import type { SamplingSettings } from '../../../shared/contract/reviews.ts'
import { dayNumber } from '../../../shared/domain/time.ts'
import type { Directory } from '../../people/index.ts'
import { Problem } from '../../problem.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { newestDay } from '../../workspace/index.ts'
import { readEligible, type EligibleRow } from './eligible.store.ts'

/** The last days there are data of. `CONFLICT` where there are none. */
export function newestPeriod(
  database: ReadableDatabase,
  days: number,
  upTo?: string,
): { from: number; to: number } {
  const newest = newestDay(database)
  if (newest === undefined)
    throw new Problem('CONFLICT', t`There are no conversations yet; import some first.`)
  const to = upTo === undefined ? newest : Math.min(newest, dayNumber(upTo))
  return { from: to - days + 1, to }
}

/** The conversations of some days that a plan may pick. */
export function eligibleFor(
  database: ReadableDatabase,
  directory: Directory,
  { scorecardId, settings }: { scorecardId: number; settings: SamplingSettings },
  days: { from: number; to: number },
): EligibleRow[] {
  const isOneOf = <Value>(chosen: readonly Value[], value: Value | null) =>
    chosen.length === 0 || (value !== null && chosen.includes(value))
  return readEligible(database, days, scorecardId, settings.leastSeconds).filter(
    ({ personId, day, queue, channel }) =>
      isOneOf(settings.queues, queue) &&
      isOneOf(settings.channels, channel) &&
      isOneOf(settings.teamIds, directory.teamAt(personId, day)),
  )
}
