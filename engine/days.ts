const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

/**
 * A function that gives the day (whole days since 1970-01-01) on which an instant falls in `timeZone`. Offsets are looked up once an
 * hour of the calendar, so that a million contacts cost a few thousand look-ups.
 */
export function dayFinder(timeZone: string): (instantMs: number) => number {
  if (timeZone === 'UTC') return (instantMs) => Math.floor(instantMs / DAY_MS)
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  const known = new Map<number, number>()
  return (instantMs) => {
    const hour = Math.floor(instantMs / HOUR_MS)
    let day = known.get(hour)
    if (day === undefined) {
      const [year, month, date] = format
        .format(hour * HOUR_MS)
        .split('-')
        .map(Number) as [number, number, number]
      day = Math.floor(Date.UTC(year, month - 1, date) / DAY_MS)
      if (known.size > 200_000) known.clear()
      known.set(hour, day)
    }
    return day
  }
}
