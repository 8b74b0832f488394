import { t } from '#speech'
import type { ImportField } from '../../../shared/domain/import-kinds.ts'
import { dayNameOf } from '../values/civil-days.ts'
import { wallReader } from '../values/moments.ts'
import { isNoStatement } from '../values/no-statement.ts'
import { readPeriod, spanAround, type Period } from '../values/periods.ts'
import { note, nothing, placedFor, excerpt, wallCell, type CellReader, type RowBuilding } from './cells.ts'

const DAY_MS = 86_400_000

/** The days a row's figures are of; null for an end the row does not state. */
export interface StatedPeriod {
  fromDay: string | null
  toDay: string | null
}

/** Makes the reader of a row's period. An end at midnight after the start is the next day's first moment, so the day before is the last. */
export function periodOfRow(building: RowBuilding): (row: readonly string[]) => StatedPeriod {
  const from = periodCell(building, 'summary.from')
  const to = periodCell(building, 'summary.to')
  const fromWall = from === null ? wallCell(building, 'summary.from') : nothing
  const toWall = to === null ? wallCell(building, 'summary.to') : nothing
  const toIndex = building.columns.first('summary.to')?.index ?? -1
  return (row) => {
    const first = fromWall(row)
    const last = toWall(row)
    const isNextMidnight =
      last !== null &&
      last % DAY_MS === 0 &&
      first !== null &&
      last > first &&
      // `2026-01-08T00:00` is an instant, `2026-01-08` a whole day
      (row[toIndex] ?? '').includes(':')
    return {
      fromDay: from === null ? (first === null ? null : dayNameOf(first)) : (from(row)?.fromDay ?? null),
      toDay:
        to === null
          ? last === null
            ? null
            : dayNameOf(isNextMidnight ? last - 1 : last)
          : (to(row)?.toDay ?? null),
    }
  }
}

/** Makes the reader of a column whose cells stand for whole periods; null where the field's column holds plain days. */
export function periodCell(building: RowBuilding, field: ImportField): CellReader<Period> | null {
  const placed = placedFor(building, field)
  if (placed?.transform.as !== 'day' || placed.transform.span === undefined) return null
  const { index, column, transform } = placed
  const { order, span } = transform
  const readDay = wallReader(order, transform.timeZone ?? building.timeZone)
  const read = (cell: string): Period | null => {
    if (span === 'stated') return readPeriod(cell, order === 'dmy' || order === 'mdy' ? order : 'ymd')
    const wall = readDay(cell)
    return wall === wall ? spanAround(wall, span!) : null
  }
  return (row) => {
    const cell = row[index] ?? ''
    if (isNoStatement(cell)) return null
    return (
      read(cell) ??
      note(
        building.state,
        'bad-date',
        column,
        t`"${{ cell: excerpt(cell) }}" in "${{ column }}" cannot be read as a period.`,
      )
    )
  }
}
