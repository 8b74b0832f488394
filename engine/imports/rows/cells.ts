import { t } from '#speech'
import type { RowRejection } from '../facts.ts'
import { durationReader } from '../values/durations.ts'
import { flagReader, wordReader } from '../values/flags.ts'
import { dayReader, instantReader, timeOfDayMs, wallReader } from '../values/moments.ts'
import { isNoStatement } from '../values/no-statement.ts'
import { numberReader } from '../values/numbers.ts'
import type { PlacedColumn, PlacedColumns } from './columns-of-mapping.ts'
import { FIELD_VALUES, TRANSFORMS_OF_VALUE } from './field-values.ts'
import type { ImportField } from '../../../shared/domain/import-kinds.ts'

/** What is known of the row being read; the first rejection stands. One object per reader, reset for each row. */
export interface RowState {
  rejection: RowRejection | null
}

/** Reads one cell of a row; null where it states nothing or (with a rejection noted) cannot be read. */
export type CellReader<Value> = (row: readonly string[]) => Value | null

/** What the parts of a row reader are built from. */
export interface RowBuilding {
  columns: PlacedColumns
  timeZone: string
  state: RowState
}

export const nothing = (): null => null

/** The first moment Debrief takes for real; earlier ones are fillers or mistakes. */
const EARLIEST_MS = Date.UTC(1990, 0, 1)
const LATEST_MS = Date.UTC(2100, 0, 1)
/** The dates systems write for "never", under any of the usual first days. */
const NULL_DATE =
  /^(?:0000-00-00|0001-01-01|1753-01-01|1899-12-3[01]|1900-01-0[01]|1970-01-01|0?1[-/.]0?1[-/.](?:0001|1753|1900|1970)|0$)/

export function note(state: RowState, code: RowRejection['code'], column: string, message: string): null {
  state.rejection ??= { code, column, message }
  return null
}

