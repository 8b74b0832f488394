const formats = new Map<string, Intl.DateTimeFormat>()

function partsOf(at: number, timeZone: string): Record<string, string> {
  let format = formats.get(timeZone)
  if (!format)
    formats.set(
      timeZone,
      (format = new Intl.DateTimeFormat('en-CA', {
        timeZone,
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
      })),
    )
  return Object.fromEntries(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]))
}

/** An instant as a field of the type `datetime-local` writes it in `timeZone`: `2026-04-02T09:30`. */
export function localOfInstant(at: number, timeZone: string): string {
  const { year, month, day, hour, minute } = partsOf(at, timeZone)
  return `${year}-${month}-${day}T${hour}:${minute}`
}

/**
 * The instant at which the clocks of `timeZone` show a time written `2026-04-02T09:30`. One that the clocks skip is taken as the hour after, one that
 * comes twice as the first.
 */
export function instantOfLocal(local: string, timeZone: string): number {
  const asUtc = Date.parse(`${local}:00Z`)
  const offsetAt = (at: number) => Date.parse(`${localOfInstant(at, timeZone)}:00Z`) - at
  const candidates = [asUtc - offsetAt(asUtc - 86_400_000), asUtc - offsetAt(asUtc + 86_400_000)]
  const found = candidates.filter((at) => localOfInstant(at, timeZone) === local)
  return found.length > 0 ? Math.min(...found) : Math.max(...candidates)
}
