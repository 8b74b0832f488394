import { t } from '#speech'
import type { MomentOrder } from '../../../shared/domain/import-kinds.ts'
import { lastWallTime, numericDateParts, readTimeOfDay, readWallTime } from '../values/wall-time.ts'
import type { DateOrder } from '../values/wall-time.ts'
import type { ColumnValues } from './column-values.ts'
import { ENOUGH, shareOf } from './column-values.ts'

/** How a column's moments are written, what speaks for it, and what could not be decided. */
export interface MomentDecision {
  order: MomentOrder
  hasTime: boolean
  reason: string
  /** Set when both orders fit every value of the sample. */
  assumption: string | null
}

/** Zones where 3/4/2026 is the fourth of March. */
const MONTH_FIRST_ZONES =
  /^(?:America\/(?!Argentina|Sao_Paulo|Bogota|Lima|Santiago|Caracas|Mexico|Montevideo|La_Paz|Asuncion|Guayaquil|Costa_Rica|Guatemala|Havana|Martinique|Cayenne|Bahia|Recife|Fortaleza|Manaus|Tijuana|Monterrey|Cancun|Toronto|Montreal)|US\/|Pacific\/Honolulu|Pacific\/Guam|Asia\/Manila)/

/**
 * Decides how a column of moments is written from all its values; null when under four fifths of them are moments. The
 * order of numeric dates is settled by a part above 12; else by which order keeps the dates closer together; else by the
 * separator and the time zone's custom, and then said to be an assumption.
 */
export function decideMoment(
  values: ColumnValues,
  timeZone: string,
  isExpected: boolean,
): MomentDecision | null {
  if (values.filled.length === 0) return null
  const count = decideCount(values, isExpected)
  if (count) return count
  const numeric = values.filled.map(numericDateParts).filter((parts) => parts !== null && parts.a.length <= 2)
  const candidates: DateOrder[] = numeric.length === 0 ? ['ymd'] : ['dmy', 'mdy', 'ymd']
  const readable = new Map<DateOrder, number>()
  for (const order of candidates) {
    readable.set(
      order,
      shareOf(values, (cell) => isMoment(cell, order)),
    )
  }
  const best = Math.max(...readable.values())
  if (best < ENOUGH) return null
  const hasTime =
    shareOf(values, (cell) => isMoment(cell, candidates[0] ?? 'ymd') && lastWallTime.hasTime) > 0.5
  if (numeric.length === 0)
    return {
      order: 'ymd',
      hasTime,
      reason: t`dates are written year first or with the month as a word`,
      assumption: null,
    }
  const fitting = candidates.filter((order) => (readable.get(order) ?? 0) === best)
  const [only] = fitting
  const hasTimeIn = (order: DateOrder): boolean =>
    shareOf(values, (cell) => isMoment(cell, order) && lastWallTime.hasTime) > 0.5
  if (only && fitting.length === 1) {
    return {
      order: only,
      hasTime: hasTimeIn(only),
      reason: t`only the order ${{ order: only }} fits the dates`,
      assumption: null,
    }
  }
  const twoDigitYearFirst = numeric.some((parts) => parts !== null && parts.c.length === 4)
  const open = fitting.filter((order) => order !== 'ymd' || !twoDigitYearFirst)
  const dayOrMonth = open.filter((order) => order !== 'ymd')
  const order =
    dayOrMonth.length === 1
      ? (dayOrMonth[0] ?? 'dmy')
      : likelierOrder(values, numeric[0]?.separator ?? '/', timeZone)
  const isDotted = numeric[0]?.separator === '.'
  const example = values.filled.find((cell) => numericDateParts(cell) !== null) ?? ''
  return {
    order,
    hasTime: hasTimeIn(order),
    reason:
      order === 'dmy'
        ? t`dates such as ${{ example }} are read day first`
        : t`dates such as ${{ example }} are read month first`,
    assumption:
      dayOrMonth.length === 1 || isDotted
        ? null
        : order === 'dmy'
          ? t`Every date fits day first and month first (such as ${{ example }}); day first is assumed.`
          : t`Every date fits day first and month first (such as ${{ example }}); month first is assumed.`,
  }
}

function isMoment(cell: string, order: DateOrder): boolean {
  const wall = readWallTime(cell, order)
  return wall === wall
}

function likelierOrder(values: ColumnValues, separator: string, timeZone: string): 'dmy' | 'mdy' {
  if (separator === '.') return 'dmy'
  if (
    values.filled.some((cell) => /\d\s*[ap]\.?m\b/i.test(cell)) &&
    separator === '/' &&
    !/^(?:Europe|Australia|Africa)/.test(timeZone)
  ) {
    return 'mdy'
  }
  const dayFirst = spanOf(values, 'dmy')
  const monthFirst = spanOf(values, 'mdy')
  // Read the wrong way round, the days of one week lie months apart.
  if (values.counts.size >= 3 && dayFirst * 4 < monthFirst) return 'dmy'
  if (values.counts.size >= 3 && monthFirst * 4 < dayFirst) return 'mdy'
  return MONTH_FIRST_ZONES.test(timeZone) ? 'mdy' : 'dmy'
}

function spanOf(values: ColumnValues, order: DateOrder): number {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const cell of values.filled) {
    const wall = readWallTime(cell, order)
    if (wall < first) first = wall
    if (wall > last) last = wall
  }
  return last - first
}

function decideCount(values: ColumnValues, isExpected: boolean): MomentDecision | null {
  const within = (least: number, most: number): boolean =>
    shareOf(values, (cell) => {
      if (!/^\d+(?:[.,]\d+)?$/.test(cell)) return false
      const number = Number(cell.replace(',', '.'))
      return number >= least && number < most
    }) >= ENOUGH
  const told = (order: MomentOrder, reason: string): MomentDecision => ({
    order,
    hasTime: true,
    reason,
    assumption: null,
  })
  // 1995 to 2100 in each unit.
  if (within(7.9e8, 4.1e9)) return told('epoch-seconds', t`the numbers are seconds since 1970`)
  if (within(7.9e11, 4.1e12)) return told('epoch-milliseconds', t`the numbers are milliseconds since 1970`)
  if (within(7.9e14, 4.1e15)) return told('epoch-microseconds', t`the numbers are microseconds since 1970`)
  if (isExpected && within(34_700, 73_050)) {
    const hasTime = shareOf(values, (cell) => /[.,]/.test(cell)) > 0.5
    return {
      order: 'excel-serial',
      hasTime,
      reason: t`the numbers are days as spreadsheets count them`,
      assumption: null,
    }
  }
  return null
}

/** Whether a column holds times of day without a date. */
export function isTimesOfDay(values: ColumnValues): boolean {
  // spreadsheets write times of day as fractions of one
  if (
    values.filled.every((cell) => /^(?:0?[.,]\d+|0)$/.test(cell)) &&
    values.filled.some((cell) => cell !== '0')
  )
    return true
  return (
    shareOf(values, (cell) => {
      if (/^\d{4}-/.test(cell)) return false
      const time = readTimeOfDay(cell)
      return time === time
    }) >= ENOUGH
  )
}
