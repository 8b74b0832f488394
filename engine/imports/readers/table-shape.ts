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
  const columnCount = Math.max(width, ...headerRows.map(lastFilled))
  const columns = columnNames(headerRows, columnCount)
  const sample = rows
    .slice(dataIndex)
    .filter((row) => !isEmptyRow(row))
    .slice(0, sampleRows)
  return {
    columns,
    headerRows,
    preamble: rows
      .slice(0, headerIndex)
      .filter((row) => !isEmptyRow(row))
      .map((row) => row.filter((cell) => cell !== '').join(' ')),
    firstDataRow: firstRowNumber + dataIndex,
    sample: detached(sample).map((row) => [
      ...row,
      ...Array<string>(Math.max(0, columnCount - row.length)).fill(''),
    ]),
  }
}

function lastFilled(row: readonly string[]): number {
  return row.findLastIndex((cell) => cell !== '') + 1
}

/** Cells cut from a larger text keep all of it in memory; these live as long as the opened file. */
function detached(rows: readonly string[][]): string[][] {
  return JSON.parse(JSON.stringify(rows)) as string[][]
}
