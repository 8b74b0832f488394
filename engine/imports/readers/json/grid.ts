import { createRowDelivery, deliverAll } from '../row-batches.ts'
import { lookedAtRows, shapeOf } from '../table-shape.ts'
import type { OpenedTable } from '../types.ts'
import { cellOf } from './flatten-record.ts'
import { isObject } from './record-list.ts'

export interface Grid {
  /** Dotted path of the list of rows; '' when the file is the list. */
  path: string
  /** The header first, where the file names its columns apart from the rows. */
  rows: string[][]
}

const rowNames = ['rows', 'data', 'values', 'records', 'results']
const headerNames = ['columns', 'headers', 'header', 'fields', 'cols']

/**
 * A table written as a list of lists: [["agent", "calls"], ["Ann", 3]], or with its columns named beside it,
 * {columns: ["agent", {name: "calls"}], rows: [["Ann", 3]]}. null for anything else.
 */
export function findGrid(value: unknown): Grid | null {
  if (Array.isArray(value)) return isGrid(value) ? { path: '', rows: value.map(textRow) } : null
  if (!isObject(value)) return null
  for (const path of rowNames) {
    const rows = value[path]
    if (!Array.isArray(rows) || !isGrid(rows)) continue
    const header = headerNames.flatMap((name) => columnTitles(value[name]))
    return { path, rows: header.length > 0 ? [header, ...rows.map(textRow)] : rows.map(textRow) }
  }
  return null
}

/** The grid as a table; null when it has no row below its header. */
export function gridTable(grid: Grid): OpenedTable | null {
  const shape = shapeOf(grid.rows.slice(0, lookedAtRows))
  if (shape === null || shape.sample.length === 0) return null
  const { columns, firstDataRow } = shape
  return {
    name: null,
    isHidden: false,
    ...shape,
    rows: (onBatch, options = {}) => {
      const delivery = createRowDelivery(onBatch, {
        columnCount: columns.length,
        firstDataRow,
        reportsWidth: true,
      })
      return deliverAll(grid.rows, 1, delivery, options)
    },
  }
}

function isGrid(list: readonly unknown[]): list is unknown[][] {
  return list.length > 0 && list.every((row) => Array.isArray(row)) && list.some((row) => row.length > 1)
}

function textRow(row: readonly unknown[]): string[] {
  return row.map(cellOf)
}

function columnTitles(value: unknown): string[] {
  if (!Array.isArray(value)) return []
  const titles = value.map((column: unknown) => {
    if (typeof column === 'string') return column
    const title = isObject(column)
      ? (column['title'] ?? column['label'] ?? column['name'] ?? column['key'])
      : null
    return typeof title === 'string' ? title : ''
  })
  return titles.some((title) => title !== '') ? titles : []
}
