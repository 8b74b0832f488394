import { inTransaction, type WritableDatabase } from '../store/index.ts'
import { readTreePage, type StoredRow } from './btree-page.ts'
import type { PageSource } from './page-source.ts'
import { freePages, readSchema, readTree, type SchemaLine } from './read-tables.ts'
import { fitsShape, insertRows, readShapes, type TableShape } from './table-shape.store.ts'

/** What became of one table. */
export interface SavedTable {
  table: string
  /** How many rows it had, where that is known: from its own pages when all could be read, else from a whole index of it. */
  rowsBefore: number | null
  damagedPages: number
}

/** What was found in a damaged file. */
export interface SavedTables {
  tables: SavedTable[]
  pages: number
  damagedPages: number
}

const everything = () => true

/**
 * Reads every table of the file page by page and puts its rows into the new database, whose schema has the same version. Pages that nothing leads
 * to any more are given to the one damaged table they fit, and left where they fit none or several.
 */
export function saveTables(source: PageSource, database: WritableDatabase): SavedTables {
  const reached = new Set<number>()
  const { lines } = readSchema(source, reached)
  const shapes = readShapes(database)
  const counts = countByIndexes(source, lines, reached)
  const tables: SavedTable[] = []
  const damaged: TableShape[] = []
  for (const shape of shapes) {
    const root = lines.find(({ type, name }) => type === 'table' && name === shape.name)?.root
    let read = 0
    const take = (rows: readonly StoredRow[]) => {
      read += rows.length
      insertRows(database, shape, rows)
    }
    const damagedPages = inTransaction(database, () =>
      root === undefined
        ? 1
        : readTree(source, root, reached, { fits: (row) => fitsShape(shape, row), take }),
    )
    if (damagedPages > 0) damaged.push(shape)
    const rowsBefore = damagedPages === 0 ? read : (counts.get(shape.name) ?? null)
    tables.push({ table: shape.name, rowsBefore, damagedPages })
  }
  takeWhatNothingLeadsTo(source, database, damaged, reached)
  return { tables, pages: source.count, damagedPages: tables.reduce((sum, one) => sum + one.damagedPages, 0) }
}

/** How many rows each table has, by an index that has a line for each and can be read as a whole. */
function countByIndexes(
  source: PageSource,
  lines: readonly SchemaLine[],
  reached: Set<number>,
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { type, table, root, sql } of lines) {
    if (type !== 'index' || root < 2) continue
    let entries = 0
    const take = (rows: readonly StoredRow[]) => {
      entries += rows.length
    }
    const damagedPages = readTree(source, root, reached, { fits: everything, take })
    if (damagedPages === 0 && !/\bWHERE\b/i.test(sql)) counts.set(table, entries)
  }
  return counts
}

function takeWhatNothingLeadsTo(
  source: PageSource,
  database: WritableDatabase,
  damaged: readonly TableShape[],
  reached: ReadonlySet<number>,
): void {
  // without a list of the free pages, rows that were deleted would come back
  if (damaged.length === 0 || !source.isHeaderSound) return
  const free = freePages(source)
  inTransaction(database, () => {
    for (let number = 2; number <= source.count; number++) {
      if (reached.has(number) || free.has(number)) continue
      const page = readTreePage(source, number)
      if (!page || page.rows.length === 0) continue
      const fitting = damaged.filter((shape) => page.rows.every((row) => fitsShape(shape, row)))
      if (fitting.length === 1) insertRows(database, fitting[0]!, page.rows)
    }
  })
}
