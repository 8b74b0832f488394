const DAY_MS = 86_400_000

const DAYS_IN_MONTH = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * Days from 1970-01-01 to a date of the Gregorian calendar; NaN when there is no such date (31 February).
 * Arithmetic after Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
 */
export function dayNumberOf(year: number, month: number, day: number): number {
  if (month < 1 || month > 12 || day < 1) return Number.NaN
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const last = month === 2 && isLeap ? 29 : (DAYS_IN_MONTH[month] ?? 0)
  if (day > last) return Number.NaN
  const shiftedYear = month <= 2 ? year - 1 : year
  const era = Math.floor(shiftedYear / 400)
  const yearOfEra = shiftedYear - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

const namesByDay = new Map<number, string>()

/** `YYYY-MM-DD` of a wall time (ms as if UTC). Names are remembered, a year of rows makes 365 of them. */
export function dayNameOf(wallMs: number): string {
  const day = Math.floor(wallMs / DAY_MS)
  let name = namesByDay.get(day)
  if (name === undefined) {
    if (namesByDay.size > 20_000) namesByDay.clear()
    name = new Date(day * DAY_MS).toISOString().slice(0, 10)
    namesByDay.set(day, name)
  }
  return name
}
