import { t } from '#speech'
import type { ImportField, Mapping, Transform } from '../../../shared/domain/import-kinds.ts'
import type { RowOutcome } from '../facts.ts'
import { zoneClock } from '../../zone-clock.ts'
import type { CellReader, RowBuilding } from './cells.ts'
import {
  dayCell,
  durationCellOf,
  flagCell,
  instantCell,
  numberCellOf,
  textCell,
  timeOfDayCell,
} from './cells.ts'
import { compileRowReader } from './compile.ts'
import { indexColumns } from './columns-of-mapping.ts'
import type { PlacedColumn } from './columns-of-mapping.ts'
import { FIELD_VALUES } from './field-values.ts'
import { periodCell } from './period-cells.ts'
import { ratingOf, ratingReaderOf, shareCellOf } from './rating-cells.ts'

/** One mapped cell: as written, as understood, and what is wrong with it. */
export interface PreviewCell {
  column: string
  /** Null for the columns of a wide file's questions. */
  field: ImportField | null
  raw: string
  /** Null where the cell states nothing or cannot be read. */
  display: string | null
  problem: string | null
  /** What people wrote: to be redacted before it is shown or kept. */
  isFreeText: boolean
}

export interface PreviewRow {
  outcome: RowOutcome
  cells: PreviewCell[]
}

/** Reads rows with a mapping for people to look at: every mapped cell with its meaning or its problem. Throws as `compileRowReader`. */
export function previewRows(
  mapping: Mapping,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): PreviewRow[] {
  const { read } = compileRowReader(mapping, columns)
  const previewers = [...fieldPreviewers(mapping, columns), ...questionPreviewers(mapping, columns)]
  return rows.map((row) => ({ outcome: read(row), cells: previewers.map((preview) => preview(row)) }))
}

type CellPreviewer = (row: readonly string[]) => PreviewCell

function fieldPreviewers(mapping: Mapping, columns: readonly string[]): CellPreviewer[] {
  const indexes = indexColumns(columns)
  return mapping.columns.map((columnMapping) => {
    const { column, field, transform } = columnMapping
    const index = indexes.get(column) ?? -1
    const placed: PlacedColumn = { index, column, field, transform, mapping: columnMapping }
    const building: RowBuilding = {
      columns: {
        all: [placed],
        first: (wanted) => (wanted === field ? placed : null),
        every: (wanted) => (wanted === field ? [placed] : []),
      },
      timeZone: mapping.timeZone,
      state: { rejection: null },
    }
    const display = displayOf(building, placed)
    const isFreeText = FIELD_VALUES[field] === 'free-text'
    return (row) => {
      building.state.rejection = null
      const shown = display(row)
      const problem = problemOf(building.state)
      return { column, field, raw: row[index] ?? '', display: shown, problem, isFreeText }
    }
  })
}

function displayOf(building: RowBuilding, placed: PlacedColumn): CellReader<string> {
  const { field, transform } = placed
  switch (FIELD_VALUES[field]) {
    case 'instant': {
      const clock = zoneClock(building.timeZone)
      return shown(instantCell(building, field), (instant) =>
        new Date(clock.wallOf(instant)).toISOString().slice(0, 19).replace('T', ' '),
      )
    }
    case 'day': {
      const period = periodCell(building, field)
      return period
        ? shown(period, ({ fromDay, toDay }) => t`${{ fromDay }} to ${{ toDay }}`)
        : dayCell(building, field)
    }
    case 'time-of-day':
      return shown(timeOfDayCell(building, field), clockText)
    case 'duration':
      return shown(durationCellOf(building, placed), clockText)
    case 'number':
      return shown(numberCellOf(building, placed), String)
    case 'share':
      return shown(shareCellOf(building, placed, 100), percentText)
    case 'rating':
      return ratingDisplay(building, placed.column, placed.index, transform)
    case 'flag':
    case 'mark':
      return shown(flagCell(building, field), (flag) => (flag ? t`yes` : t`no`))
    case 'figure':
      if (transform.as === 'duration') return shown(durationCellOf(building, placed), clockText)
      if (transform.as === 'number') return shown(numberCellOf(building, placed), String)
      return shown(shareCellOf(building, placed, 100), percentText)
    case 'absence':
    case 'channel':
    case 'direction':
    case 'origin':
    case 'id':
    case 'text':
    case 'free-text':
    case 'name':
      return textCell(building, field)
  }
}

function shown<Value>(read: CellReader<Value>, say: (value: Value) => string): CellReader<string> {
  return (row) => {
    const value = read(row)
    return value === null ? null : say(value)
  }
}

function ratingDisplay(
  building: RowBuilding,
  column: string,
  index: number,
  transform: Transform,
): CellReader<string> {
  const read = ratingReaderOf(transform)
  return (row) => {
    const rating = ratingOf(building.state, column, row[index] ?? '', read)
    return (
      rating &&
      t`${{ value: tidy(rating.value) }} (${{ min: tidy(rating.min) }} to ${{ max: tidy(rating.max) }})`
    )
  }
}

function questionPreviewers(mapping: Mapping, columns: readonly string[]): CellPreviewer[] {
  const indexes = indexColumns(columns)
  const state: RowBuilding['state'] = { rejection: null }
  const previewers: CellPreviewer[] = []
  for (const question of mapping.questions) {
    const scored = question.scoreColumn ?? question.answerColumn
    const rest = [question.answerColumn, question.commentColumn].filter(
      (column) => column !== null && column !== scored,
    )
    if (scored !== null) {
      const index = indexes.get(scored) ?? -1
      const read = ratingReaderOf(question.scale)
      const notApplicable = new Set(question.notApplicable)
      previewers.push((row) => {
        const raw = row[index] ?? ''
        state.rejection = null
        const isNotApplicable = notApplicable.has(raw.trim().toLowerCase())
        const rating = isNotApplicable ? null : ratingOf(state, scored, raw, read)
        const display = isNotApplicable ? t`not applicable` : rating && percentText(rating.score0to1)
        return {
          column: scored,
          field: null,
          raw,
          display,
          problem: problemOf(state),
          isFreeText: false,
        }
      })
    }
    for (const column of rest) {
      if (column === null) continue
      const index = indexes.get(column) ?? -1
      previewers.push((row) => {
        const raw = row[index] ?? ''
        const isFreeText = column === question.commentColumn
        return { column, field: null, raw, display: raw.trim() || null, problem: null, isFreeText }
      })
    }
  }
  return previewers
}

function clockText(durationMs: number): string {
  const seconds = Math.floor(durationMs / 1000)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const [hours = 0, ...rest] = parts
  const fraction = durationMs % 1000 === 0 ? '' : `.${String(Math.round(durationMs % 1000)).padStart(3, '0')}`
  return `${hours}:${rest.map((part) => String(part).padStart(2, '0')).join(':')}${fraction}`
}

function percentText(share: number): string {
  return `${tidy(share * 100)}%`
}

function tidy(value: number): string {
  return String(Math.round(value * 100) / 100)
}

function problemOf(state: RowBuilding['state']): string | null {
  return state.rejection?.message ?? null
}
