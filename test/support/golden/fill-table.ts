import type Database from 'better-sqlite3-multiple-ciphers'
import { starterPolicies } from '../../../shared/domain/policy.ts'
import { seededRandom } from '../../../engine/statistics/index.ts'

interface Column {
  name: string
  type: string
  notnull: number
  pk: number
  hidden: number
}

const ROWS = 2
const MOST_TRIES = 4000

/** Tables of SQLite's own, and those that only repeat what others state. */
export const isOwnTable = (name: string) => !/^(sqlite_|segment_search|lease$)/.test(name)

/** The names of all tables that state something. */
export function tablesOf(database: Database.Database): string[] {
  const names = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid`).pluck()
  return (names.all() as string[]).filter(isOwnTable)
}

/** The columns of a table that can be written. */
export function columnsOf(database: Database.Database, table: string): Column[] {
  return (database.prepare(`SELECT * FROM pragma_table_xinfo(?)`).all(table) as Column[]).filter(
    ({ hidden }) => hidden === 0,
  )
}

/** Values a column may take, as its own declaration says: a listed word, a row of another table, JSON, a number. */
function valuesFor(database: Database.Database, table: string, column: Column): unknown[] {
  const parent = database
    .prepare(`SELECT "table", "to" FROM pragma_foreign_key_list(?) WHERE "from" = ?`)
    .get(table, column.name) as { table: string; to: string | null } | undefined
  const nothing = column.notnull || column.pk ? [] : [null]
  if (parent) {
    const key = parent.to ?? columnsOf(database, parent.table).find(({ pk }) => pk === 1)!.name
    const ids = database.prepare(`SELECT "${key}" FROM "${parent.table}" LIMIT 5`).pluck().all()
    return [...ids, ...nothing]
  }
  // what is read back by its own shape
  if (table === 'policies' && column.name === 'document') return [JSON.stringify(starterPolicies.strict)]
  // nobody has to be entered to look at the file
  if (table === 'profiles' && column.name === 'removed_at') return [1]
  // a fact is named by its kind and its number in that kind's table
  if (column.name === 'fact_kind') return [1]
  if (column.name === 'fact_id') return database.prepare('SELECT id FROM interactions LIMIT 5').pluck().all()
  const sql = database.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table) as string
  const listed = new RegExp(
    `\\b${column.name}\\b[^,(]*(?:CHECK \\()?\\s*${column.name} IN \\(([^)]*)\\)`,
  ).exec(sql)?.[1]
  if (listed) return [...listed.split(',').map((word) => word.trim().replaceAll(/^'|'$/g, '')), ...nothing]
  if (column.type === 'TEXT') return [`${table} ${column.name}`, '[]', '{}', ...nothing]
  if (column.type === 'BLOB') return [Buffer.from(column.name), ...nothing]
  return column.type === 'REAL' ? [0.5, 1, ...nothing] : [1, 2, 0, 20_520, ...nothing]
}

/** Puts rows into an empty table, the same ones every time: values its own rules allow, drawn until they do. Throws where none are found. */
export function fillTable(database: Database.Database, table: string): void {
  const columns = columnsOf(database, table)
  const random = seededRandom(table.length * 31 + columns.length)
  const choices = columns.map((column) => valuesFor(database, table, column))
  const insert = database.prepare(
    `INSERT INTO "${table}" (${columns.map(({ name }) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  let rows = 0
  let last: unknown
  for (let turn = 0; turn < MOST_TRIES && rows < ROWS; turn++)
    try {
      insert.run(choices.map((values) => values[Math.floor(random() * values.length)]))
      rows += 1
    } catch (error) {
      last = error
    }
  if (rows === 0) throw new Error(`No row could be made for ${table}: ${String(last)}`)
}
