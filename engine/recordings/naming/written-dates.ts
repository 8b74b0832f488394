/** In which order the parts of a date stand. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy'

/** A date as a name has it: `parts` in the order written, which `orders` may be the right one. */
export interface WrittenDate {
  parts: readonly [number, number, number]
  orders: readonly DateOrder[]
}

/** Something found in a text from a given place on, and the place behind it. */
export interface Found<Value> {
  end: number
  value: Value
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

// each takes a bounded number of characters, so that looking at every place of a name stays linear
const YEAR_FIRST = /(\d{4})([-_. ]?)(\d{2})\2(\d{2})/y
const YEAR_LAST = /(\d{1,2})([-_. ])(\d{1,2})\2(\d{4})/y
const YEAR_LAST_COMPACT = /(\d{2})(\d{2})(\d{4})/y
const SHORT_YEAR = /(\d{2})([-_.]?)(\d{2})\2(\d{2})/y
const DAY_MONTH_WORD = /(\d{1,2})(?:st|nd|rd|th)?[-_. ]?([a-z]{3,9})[-_., ]{0,2}(\d{4})/iy
const MONTH_WORD_DAY = /([a-z]{3,9})[-_. ]?(\d{1,2})(?:st|nd|rd|th)?[-_., ]{1,2}(\d{4})/iy
const YEAR_MONTH_WORD = /(\d{4})[-_. ]?([a-z]{3,9})[-_. ]?(\d{1,2})/iy

/**
 * The dates that may stand in a text from `position` on, the longest first: year first, year last, without separators, with the month as
 * an English word. Only days there are, from 1970 to 2099; years of two digits mean 2000 to 2069 and 1970 to 1999.
 */
export function datesAt(text: string, position: number): Found<WrittenDate>[] {
  const found: Found<WrittenDate>[] = []
  const take = (
    match: RegExpExecArray | null,
    parts: (match: RegExpExecArray) => unknown[],
    orders: DateOrder[],
  ) => {
    if (!match) return
    const [one, two, three] = parts(match).map(Number) as [number, number, number]
    const date = { parts: [one, two, three] as const, orders }
    const fitting = orders.filter((order) => dayOf(date, order) !== null)
    if (fitting.length > 0)
      found.push({ end: position + match[0].length, value: { ...date, orders: fitting } })
  }
  const numbers = (match: RegExpExecArray) => [match[1], match[3], match[4]]
  take(at(YEAR_FIRST, text, position), numbers, ['ymd'])
  take(at(YEAR_LAST, text, position), numbers, ['dmy', 'mdy'])
  take(at(YEAR_LAST_COMPACT, text, position), ([, one, two, year]) => [one, two, year], ['dmy', 'mdy'])
  take(at(SHORT_YEAR, text, position), numbers, ['ymd', 'dmy', 'mdy'])
  take(at(DAY_MONTH_WORD, text, position), ([, day, word, year]) => [year, monthOf(word), day], ['ymd'])
  take(at(MONTH_WORD_DAY, text, position), ([, word, day, year]) => [year, monthOf(word), day], ['ymd'])
  take(at(YEAR_MONTH_WORD, text, position), ([, year, word, day]) => [year, monthOf(word), day], ['ymd'])
  return found.sort((one, other) => other.end - one.end)
}

/** Whole days since 1970 of a date read in one order; null where there is no such day. */
export function dayOf({ parts }: WrittenDate, order: DateOrder): number | null {
  const [one, two, three] = parts
  const [writtenYear, month, day] =
    order === 'ymd' ? [one, two, three] : order === 'dmy' ? [three, two, one] : [three, one, two]
  const year = writtenYear >= 100 ? writtenYear : writtenYear < 70 ? 2000 + writtenYear : 1900 + writtenYear
  if (year < 1970 || year > 2099) return null
  const ms = Date.UTC(year, month - 1, day)
  const date = new Date(ms)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? ms / 86_400_000 : null
}

/** Runs a sticky expression at one place. */
export function at(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position
  return pattern.exec(text)
}

function monthOf(word: string | undefined): number {
  const wanted = (word ?? '').toLowerCase()
  return (
    1 +
    MONTHS.findIndex(
      (month) =>
        month === wanted || month.slice(0, 3) === wanted || (wanted === 'sept' && month === 'september'),
    )
  )
}
