import { columnNames } from './column-names.ts'
import { findHeader } from './header-rows.ts'
import { isEmptyRow } from './row-batches.ts'
import type { OpenedTable } from './types.ts'

export type TableShape = Pick<OpenedTable, 'columns' | 'headerRows' | 'preamble' | 'firstDataRow' | 'sample'>

/** How many rows at the beginning of a file are looked at: preamble, header and sample. */
export const lookedAtRows = 260

const sampleRows = 200

/**
 * Header, columns and sample of a table, from its first rows.
 * @param rows The first rows, empty ones included; rows[0] is row number `firstRowNumber`.
 * @returns null when there is nothing but empty rows.
 */
export function shapeOf(rows: readonly string[][], firstRowNumber = 1): TableShape | null {
  if (rows.every(isEmptyRow)) return null
  const { headerIndex, dataIndex, width } = findHeader(rows)
  const headerRows = detached(rows.slice(headerIndex, dataIndex))
  const data = rows.slice(dataIndex).filter((row) => !isEmptyRow(row))
  // A delimiter at the end of every line makes no column.
  const filledWidth = data.reduce((widest, row) => Math.max(widest, lastFilled(row)), 0)
  const columnCount = Math.max(1, Math.min(width, filledWidth), ...headerRows.map(lastFilled))
  const columns = columnNames(headerRows, columnCount)
  const sample = data.slice(0, sampleRows)
  return {
    columns,
    headerRows,
    preamble: rows
      .slice(0, headerIndex)
      .filter((row) => !isEmptyRow(row))
      .map((row) => row.filter((cell) => cell !== '').join(' ')),
    firstDataRow: firstRowNumber + dataIndex,
    sample: detached(sample).map((row) => atWidth(row, columnCount)),
  }
}

/** Padded to the width, without empty cells beyond it. */
function atWidth(row: string[], width: number): string[] {
  const kept = row.slice(0, Math.max(width, lastFilled(row)))
  return [...kept, ...Array<string>(Math.max(0, width - kept.length)).fill('')]
}

function lastFilled(row: readonly string[]): number {
  return row.findLastIndex((cell) => cell !== '') + 1
}

/** Cells cut from a larger text keep all of it in memory; these live as long as the opened file. */
function detached(rows: readonly string[][]): string[][] {
  return JSON.parse(JSON.stringify(rows)) as string[][]
}
