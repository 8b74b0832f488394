import { msg, say, t, type MessageDescriptor } from '#speech'
import type { Transform } from '../../../shared/domain/import-kinds.ts'
import { durationReader } from '../values/durations.ts'
import type { ColumnValues } from './column-values.ts'
import { ENOUGH, isNumber, shareOf } from './column-values.ts'
import { decideDecimal } from './decide-number.ts'
import type { Header } from './header.ts'

type DurationTransform = Extract<Transform, { as: 'duration' }>

/** How durations are written, as an explanation names it. */
const units: Record<DurationTransform['unit'], MessageDescriptor> = {
  clock: msg`clock`,
  words: msg`words`,
  milliseconds: msg`milliseconds`,
  seconds: msg`seconds`,
  minutes: msg`minutes`,
  hours: msg`hours`,
  days: msg`days`,
}

export interface DurationDecision {
  transform: DurationTransform
  reason: string
  assumption: string | null
}

/** How long what the column measures usually lasts: it tells minutes from hours where the spelling does not. */
export type DurationSpan = 'contact' | 'shift'

/**
 * Decides how a column of durations is written; null when under four fifths of it are durations. A unit in the heading
 * (or known of the vendor) wins; else the spelling; else the size of the numbers, and then it is an assumption.
 */
export function decideDuration(
  values: ColumnValues,
  header: Header,
  span: DurationSpan,
  knownUnit: DurationTransform['unit'] | null,
): DurationDecision | null {
  if (values.filled.length === 0) return null
  const isClock = shareOf(
    values,
    (cell) => /^-?\d+(?:\.\d+)?(?::\d{1,2}){1,3}(?:[.,]\d+)?$/.test(cell) || /^0+$/.test(cell),
  )
  if (isClock >= ENOUGH && shareOf(values, (cell) => cell.includes(':')) > 0) return decideClock(values, span)
  if (shareOf(values, isNumber) >= ENOUGH) return decideUnit(values, header, span, knownUnit)
  const readWords = durationReader({ as: 'duration', unit: 'words' })
  const isWords = shareOf(values, (cell) => {
    const duration = readWords(cell)
    return duration === duration
  })
  if (isWords < ENOUGH) return null
  return {
    transform: { as: 'duration', unit: 'words' },
    reason: t`durations are written out, such as ${{ example: values.filled.find((cell) => /\p{L}/u.test(cell)) ?? '' }}`,
    assumption: null,
  }
}

function decideClock(values: ColumnValues, span: DurationSpan): DurationDecision {
  const twoParts = values.filled.filter((cell) => /^-?\d+:\d{1,2}(?:[.,]\d+)?$/.test(cell))
  if (twoParts.length === 0) {
    return {
      transform: { as: 'duration', unit: 'clock' },
      reason: t`durations are written h:mm:ss`,
      assumption: null,
    }
  }
  const firsts = twoParts.map((cell) => Number(cell.replace('-', '').split(':')[0]))
  const longest = Math.max(...firsts)
  // Three-part neighbours show that two parts are the same clock without its hours.
  const hasThree = twoParts.length < values.filled.filter((cell) => cell.includes(':')).length
  const isMinutes =
    hasThree || twoParts.some((cell) => /[.,]/.test(cell)) || (span === 'contact' ? true : longest > 24)
  const clockParts = isMinutes ? 'm:ss' : 'h:mm'
  const meaning = isMinutes ? t`minutes and seconds` : t`hours and minutes`
  // Nobody is scheduled for three minutes: what lasts a shift is hours.
  const isSure = hasThree || longest > 24 || span === 'contact' || medianOf(firsts) >= 3
  return {
    transform: { as: 'duration', unit: 'clock', clockParts },
    reason: t`values such as ${{ example: twoParts[0] ?? '' }} are ${{ meaning }}`,
    assumption: isSure
      ? null
      : t`Values such as ${{ example: twoParts[0] ?? '' }} are taken for ${{ meaning }}.`,
  }
}

function decideUnit(
  values: ColumnValues,
  header: Header,
  span: DurationSpan,
  knownUnit: DurationTransform['unit'] | null,
): DurationDecision | null {
  if (header.isPercent || values.filled.some((cell) => cell.endsWith('%'))) return null
  const decimal = decideDecimal(values).decimal
  const told = (
    unit: DurationTransform['unit'],
    reason: string,
    assumption: string | null,
  ): DurationDecision => ({
    transform: { as: 'duration', unit, ...(decimal === ',' ? { decimal } : {}) },
    reason,
    assumption,
  })
  if (header.unit !== null && header.unit !== 'clock')
    return told(header.unit, t`the heading says ${{ unit: say(units[header.unit]) }}`, null)
  const read = durationReader({ as: 'duration', unit: 'milliseconds', decimal })
  const precise = durationReader({ as: 'duration', unit: 'days', decimal })
  const numbers = values.filled.map(read).filter((number) => number === number)
  const positive = values.filled.map((cell) => precise(cell) / 86_400_000).filter((number) => number > 0)
  const most = Math.max(0, ...positive)
  const median = medianOf(positive)
  const hasFractions = values.filled.some((cell) => /[.,]\d*[1-9]/.test(cell))
  const isFine =
    positive.length > 0 && values.filled.some((cell) => /[.,]\d{4,}/.test(cell) || /e-/i.test(cell))
  if (isFine && most < 1.5 && (knownUnit === null || knownUnit === 'days' || most < 0.5)) {
    return told('days', t`the numbers are fractions of a day`, null)
  }
  if (knownUnit !== null)
    return told(knownUnit, t`this export counts ${{ unit: say(units[knownUnit]) }}`, null)
  if (numbers.length === 0 || positive.length === 0)
    return told('seconds', t`numbers are taken for seconds`, null)
  if (span === 'contact') {
    if (median >= 10_000) return told('milliseconds', t`the numbers are too large for seconds`, null)
    if (hasFractions && most < 120 && median < 30) {
      return told(
        'minutes',
        t`small numbers with fractions are minutes`,
        t`"${{ column: header.text }}" is taken for minutes.`,
      )
    }
    return told(
      'seconds',
      t`whole numbers are seconds`,
      median < 15 ? t`"${{ column: header.text }}" is taken for seconds.` : null,
    )
  }
  if (median >= 1_000_000) return told('milliseconds', t`the numbers are too large for seconds`, null)
  if (most <= 24)
    return told(
      'hours',
      t`the numbers are hours of a day`,
      t`"${{ column: header.text }}" is taken for hours.`,
    )
  if (most <= 1440)
    return told(
      'minutes',
      t`the numbers are minutes of a day`,
      t`"${{ column: header.text }}" is taken for minutes.`,
    )
  return told('seconds', t`the numbers are seconds of a day`, null)
}

function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
