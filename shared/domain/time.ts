import { t } from '#speech'
import { z } from 'zod'

/** An instant: integer milliseconds since 1970-01-01T00:00:00Z. */
export const instantMs = z.number().int().min(-8.64e15).max(8.64e15)

/** A calendar day in the workspace's own time zone, `YYYY-MM-DD`. */
export const isoDay = z.iso.date({ error: () => t`a day of the calendar is written YYYY-MM-DD` })

/** A closed range of days; both ends belong to it. */
export const dayRange = z.object({ from: isoDay, to: isoDay })
export type DayRange = z.infer<typeof dayRange>

/** The longest window a ranking looks at. */
export const MOST_WINDOW_DAYS = 730

const DAY_MS = 86_400_000

/** The number of whole days from 1970-01-01 to `day` (`YYYY-MM-DD`); may be negative. */
export function dayNumber(day: string): number {
  return Math.floor(
    Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY_MS,
  )
}

/** The day `YYYY-MM-DD` that lies `number` days after 1970-01-01. */
export function dayOfNumber(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10)
}

/** `day` moved by `days` (may be negative). */
export function addDays(day: string, days: number): string {
  return dayOfNumber(dayNumber(day) + days)
}
