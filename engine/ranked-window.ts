import { dayNumber } from '../shared/domain/time.ts'
import { rankingCache, type RankedWindow } from './coaching/index.ts'
import { wholeOf, type EngineContext } from './context.ts'
import { newestDay, readPreferences } from './workspace/index.ts'

/**
 * The window asked for, ranked: it ends at the newest data unless told otherwise (a day, or its number), never at today by itself. Where there are no
 * data, it is the last days of the calendar.
 */
export function rankedWindow(
  context: EngineContext,
  asked: { days?: number | undefined; to?: string | number | undefined },
): RankedWindow {
  const { to } = asked
  const read = wholeOf(context)
  const end =
    to === undefined
      ? (newestDay(read) ?? Math.floor(context.now() / 86_400_000))
      : typeof to === 'string'
        ? dayNumber(to)
        : to
  return rankingCache({ read }).get(end, asked.days ?? readPreferences(read).windowDays)
}
