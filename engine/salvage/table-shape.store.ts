import type { WritableDatabase } from '../store/index.ts'
import type { StoredRow } from './btree-page.ts'
import type { Stored } from './record.ts'

/** A table of the new workspace: what a row of it must look like, and how it is put in. */
export interface TableShape {
  name: string
  /** In the order in which they are stored. */
  columns: { name: string; type: string; isNeeded: boolean }[]
  /** The column that is the row's own number; null where there is none. */
  rowidColumn: string | null
}

interface ColumnRow {
  name: string
  type: string
  notnull: number
  dflt_value: string | null
  pk: number
  hidden: number
}

/** What is worked out from other tables, or of the moment only, and made anew. */
const NOT_SAVED = /^(sqlite_|segment_search|interaction_days$|observation_days$|lease$)/

/** The tables of a workspace that state something. */
export function readShapes({ raw }: WritableDatabase): TableShape[] {
  const tables = raw.prepare(
    `SELECT name, wr AS isWithoutRowid FROM pragma_table_list WHERE schema = 'main' AND type = 'table'`,
  )
  return (tables.all() as { name: string; isWithoutRowid: number }[])
    .filter(({ name }) => !NOT_SAVED.test(name))
    .map(({ name, isWithoutRowid }) => {
      const all = (raw.prepare('SELECT * FROM pragma_table_xinfo(?)').all(name) as ColumnRow[]).filter(
        ({ hidden }) => hidden === 0,
      )
      const keys = all.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk)
      const isOwnNumber = isWithoutRowid === 0 && keys.length === 1 && keys[0]!.type === 'INTEGER'
      const stored = isWithoutRowid === 1 ? [...keys, ...all.filter(({ pk }) => pk === 0)] : all
      return {
        name,
        columns: stored.map((column) => ({
          name: column.name,
          type: column.type,
          isNeeded: column.notnull === 1 || (column.pk > 0 && !isOwnNumber),
        })),
        rowidColumn: isOwnNumber ? keys[0]!.name : null,
      }
    })
}

function isOfType(value: Stored, type: string): boolean {
  if (value === null || type === 'ANY') return true
  if (type === 'TEXT') return typeof value === 'string'
  if (type === 'BLOB') return Buffer.isBuffer(value)
  if (type === 'REAL') return typeof value === 'number'
  return (typeof value === 'number' && Number.isInteger(value)) || typeof value === 'bigint'
}

/** Whether a row can be one of this table: a row written before a column was added is shorter. */
export function fitsShape({ columns, rowidColumn }: TableShape, { rowid, values }: StoredRow): boolean {
  if (values.length > columns.length || (rowid === null && rowidColumn !== null)) return false
  return values.every((value, at) => {
    const { name, type, isNeeded } = columns[at]!
    if (name === rowidColumn) return value === null
    return value === null ? !isNeeded : isOfType(value, type)
  })
}

/** Puts rows into the table; gives how many it took. What breaks a rule of the table is not one of its rows. */
export function insertRows(
  { raw }: WritableDatabase,
  { name, columns, rowidColumn }: TableShape,
  rows: readonly StoredRow[],
): number {
  const ofLength = (length: number) => {
    const given = columns.slice(0, length).map((column) => `"${column.name}"`)
    return raw.prepare(
      `INSERT OR IGNORE INTO "${name}" (${given.join(', ')}) VALUES (${given.map(() => '?').join(', ')})`,
    )
  }
  const statements = new Map<number, ReturnType<typeof ofLength>>()
  let taken = 0
  for (const { rowid, values } of rows) {
    let insert = statements.get(values.length)
    if (!insert) statements.set(values.length, (insert = ofLength(values.length)))
    const at = columns.findIndex((column) => column.name === rowidColumn)
    const bound = at === -1 ? values : values.with(at, rowid)
    try {
      taken += insert.run(bound).changes
    } catch (error) {
      if (!String((error as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT')) throw error
    }
  }
  return taken
}

/** How many rows a table has. */
export function countRows({ raw }: WritableDatabase, table: string): number {
  return raw.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number
}