/** The cell as a message quotes it: at most 40 characters. */
export function excerpt(cell: string): string {
  const text = cell.trim()
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

export function placedFor(building: RowBuilding, field: ImportField): PlacedColumn | null {
  const placed = building.columns.first(field)
  if (placed) assertReadable(placed)
  return placed
}

/** Throws a sentence when a column's transform cannot give what its field takes. */
export function assertReadable(placed: PlacedColumn): void {
  const allowed = TRANSFORMS_OF_VALUE[FIELD_VALUES[placed.field]]
  if (!allowed.includes(placed.transform.as)) {
    throw new Error(
      t`The column "${{ column: placed.column }}" is mapped to ${{ field: placed.field }} and cannot be read as ${{ as: placed.transform.as }}. Choose ${{ allowed: allowed[0] }}.`,
    )
  }
}

/** The cell as written, trimmed; null for the spellings of nothing. */
export function textCell(building: RowBuilding, field: ImportField): CellReader<string> {
  const placed = placedFor(building, field)
  if (!placed) return nothing
  const { index, transform } = placed
  if (transform.as === 'word') {
    const read = wordReader(transform)
    return (row) => {
      const cell = row[index] ?? ''
      return isNoStatement(cell) ? null : (read(cell) ?? cell.trim())
    }
  }
  return (row) => {
    const cell = row[index] ?? ''
    return isNoStatement(cell) ? null : cell.trim()
  }
}

/** A closed word (direction, origin); spellings not listed state nothing. */
export function wordCell(building: RowBuilding, field: ImportField): CellReader<string> {
  const placed = placedFor(building, field)
  if (!placed) return nothing
  const { index, transform } = placed
  if (transform.as === 'flag') {
    const read = flagReader(transform)
    return (row) => {
      const value = read(row[index] ?? '')
      return value === null ? null : String(value)
    }
  }
  if (transform.as !== 'word') return nothing
  const read = wordReader(transform)
  return (row) => read(row[index] ?? '')
}

export function flagCell(building: RowBuilding, field: ImportField): CellReader<boolean> {
  const placed = placedFor(building, field)
  if (!placed) return nothing
  const { index, transform } = placed
  if (transform.as === 'flag') {
    const read = flagReader(transform)
    return (row) => read(row[index] ?? '')
  }
  // A column of ids (a calibration's, say) is a mark: filled means yes.
  return (row) => !isNoStatement(row[index] ?? '')
}

export function instantCell(building: RowBuilding, field: ImportField): CellReader<number> {
  const placed = placedFor(building, field)
  if (!placed) return nothing
  const { index, transform, column } = placed
  if (transform.as !== 'instant' && transform.as !== 'day') return nothing
  const read = instantReader(transform.order, transform.timeZone ?? building.timeZone)
  return (row) => {
    const cell = row[index] ?? ''
    if (isNoStatement(cell)) return null
    const instant = read(cell)
    if (instant >= EARLIEST_MS && instant < LATEST_MS) return instant
    if (NULL_DATE.test(cell.trim())) return null
    return instant === instant
      ? note(
          building.state,
          'out-of-range',
          column,
          t`The date "${{ cell: excerpt(cell) }}" in "${{ column }}" lies outside 1990 to 2099.`,
        )
      : note(
          building.state,
          'bad-date',
          column,
          t`"${{ cell: excerpt(cell) }}" in "${{ column }}" cannot be read as a date.`,
        )
  }
}

export function dayCell(building: RowBuilding, field: ImportField): CellReader<string> {
  const placed = placedFor(building, field)
  if (!placed) return nothing
  const { index, transform, column } = placed
  if (transform.as !== 'instant' && transform.as !== 'day') return nothing
  const read = dayReader(transform.order, transform.timeZone ?? building.timeZone)
  return (row) => {
    const cell = row[index] ?? ''
    if (isNoStatement(cell) || NULL_DATE.test(cell)) return null
    return (
      read(cell) ??
      note(
        building.state,
        'bad-date',
        column,
        t`"${{ cell: excerpt(cell) }}" in "${{ column }}" cannot be read as a date.`,
      )
    )
  }
}

/** A day as wall milliseconds (its time of day kept). */
export function wallCell(building: RowBuilding, field: ImportField): CellReader<number> {
  const placed = placedFor(building, field)
  if (!placed) return nothing
  const { index, transform, column } = placed
  if (transform.as !== 'instant' && transform.as !== 'day') return nothing
  const read = wallReader(transform.order, transform.timeZone ?? building.timeZone)
  return (row) => {
    const cell = row[index] ?? ''
    if (isNoStatement(cell) || NULL_DATE.test(cell)) return null
    const wall = read(cell)
    return wall === wall
      ? wall
      : note(
          building.state,
          'bad-date',
          column,
          t`"${{ cell: excerpt(cell) }}" in "${{ column }}" cannot be read as a date.`,
        )
  }
}

export function timeOfDayCell(building: RowBuilding, field: ImportField): CellReader<number> {
  const placed = placedFor(building, field)
  if (!placed) return nothing
  const { index, column } = placed
  return (row) => {
    const cell = row[index] ?? ''
    if (isNoStatement(cell)) return null
    const time = timeOfDayMs(cell)
    return time === time
      ? time
      : note(
          building.state,
          'bad-date',
          column,
          t`"${{ cell: excerpt(cell) }}" in "${{ column }}" cannot be read as a time of day.`,
        )
  }
}

export function durationCell(building: RowBuilding, field: ImportField): CellReader<number> {
  const placed = placedFor(building, field)
  return placed ? durationCellOf(building, placed) : nothing
}

export function durationCellOf(building: RowBuilding, placed: PlacedColumn): CellReader<number> {
  assertReadable(placed)
  const { index, transform, column } = placed
  if (transform.as !== 'duration') return nothing
  const read = durationReader(transform)
  return (row) => {
    const cell = row[index] ?? ''
    if (isNoStatement(cell)) return null
    const duration = read(cell)
    if (duration >= 0) return duration
    return duration < 0
      ? note(
          building.state,
          'negative-duration',
          column,
          t`"${{ cell: excerpt(cell) }}" in "${{ column }}" is a negative duration.`,
        )
      : note(
          building.state,
          'bad-duration',
          column,
          t`"${{ cell: excerpt(cell) }}" in "${{ column }}" cannot be read as a duration.`,
        )
  }
}

/** A plain number (weights, points, counts). */
export function numberCell(building: RowBuilding, field: ImportField): CellReader<number> {
  const placed = placedFor(building, field)
  return placed ? numberCellOf(building, placed) : nothing
}

export function numberCellOf(building: RowBuilding, placed: PlacedColumn): CellReader<number> {
  assertReadable(placed)
  const { index, transform, column } = placed
  const read = numberReader('decimal' in transform ? (transform.decimal ?? '.') : '.')
  return (row) => {
    const cell = row[index] ?? ''
    if (isNoStatement(cell)) return null
    const number = read(cell)
    return number === number
      ? number
      : note(
          building.state,
          'bad-number',
          column,
          t`"${{ cell: excerpt(cell) }}" in "${{ column }}" cannot be read as a number.`,
        )
  }
}

/** Whether any of the fields has a column. */
export function hasAny(building: RowBuilding, prefix: string): boolean {
  return building.columns.all.some(({ field }) => field.startsWith(prefix))
}
