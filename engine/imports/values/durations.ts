import type { Transform } from '../../../shared/domain/import-kinds.ts'
import { numberReader } from './numbers.ts'

type DurationTransform = Extract<Transform, { as: 'duration' }>

const UNIT_MS = {
  milliseconds: 1,
  seconds: 1000,
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
} as const

/** Reads a cell to milliseconds (negative kept, for the caller to refuse); NaN where the text is no duration. */
export type DurationReader = (cell: string) => number

/**
 * Makes the reader of a column of durations. `clock` takes `h:mm:ss(.fff)`, hours beyond 24, `d.hh:mm:ss`,
 * `d:hh:mm:ss` and two parts as `clockParts` says; `words` takes `1 d 2 h`, `3m 20s`, `2 Std. 5 Min.`, with or without
 * a clock at the end; the rest are numbers in their unit. A bare 0 is no time in every spelling.
 */
export function durationReader(transform: DurationTransform): DurationReader {
  const { unit } = transform
  if (unit === 'clock') {
    const firstPartMs = transform.clockParts === 'h:mm' ? 3_600_000 : 60_000
    return (cell) => readClock(cell, firstPartMs)
  }
  if (unit === 'words') return readWords
  const readNumber = numberReader(transform.decimal ?? '.')
  const unitMs = UNIT_MS[unit]
  return (cell) => Math.round(readNumber(cell) * unitMs)
}

/** Two to four clock parts; hours (or, of two parts, the first) may exceed a day, the parts after it may not reach 60. */
function readClock(cell: string, firstOfTwoMs: number): number {
  const end = cell.length
  let index = 0
  while (index < end && cell.charCodeAt(index) === 32) index += 1
  const isNegative = cell.charCodeAt(index) === 45
  if (isNegative) index += 1
  let [first, second, third, fourth] = [0, 0, 0, 0]
  let parts = 0
  let digits = 0
  for (; index < end; index += 1) {
    const code = cell.charCodeAt(index)
    if (code >= 48 && code <= 57) {
      fourth = fourth * 10 + code - 48
      digits += 1
    } else if (code === 58 && digits > 0 && parts < 3) {
      first = second
      second = third
      third = fourth
      fourth = 0
      parts += 1
      digits = 0
    } else break
  }
  if (digits === 0) return Number.NaN
  let fractionMs = 0
  const sign = cell.charCodeAt(index)
  if (index < end && (sign === 46 || sign === 44)) {
    const from = index + 1
    // `1.02:03:04`, the days before a point.
    if (parts === 0 && cell.includes(':', from)) {
      const clock = readClock(cell.slice(from), 0)
      const total = fourth * UNIT_MS.days + clock
      return clock >= 0 && clock < UNIT_MS.days ? (isNegative ? -total : total) : Number.NaN
    }
    index = from
    while (index < end && cell.charCodeAt(index) >= 48 && cell.charCodeAt(index) <= 57) index += 1
    fractionMs = Math.round(Number(`0.${cell.slice(from, index)}`) * 1000)
  }
  while (index < end && cell.charCodeAt(index) === 32) index += 1
  if (index < end) return Number.NaN
  const total = clockTotal(parts, first, second, third, fourth, fractionMs, firstOfTwoMs)
  return isNegative ? -total : total
}

function clockTotal(
  colons: number,
  first: number,
  second: number,
  third: number,
  fourth: number,
  fractionMs: number,
  firstOfTwoMs: number,
): number {
  if (colons === 0) return fourth === 0 && fractionMs === 0 ? 0 : Number.NaN
  if (fourth > 59) return Number.NaN
  if (colons === 1) {
    if (firstOfTwoMs === 0) return Number.NaN
    return third * firstOfTwoMs + fourth * (firstOfTwoMs / 60) + fractionMs
  }
  if (third > 59) return Number.NaN
  if (colons === 3 && second > 23) return Number.NaN
  return (((first * 24 + second) * 60 + third) * 60 + fourth) * 1000 + fractionMs
}

const WORD_UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:ms|msec|msecs|millis|milliseconds?|millisekunden?)$/, UNIT_MS.milliseconds],
  [/^(?:s|sec|secs|sek|seg|seconds?|sekunden?|segundos?|secondes?|seconden|secondi)$/, UNIT_MS.seconds],
  [/^(?:m|min|mins|mn|minutes?|minuten?|minutos?|minuti)$/, UNIT_MS.minutes],
  [/^(?:h|hr|hrs|std|u|hours?|stunden?|horas?|heures?|uren|uur|ore)$/, UNIT_MS.hours],
  [/^(?:d|day|days|tag|tage|tagen|dia|dias|jours?|j|dag|dagen|giorn[oi])$/, UNIT_MS.days],
  [/^(?:w|wk|wks|weeks?|wochen?|semanas?|semaines?|weken)$/, 7 * UNIT_MS.days],
]

/** `1 d 2 h`, `3m 20s`, `1 day, 02:03:04`; ISO 8601 `PT3M20S`. NaN when a part is not understood. */
function readWords(cell: string): number {
  let rest = cell.trim().toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '')
  if (rest === '') return Number.NaN
  const sign = rest.startsWith('-') ? -1 : 1
  if (sign < 0) rest = rest.slice(1).trim()
  if (/^p(?=[\dt])/.test(rest)) rest = rest.slice(1).replace('t', ' ').trim()
  let total = 0
  let found = false
  const PART = /^(\d+(?:[.,]\d+)?)\s*(\p{L}+)\.?[\s,]*(?:(?:and|und|y|et|e|en)\s+)?/u
  for (let match = PART.exec(rest); match; match = PART.exec(rest)) {
    const unit = WORD_UNITS.find(([pattern]) => pattern.test(match?.[2] ?? ''))
    if (!unit) return Number.NaN
    total += Number((match[1] ?? '').replace(',', '.')) * unit[1]
    found = true
    rest = rest.slice(match[0].length)
  }
  if (rest !== '') {
    const clock = readClock(rest, 3_600_000)
    if (!(clock >= 0)) return Number.NaN
    total += clock
    found = true
  }
  return found ? sign * Math.round(total) : Number.NaN
}
