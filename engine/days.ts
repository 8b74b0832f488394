import { t } from '#speech'
import { Problem } from './problem.ts'

const QUARTER_MS = 900_000
const DAY_MS = 86_400_000

/**
 * A function that gives the day (whole days since 1970-01-01) on which an instant falls in `timeZone`. Looked up once a quarter of an
 * hour of the calendar, so that a million contacts cost a few thousand look-ups: midnight in India falls on a half hour of UTC, in Nepal
 * on a quarter.
 */
export function dayFinder(timeZone: string): (instantMs: number) => number {
  let finder = finders.get(timeZone)
  if (!finder) finders.set(timeZone, (finder = createFinder(timeZone)))
  return finder
}

const finders = new Map<string, (instantMs: number) => number>()

function createFinder(timeZone: string): (instantMs: number) => number {
  if (timeZone === 'UTC') return (instantMs) => Math.floor(instantMs / DAY_MS)
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const known = new Map<number, number>()
  return (instantMs) => {
    const quarter = Math.floor(instantMs / QUARTER_MS)
    let day = known.get(quarter)
    if (day === undefined) {
      const [year, month, date] = format
        .format(quarter * QUARTER_MS)
        .split('-')
        .map(Number) as [number, number, number]
      day = Math.floor(Date.UTC(year, month - 1, date) / DAY_MS)
      if (known.size > 200_000) known.clear()
      known.set(quarter, day)
    }
    return day
  }
}

/** An instant on day number `day` in `timeZone`, about its middle: what stands for a day where an instant is asked for. */
export function instantOnDay(day: number, timeZone: string): number {
  const noon = day * DAY_MS + DAY_MS / 2
  // in the far east noon UTC is the next day already
  return dayFinder(timeZone)(noon) === day ? noon : noon - DAY_MS / 4
}

/** Throws `INVALID_INPUT` for a name that is no time zone: with it no day could be told ever after. */
export function requireTimeZone(name: string | undefined): void {
  if (name === undefined) return
  try {
    Intl.DateTimeFormat('en', { timeZone: name })
  } catch {
    throw new Problem(
      'INVALID_INPUT',
      t`There is no time zone "${{ name }}"; time zones are written like Europe/Berlin or America/New_York.`,
    )
  }
}
