import { dayNumberOf } from './civil-days.ts'
import { monthOfWord } from './month-names.ts'
import { ownValue } from './own-value.ts'

const DAY_MS = 86_400_000

/** In which order the parts of a date stand. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy'

/** What a date and time said besides its wall time; valid until the next call of `readWallTime`. */
export const lastWallTime = { offsetMs: Number.NaN, hasDate: false, hasTime: false }

/**
 * Offsets of the abbreviations exports use. CST, IST and the like mean several zones; American and Western European
 * readings are taken, others need an offset.
 */
const ABBREVIATED_OFFSET_HOURS: Record<string, number> = {
  z: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 1,
  west: 1,
  cet: 1,
  mez: 1,
  cest: 2,
  mesz: 2,
  eet: 2,
  eest: 3,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
}

const WEEKDAY =
  /^(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|mie|mié|jeu|jue|ven|vie|sam|sab|sáb|dim|dom|seg|ter|qua|qui|sex|ma|wo|vr|za|zo)[a-zàáâäçéèêîóôûü-]*\.?,?\s+/i
const WORDED =
  /^(?:(\d{1,2})(?:st|nd|rd|th|\.|º|er)?[\s\-/.,]*(?:de |of )?([\p{L}]{3,12})\.?[\s\-/.,]*(?:de |of )?(\d{4}|\d{2})|([\p{L}]{3,12})\.?[\s\-/]*(\d{1,2})(?:st|nd|rd|th)?[\s,\-/]+(\d{4}|\d{2})|(\d{4})[\s\-/.]*([\p{L}]{3,12})\.?[\s\-/.]*(\d{1,2}))(?!\d)/u
const NUMERIC = /^(\d{1,4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,4})\.?(?!\d)/
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(?:\.\d{1,9})?)?(?![\d.,])/
const TIME =
  /^(\d{1,2})(?:[:.h](\d{2})(?:[:.](\d{2})(?:[.,:](\d{1,9}))?)?)?\s*(a\.?\s?m\.?|p\.?\s?m\.?)?(?:\s*(?:uhr|h))?/i
const OFFSET = /^(?:utc|gmt)?\s*([+-])(\d{1,2}):?(\d{2})?(?::?\d{2})?$/i

/**
 * Reads a date with or without a time of day, or (`onlyTime`) a time of day, as exports write them. Returns the wall
 * time in milliseconds as if the wall clock were UTC, NaN when the text is none. `lastWallTime` then holds the stated
 * offset (NaN: none). Two-digit years mean 1970 to 2069. Dates that do not exist are NaN.
 */
export function readWallTime(text: string, order: DateOrder): number {
  lastWallTime.offsetMs = Number.NaN
  lastWallTime.hasDate = true
  const fast = readIsoShape(text)
  if (fast === fast) return fast
  const remembered = readRememberedDay(text, order)
  return remembered === remembered ? remembered : readAnyShape(text, order)
}

const rememberedDays: Record<DateOrder, Map<string, number>> = {
  ymd: new Map(),
  dmy: new Map(),
  mdy: new Map(),
}

/**
 * A date in any spelling, then a clock time with or without am and pm. Logs name the same days over and over: each spelling
 * of a day is worked out once, and only the time is read anew. NaN for whatever is not that plain.
 */
function readRememberedDay(text: string, order: DateOrder): number {
  const colon = text.indexOf(':')
  if (colon < 2) return Number.NaN
  const hourStart = isDigit(text, colon - 2) ? colon - 2 : colon - 1
  const separator = text.charCodeAt(hourStart - 1)
  if (separator !== 32 && separator !== 84) return Number.NaN
  let hours = digitsAt(text, hourStart, colon - hourStart)
  const minutes = digitsAt(text, colon + 1, 2)
  let end = colon + 3
  let seconds = 0
  if (text.charCodeAt(end) === 58) {
    seconds = digitsAt(text, end + 1, 2)
    end += 3
  }
  const length = text.length
  if (end < length) {
    const from = text.charCodeAt(end) === 32 ? end + 1 : end
    // "am", "PM" and nothing after it.
    if (length !== from + 2 || (text.charCodeAt(from + 1) | 32) !== 109) return Number.NaN
    const half = text.charCodeAt(from) | 32
    if ((half !== 97 && half !== 112) || !(hours >= 1 && hours <= 12)) return Number.NaN
    hours = (hours % 12) + (half === 112 ? 12 : 0)
  }
  if (!(hours <= 23 && minutes <= 59 && seconds <= 60)) return Number.NaN
  const days = rememberedDays[order]
  const dayText = text.slice(0, hourStart - 1)
  let dayMs = days.get(dayText)
  if (dayMs === undefined) {
    dayMs = readAnyShape(dayText, order)
    if (lastWallTime.hasTime || lastWallTime.offsetMs === lastWallTime.offsetMs) dayMs = Number.NaN
    lastWallTime.offsetMs = Number.NaN
    if (days.size > 20_000) days.clear()
    days.set(dayText, dayMs)
  }
  lastWallTime.hasTime = true
  return dayMs + hours * 3_600_000 + minutes * 60_000 + seconds * 1000
}

