import { addDays, dayOf, dayStartMs, weekdayOf } from '../days.ts'

const HOUR_MS = 3_600_000
/** Hours (UTC) at which the three would sit down on days that have just begun. */
const HOURS = [13, 14, 15] as const
const LAST_HOUR = 22

const isWorkingDay = (day: string) => weekdayOf(day) !== 0 && weekdayOf(day) !== 6

function nextWorkingDay(day: string): string {
  const next = addDays(day, 1)
  return isWorkingDay(next) ? next : nextWorkingDay(next)
}

/**
 * When three sessions are planned, as instants, for whoever loads the sample at `loadedAt`: one on that day, whatever day it is, so that the week that opens is
 * never empty; the second on the next working day of that week, or on the same day where the week has none left; the third on the working day after.
 * Weeks begin on Mondays. What falls on the day itself lies ahead, as far as the day goes.
 */
export function comingTimes(loadedAt: number): number[] {
  const today = dayOf(loadedAt)
  const next = nextWorkingDay(today)
  const isSameWeek = weekdayOf(next) > weekdayOf(today) && weekdayOf(today) !== 0
  const second = isSameWeek ? next : today
  const soonest = Math.ceil((loadedAt - dayStartMs(today)) / HOUR_MS)
  return [today, second, nextWorkingDay(second)].map((day, place) => {
    const hour = day === today ? Math.min(LAST_HOUR, Math.max(HOURS[place]!, soonest + place)) : HOURS[place]!
    return dayStartMs(day) + hour * HOUR_MS
  })
}
