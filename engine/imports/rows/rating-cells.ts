import { t } from '#speech'
import type { ImportField, Transform } from '../../../shared/domain/import-kinds.ts'
import { isNoStatement } from '../values/no-statement.ts'
import { numberReader } from '../values/numbers.ts'
import { scaleReader } from '../values/scales.ts'
import { assertReadable, note, nothing, placedFor, excerpt } from './cells.ts'
import type { CellReader, RowBuilding, RowState } from './cells.ts'
import type { PlacedColumn } from './columns-of-mapping.ts'

/** A share 0..1; `most` bounds it (conformance has no bound). */
export function shareCell(building: RowBuilding, field: ImportField, most: number): CellReader<number> {
  const placed = placedFor(building, field)
  return placed ? shareCellOf(building, placed, most) : nothing
}

export function shareCellOf(building: RowBuilding, placed: PlacedColumn, most: number): CellReader<number> {
  assertReadable(placed)
  const { index, transform, column } = placed
  if (transform.as === 'scale') {
    const read = ratingReaderOf(transform)
    return (row) => ratingOf(building.state, column, row[index] ?? '', read)?.score0to1 ?? null
  }
  const divisor = transform.as === 'share' ? transform.scale : 1
  const read = numberReader('decimal' in transform ? (transform.decimal ?? '.') : '.')
  return (row) => {
    const cell = row[index] ?? ''
    if (isNoStatement(cell)) return null
    const number = read(cell)
    if (number !== number) {
      return note(
        building.state,
        'bad-number',
        column,
        t`"${{ cell: excerpt(cell) }}" in "${{ column }}" cannot be read as a share.`,
      )
    }
    const share = number / (cell.includes('%') ? 100 : divisor)
    // A rounded 100.004% is still everything.
    if (share >= 0 && share <= most * 1.0001) return Math.min(share, most)
    return note(
      building.state,
      'out-of-range',
      column,
      t`"${{ cell: excerpt(cell) }}" in "${{ column }}" lies outside 0 to ${{ most: most * 100 }}%.`,
    )
  }
}

/** A rating: its own number and where it lies between the scale's ends. */
export interface Rating {
  value: number
  min: number
  max: number
  score0to1: number
}

/** Reads a cell to a rating, null for no statement, or what is wrong with it. */
export type RatingReader = (cell: string) => Rating | null | 'unreadable' | 'outside'

/** Makes the reader of a column of ratings from a scale, a share (0 to 1 or 100) or a plain number (0 to 100). */
export function ratingReaderOf(transform: Transform): RatingReader {
  const scale: Extract<Transform, { as: 'scale' }> =
    transform.as === 'scale'
      ? transform
      : {
          as: 'scale',
          min: 0,
          max: transform.as === 'share' ? transform.scale : 100,
          ...('decimal' in transform && transform.decimal ? { decimal: transform.decimal } : {}),
        }
  const { min, max } = scale
  const read = scaleReader(scale)
  const known = new Map<string, Rating | null | 'unreadable' | 'outside'>()
  return (cell) => {
    const before = known.get(cell)
    if (before !== undefined) return before
    const value = read(cell)
    const rating =
      value === null
        ? null
        : value !== value
          ? 'unreadable'
          : value < min || value > max
            ? 'outside'
            : { value, min, max, score0to1: max > min ? (value - min) / (max - min) : 1 }
    if (known.size > 20_000) known.clear()
    known.set(cell, rating)
    return rating
  }
}

/** As `ratingReaderOf`, for columns whose maximum stands in a column of its own: no value is too high by itself. */
export function unboundedRatingReaderOf(transform: Transform): RatingReader {
  const decimal = 'decimal' in transform && transform.decimal ? { decimal: transform.decimal } : {}
  const words = transform.as === 'scale' && transform.words ? { words: transform.words } : {}
  return ratingReaderOf({ as: 'scale', min: 0, max: 1e9, ...decimal, ...words })
}

/** The rating of a cell; what is wrong with it is noted as the row's rejection. */
export function ratingOf(state: RowState, column: string, cell: string, read: RatingReader): Rating | null {
  const rating = read(cell)
  if (rating === 'unreadable') {
    return note(
      state,
      'bad-score',
      column,
      t`"${{ cell: excerpt(cell) }}" in "${{ column }}" cannot be read as a score.`,
    )
  }
  if (rating === 'outside') {
    return note(
      state,
      'out-of-range',
      column,
      t`"${{ cell: excerpt(cell) }}" in "${{ column }}" lies outside the scale of the column.`,
    )
  }
  return rating
}

/** The rating of a row; of several columns (one for each choice) the one that states it. */
export function ratingCell(building: RowBuilding, field: ImportField): CellReader<Rating> {
  const readers = building.columns.every(field).map((placed): CellReader<Rating> => {
    assertReadable(placed)
    const { index, column, transform } = placed
    const read = ratingReaderOf(transform)
    return (row) => ratingOf(building.state, column, row[index] ?? '', read)
  })
  const [only, ...others] = readers
  if (!only) return nothing
  if (others.length === 0) return only
  return (row) => {
    for (const read of readers) {
      const rating = read(row)
      if (rating !== null) return rating
    }
    return null
  }
}
