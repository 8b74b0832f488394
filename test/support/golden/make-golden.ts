import Database from 'better-sqlite3-multiple-ciphers'
import { rmSync } from 'node:fs'
import { rebuildEveryRollup } from '../../../engine/metrics/index.ts'
import { connect, migrate } from '../../../engine/store/index.ts'
import { migrations } from '../../../engine/store/migrations/index.ts'
import { columnsOf, fillTable, tablesOf } from './fill-table.ts'

/** What repeats the facts of other tables: made-up rows there would contradict them. */
const DERIVED = ['interaction_days', 'observation_days']

/**
 * Makes a database of an earlier schema: the migrations up to it, then the rows of a workspace of today as far as that schema has room for
 * them, then made-up rows for every table that is still empty, and the sums of all that.
 */
export function makeGolden(version: number, workspace: string, file: string): void {
  const database = new Database(file)
  try {
    for (const migration of migrations) if (migration.version <= version) database.exec(migration.sql)
    database.pragma(`user_version = ${version}`)
    database.pragma('foreign_keys = OFF')
    attach(database, workspace)
    const today = new Set(
      database.prepare(`SELECT name FROM today.sqlite_schema WHERE type = 'table'`).pluck().all(),
    )
    for (const table of tablesOf(database)) if (today.has(table)) copyRows(database, table)
    database.exec('DETACH today')
    database.pragma('foreign_keys = ON')
    for (const table of tablesOf(database)) {
      const isEmpty = database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() === 0
      if (isEmpty && !DERIVED.includes(table)) fillTable(database, table)
    }
    const broken = database.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new Error(`Schema ${version}: ${JSON.stringify(broken.slice(0, 5))}`)
    copySums(database, file)
    database.exec('VACUUM')
    // as every workspace is
    database.pragma('journal_mode = WAL')
  } finally {
    database.close()
  }
}

/** Copies what both schemas have of a table. */
function copyRows(database: Database.Database, table: string): void {
  const now = new Set(
    database.prepare(`SELECT name FROM pragma_table_xinfo(?, 'today')`).pluck().all(table) as string[],
  )
  const shared = columnsOf(database, table).filter(({ name }) => now.has(name))
  const names = shared.map(({ name }) => `"${name}"`).join(', ')
  if (shared.length > 0)
    try {
      database.exec(`INSERT INTO main."${table}" (${names}) SELECT ${names} FROM today."${table}"`)
    } catch {
      // it asks for more, or for something else, than there is today: made-up rows will do
    }
}

const attach = (database: Database.Database, file: string) => database.prepare('ATTACH ? AS today').run(file)

/** Works the sums out on a copy that is brought to today's schema, and takes them over. */
function copySums(database: Database.Database, file: string): void {
  const upgraded = `${file}.upgraded`
  database.prepare('VACUUM INTO ?').run(upgraded)
  const today = connect(upgraded, 'write')
  migrate(today, upgraded)
  rebuildEveryRollup(today)
  // sums may be of a stratum that working them out has made
  today.raw.pragma('wal_checkpoint(TRUNCATE)')
  today.raw.close()
  attach(database, upgraded)
  for (const table of DERIVED) database.exec(`DELETE FROM main."${table}"`)
  database.exec('INSERT OR IGNORE INTO main.strata SELECT * FROM today.strata')
  for (const table of DERIVED) copyRows(database, table)
  database.exec('DETACH today')
  for (const ending of ['', '-wal', '-shm']) rmSync(`${upgraded}${ending}`, { force: true })
}
