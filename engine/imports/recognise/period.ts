import { decideMoment } from './decide-moment.ts'
import { readWallTime } from '../values/wall-time.ts'
import { sumsUp } from './choose-kind.ts'
import { decidePeriod } from './decide-period.ts'
import { names } from './read-columns.ts'
import type { TableColumn } from './read-columns.ts'
import type { VendorLayout } from './vendor-layout.ts'

/** How the rows of a workforce table lie in time. */
export interface Period {
  /** Each row is the sum of an agent's period, not one day or shift. */
  isSummary: boolean
  /** The period is the one day the row names. */
  isSingleDay: boolean
}

const DAY_MS = 86_400_000

/**
 * Tells period summaries from agent-days: intervals of at most a day (25 hours, for the day clocks go back) with shares or
 * states are days; figures per contact (handle time, counts) are summaries whatever their period; without any date the
 * period is unknown, and rows can only be summaries.
 */
export function periodOf(
  columns: readonly TableColumn[],
  layout: VendorLayout | null,
  timeZone: string,
): Period {
  const starts = columns.filter(
    (column) => names(column, 'interval start') || /^interval start|^start date$/.test(column.header.phrase),
  )
  const ends = columns.filter(
    (column) => names(column, 'interval end') || /^interval end|^end date$/.test(column.header.phrase),
  )
  const length = starts[0] && ends[0] ? medianLength(starts[0], ends[0], timeZone) : null
  const isFigures = layout
    ? Object.values(layout.columns).some(({ fields }) => fields.includes('summary.n'))
    : sumsUp(columns, timeZone)
  const dayColumns = columns.filter((column) =>
    column.matches.some(
      ({ concept, isExact }) =>
        isExact && ['date', 'shift day', 'shift start', 'start', 'interval start'].includes(concept.name),
    ),
  )
  const ofPeriods = columns.find(
    (column) =>
      names(column, 'interval start') && decidePeriod(column.values, column.header, timeZone) !== null,
  )
  const hasDaysBeside = dayColumns.some(
    (column) => !names(column, 'interval start') && decideMoment(column.values, timeZone, true) !== null,
  )
  if (ofPeriods && !hasDaysBeside) return { isSummary: true, isSingleDay: false }
  const hasDay = dayColumns.some((column) => decideMoment(column.values, timeZone, true) !== null)
  if (isFigures)
    return {
      isSummary: true,
      isSingleDay: length === null && hasDay && dayColumns.some((column) => names(column, 'date')),
    }
  if (length !== null) return { isSummary: length > 25 * 3_600_000, isSingleDay: false }
  return { isSummary: !hasDay, isSingleDay: false }
}

function medianLength(start: TableColumn, end: TableColumn, timeZone: string): number | null {
  const from = decideMoment(start.values, timeZone, true)
  const to = decideMoment(end.values, timeZone, true)
  if (!from || !to) return null
  const order = from.order === 'dmy' || from.order === 'mdy' ? from.order : 'ymd'
  const lengths: number[] = []
  const n = Math.min(start.values.filled.length, end.values.filled.length)
  for (let index = 0; index < n; index += 1) {
    const startText = start.values.filled[index] ?? ''
    const endText = end.values.filled[index] ?? ''
    const isDays = !startText.includes(':') && !endText.includes(':')
    const isCount = /^\d+(?:\.\d+)?$/.test(startText)
    const span = isCount
      ? (Number(endText) - Number(startText)) *
        (from.order === 'epoch-seconds' ? 1000 : from.order === 'excel-serial' ? DAY_MS : 1)
      : readWallTime(endText, order) - readWallTime(startText, order) + (isDays ? DAY_MS : 0)
    if (span >= 0) lengths.push(span)
  }
  lengths.sort((a, b) => a - b)
  return lengths[Math.floor(lengths.length / 2)] ?? null
}