function isDigit(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return code >= 48 && code <= 57
}

function digitsAt(text: string, from: number, count: number): number {
  let value = 0
  for (let index = from; index < from + count; index += 1) {
    const digit = text.charCodeAt(index) - 48
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

/** `YYYY-MM-DD`, then nothing or `HH:MM[:SS[.fff]]` and `Z` or nothing: what most logs hold. */
function readIsoShape(text: string): number {
  const length = text.length
  if (length < 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return Number.NaN
  const day = dayNumberOf(digitsAt(text, 0, 4), digitsAt(text, 5, 2), digitsAt(text, 8, 2))
  if (length === 10) {
    lastWallTime.hasTime = false
    return day * DAY_MS
  }
  const separator = text.charCodeAt(10)
  if ((separator !== 32 && separator !== 84) || length < 16 || text.charCodeAt(13) !== 58) return Number.NaN
  const hours = digitsAt(text, 11, 2)
  const minutes = digitsAt(text, 14, 2)
  let seconds = 0
  let milliseconds = 0
  let end = 16
  if (text.charCodeAt(16) === 58) {
    seconds = digitsAt(text, 17, 2)
    end = 19
    if (text.charCodeAt(19) === 46) {
      milliseconds = digitsAt(text, 20, 3)
      end = 23
      while (end < length && digitsAt(text, end, 1) >= 0) end += 1
    }
  }
  if (end < length) {
    if (end !== length - 1 || text.charCodeAt(end) !== 90) return Number.NaN
    lastWallTime.offsetMs = 0
  }
  if (hours > 23 || minutes > 59 || seconds > 60) return Number.NaN
  lastWallTime.hasTime = true
  return day * DAY_MS + hours * 3_600_000 + minutes * 60_000 + seconds * 1000 + milliseconds
}

/** A date with its weekday, zone and the zone's name is far shorter. */
const LONGEST_DATE = 200

function readAnyShape(text: string, order: DateOrder): number {
  lastWallTime.offsetMs = Number.NaN
  if (text.length > LONGEST_DATE) return Number.NaN
  let rest = text.trim().replace(/[\u00a0\u202f]/g, ' ')
  const isNamedFirst = /^[\p{L}]/u.test(rest)
  if (isNamedFirst && WEEKDAY.test(rest)) {
    const afterWeekday = rest.replace(WEEKDAY, '')
    // "mar" and "sep" open both weekdays and months: what follows a weekday is a date of its own.
    if (readDate(afterWeekday, order) || !readDate(rest, order)) rest = afterWeekday
  }
  const date = readDate(rest, order)
  if (!date) return Number.NaN
  if (date.dayMs !== date.dayMs) return Number.NaN
  const afterDate = rest.slice(date.length)
  lastWallTime.hasTime = date.hasTime
  if (date.hasTime) return readOffset(afterDate) ? date.dayMs : Number.NaN
  const timeText = afterDate.replace(/^(?:\s*(?:[tT]|,|-|–|:|at|um|à|a las|às|om)\s*|\s+)/u, '')
  if (timeText === '') return afterDate.trim() === '' ? date.dayMs : Number.NaN
  if (timeText === afterDate) return Number.NaN
  const time = readTimeOfDay(timeText)
  return time === time ? date.dayMs + time : Number.NaN
}

/** The time of day in ms since midnight (`14:51:34`, `2:51 pm`, `14h51`), with an offset or without; NaN for none. */
export function readTimeOfDay(text: string): number {
  const match = TIME.exec(text)
  if (!match) return Number.NaN
  const [whole, hourText = '', minuteText, secondText, fractionText, half] = match
  if (minuteText === undefined && half === undefined) return Number.NaN
  let hours = Number(hourText)
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return Number.NaN
    hours = (hours % 12) + (/^p/i.test(half) ? 12 : 0)
  }
  const minutes = Number(minuteText ?? 0)
  const seconds = Number(secondText ?? 0)
  if (hours > 23 || minutes > 59 || seconds > 60) return Number.NaN
  const fraction = fractionText === undefined ? 0 : Math.floor(Number(`0.${fractionText}`) * 1000 + 1e-9)
  if (!readOffset(text.slice(whole.length))) return Number.NaN
  lastWallTime.hasTime = true
  return hours * 3_600_000 + minutes * 60_000 + seconds * 1000 + fraction
}

/** Takes the offset after a time; false when the text is something else. */
function readOffset(text: string): boolean {
  const rest = text
    .replace(/\[[\w/+-]+\]\s*$/, '')
    .replace(/\([^)]*\)\s*$/, '')
    .trim()
  if (rest === '') return true
  const named = ownValue(ABBREVIATED_OFFSET_HOURS, rest.toLowerCase())
  if (named !== undefined) {
    lastWallTime.offsetMs = named * 3_600_000
    return true
  }
  const match = OFFSET.exec(rest)
  if (!match) return false
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  if (minutes > 18 * 60) return false
  lastWallTime.offsetMs = (match[1] === '-' ? -1 : 1) * minutes * 60_000
  return true
}

interface ReadDate {
  dayMs: number
  length: number
  hasTime: boolean
}

function readDate(text: string, order: DateOrder): ReadDate | null {
  const numeric = NUMERIC.exec(text)
  if (numeric) {
    const [whole, a = '', , b = '', c = ''] = numeric
    const day = numericDay(a, b, c, order)
    return { dayMs: day * DAY_MS, length: whole.length, hasTime: false }
  }
  const usual = /^([\p{L}]{3,12})\.? (\d{1,2}),? (\d{1,2}:\d{2}(?::\d{2})?) (?:[A-Z]{3,4} )?(\d{4})$/u.exec(
    text,
  )
  if (usual) {
    const month = monthOfWord(usual[1] ?? '')
    const time = readTimeOfDay(usual[3] ?? '')
    if (month === 0 || time !== time) return null
    const day = dayNumberOf(Number(usual[4]), month, Number(usual[2]))
    return { dayMs: day * DAY_MS + time, length: text.length, hasTime: true }
  }
  const worded = WORDED.exec(text)
  if (worded) {
    const word = worded[2] ?? worded[4] ?? worded[8] ?? ''
    const month = monthOfWord(word)
    if (month === 0) return null
    const day = Number(worded[1] ?? worded[5] ?? worded[9])
    const year = fullYear(worded[3] ?? worded[6] ?? worded[7] ?? '')
    return { dayMs: dayNumberOf(year, month, day) * DAY_MS, length: worded[0].length, hasTime: false }
  }
  const compact = COMPACT.exec(text)
  if (!compact) return null
  const day = dayNumberOf(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  if (compact[4] === undefined) return { dayMs: day * DAY_MS, length: compact[0].length, hasTime: false }
  const [hours, minutes, seconds] = [Number(compact[4]), Number(compact[5]), Number(compact[6] ?? 0)]
  if (hours > 23 || minutes > 59 || seconds > 60) return null
  const dayMs = day * DAY_MS + hours * 3_600_000 + minutes * 60_000 + seconds * 1000
  return { dayMs, length: compact[0].length, hasTime: true }
}

function numericDay(a: string, b: string, c: string, order: DateOrder): number {
  // A first part of four digits is a year whatever the column's order.
  if (a.length === 4) return c.length > 2 ? Number.NaN : dayNumberOf(Number(a), Number(b), Number(c))
  if (a.length === 3 || c.length === 3 || c.length === 1) {
    if (!(order === 'ymd' && a.length === 2 && c.length === 1)) return Number.NaN
  }
  if (order === 'ymd') return c.length > 2 ? Number.NaN : dayNumberOf(fullYear(a), Number(b), Number(c))
  return order === 'dmy'
    ? dayNumberOf(fullYear(c), Number(b), Number(a))
    : dayNumberOf(fullYear(c), Number(a), Number(b))
}

function fullYear(text: string): number {
  const year = Number(text)
  if (text.length > 2) return year
  return year >= 70 ? 1900 + year : 2000 + year
}

/** The parts of a purely numeric date (`a/b/c`), for deciding the order; null for any other spelling. */
export function numericDateParts(
  text: string,
): { a: string; b: string; c: string; separator: string } | null {
  const match = NUMERIC.exec(text.trim().replace(WEEKDAY, ''))
  if (!match) return null
  return { a: match[1] ?? '', b: match[3] ?? '', c: match[4] ?? '', separator: match[2] ?? '' }
}
