import { Temporal } from 'temporal-polyfill'

/** In which order the numbers of a date stand. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy'

const DATE = /^(\d{4})[-_. ]?(\d{2})[-_. ]?(\d{2})$|^(\d{1,2})[-_. ](\d{1,2})[-_. ](\d{4}|\d{2})$/
const TIME = /^[Tt]?(\d{1,2})[-_.: h]?(\d{2})(?:[-_.: m]?(\d{2}))?\s?(am|pm)?[Zz]?$/i
const BOTH = /^(.*?\d)(?:T|[-_ ]+(?:at )?)([^T]*)$/i

/** Whether a text is a date as file names have it. */
export function isDateText(text: string): boolean {
  return DATE.test(text)
}

/** Whether a text is a time of day as file names have it. */
export function isTimeText(text: string): boolean {
  return TIME.test(text)
}

/** Whether a text is a date with a time, or a count of seconds or milliseconds since 1970. */
export function isDateTimeText(text: string): boolean {
  return /^\d{10}$|^\d{13}$/.test(text) || splitDateTime(text) !== null
}

function splitDateTime(text: string): { date: string; time: string } | null {
  for (let end = text.length - 2; end >= 6; end--) {
    const date = text.slice(0, end)
    const time = text.slice(end).replace(/^(T|[-_ ]+(at )?)/i, '')
    if (DATE.test(date) && TIME.test(time)) return { date, time }
  }
  const parts = BOTH.exec(text)
  return parts && DATE.test(parts[1]!) && TIME.test(parts[2]!) ? { date: parts[1]!, time: parts[2]! } : null
}

/**
 * The order of day and month in dates that do not begin with the year, decided over all of them: a number above 12 settles it. Where
 * none does, day first (the order of most of the world), and `isSure` is false.
 */
export function decideDateOrder(dates: readonly string[]): { order: DateOrder; isSure: boolean } {
  let isMonthFirst = false
  let isDayFirst = false
  for (const text of dates) {
    const parts = DATE.exec(text)
    if (!parts?.[4]) continue
    if (Number(parts[4]) > 12) isDayFirst = true
    if (Number(parts[5]) > 12) isMonthFirst = true
  }
  const hasOpen = dates.some((text) => DATE.exec(text)?.[4] !== undefined)
  return {
    order: isMonthFirst && !isDayFirst ? 'mdy' : 'dmy',
    isSure: !hasOpen || isMonthFirst !== isDayFirst,
  }
}

/** The date part of a text that holds a date, or a date and a time. */
export function datePartOf(text: string): string {
  return DATE.test(text) ? text : (splitDateTime(text)?.date ?? text)
}

/**
 * The instant a date and a time name in a time zone, in milliseconds UTC; null where there is no such day or time. A trailing `Z` is
 * UTC. A time that the clocks skip or repeat is the one before the change, as Temporal's `compatible` has it.
 */
export function instantOf(
  date: string,
  time: string | null,
  order: DateOrder,
  timeZone: string,
): number | null {
  const day = readDate(date, order)
  const clock = time === null ? { hour: 0, minute: 0, second: 0 } : readTime(time)
  if (!day || !clock) return null
  try {
    return Temporal.PlainDateTime.from({ ...day, ...clock }, { overflow: 'reject' }).toZonedDateTime(
      /z$/i.test(time ?? '') ? 'UTC' : timeZone,
    ).epochMilliseconds
  } catch {
    return null
  }
}

/** The same for a text that holds both, or a count since 1970. */
export function instantOfBoth(text: string, order: DateOrder, timeZone: string): number | null {
  if (/^\d{10}$/.test(text)) return Number(text) * 1000
  if (/^\d{13}$/.test(text)) return Number(text)
  const parts = splitDateTime(text)
  return parts && instantOf(parts.date, parts.time, order, timeZone)
}

function readDate(text: string, order: DateOrder): { year: number; month: number; day: number } | null {
  const parts = DATE.exec(text)
  if (!parts) return null
  if (parts[1]) return { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) }
  const [first, second, last] = [Number(parts[4]), Number(parts[5]), Number(parts[6])]
  const year = last < 100 ? 2000 + last : last
  return order === 'mdy' ? { year, month: first, day: second } : { year, month: second, day: first }
}

function readTime(text: string): { hour: number; minute: number; second: number } | null {
  const parts = TIME.exec(text)
  if (!parts) return null
  const half = parts[4]?.toLowerCase()
  const hour = (Number(parts[1]) % (half ? 12 : 25)) + (half === 'pm' ? 12 : 0)
  return { hour, minute: Number(parts[2]), second: Number(parts[3] ?? 0) }
}
