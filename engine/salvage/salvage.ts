import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { t } from '#speech'
import { tellSalvaged } from '../governance/index.ts'
import { compareRollups, rebuildEveryRollup } from '../metrics/index.ts'
import { asProblem, Problem } from '../problem.ts'
import {
  connect,
  findDamage,
  inTransaction,
  keys,
  migrate,
  migrateFresh,
  newestVersion,
  putKeyFile,
  settleReferences,
} from '../store/index.ts'
import { DATABASE_NAME } from '../workspace/index.ts'
import { openPages } from './page-source.ts'
import { saveTables, type SavedTables } from './save-tables.ts'

import { countRows } from './table-shape.store.ts'

/** What came of a table: `lost` is null where nothing tells how many rows there were. */
export interface TableOutcome {
  table: string
  saved: number
  lost: number | null
}

/** What came of saving a damaged workspace. */
export interface SalvageReport {
  /** The folder of the new workspace. */
  folder: string
  pages: number
  damagedPages: number
  /** Every table that had or may have had rows. */
  tables: TableOutcome[]
}

/** Files of the folder that do not belong to the new workspace. */
const LEFT_BEHIND = /^(debrief\.sqlite.*|audit-head\.json.*|debrief\.damaged|backups)$/

/**
 * Reads everything readable of the workspace in `from` into a new one in `to`. The damaged file is only read. Sums and the search index are made
 * anew from the facts, and the log of acts says that it was salvaged. Of an encrypted workspace, which this process must have the keys of (else
 * `KEY_NEEDED`), the new one is encrypted with the same key from its first byte on, opens as it did, and its recordings stay sealed as they are. A crash leaves no
 * folder `to`. Throws `NOT_FOUND`, `CONFLICT` where `to` exists, `KEY_WRONG`, or `WORKSPACE_TOO_NEW`.
 */
export function salvageWorkspace(from: string, to: string, now: () => number): SalvageReport {
  const file = path.join(from, DATABASE_NAME)
  if (!existsSync(file)) throw new Problem('NOT_FOUND', t`There is no workspace in ${{ from }}.`)
  if (existsSync(to))
    throw new Problem('CONFLICT', t`${{ to }} exists already; choose another folder for what is saved.`)
  const source = openPages(file, keys.databaseKeys(file))
  const unfinished = path.join(path.dirname(to), `.debrief-salvaging-${path.basename(to)}`)
  try {
    if (source.schemaVersion > newestVersion)
      throw new Problem(
        'WORKSPACE_TOO_NEW',
        t`This workspace was made by a newer Debrief; install the newest version to save what can be read.`,
      )
    // what a crash left is no beginning
    rmSync(unfinished, { recursive: true, force: true })
    mkdirSync(unfinished, { recursive: true, mode: 0o700 })
    const report = fill(source, path.join(unfinished, DATABASE_NAME), keys.keyFileFor(file), now)
    for (const name of readdirSync(from))
      if (!LEFT_BEHIND.test(name))
        cpSync(path.join(from, name), path.join(unfinished, name), { recursive: true })
    renameSync(unfinished, to)
    return { folder: to, ...report }
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw asProblem(error) ?? error
  } finally {
    source.close()
  }
}

function fill(
  source: ReturnType<typeof openPages>,
  file: string,
  keyFile: keys.KeyFile | null,
  now: () => number,
): Omit<SalvageReport, 'folder'> {
  const database = connect(file, 'write', keyFile && [keys.rawKey(keys.keysOf(keyFile)!.data[0]!)])
  try {
    if (keyFile) putKeyFile(file, keyFile)
    if (process.platform !== 'win32') chmodSync(file, 0o600)
    migrateFresh(database, source.schemaVersion)
    database.raw.pragma('foreign_keys = OFF')
    const found = saveTables(source, database)
    inTransaction(database, () => settleReferences(database))
    database.raw.pragma('foreign_keys = ON')
    const tables = found.tables.flatMap((one) => outcomeOf(one, countRows(database, one.table)))
    migrate(database, file)
    rmSync(`${file}.before-${newestVersion}`, { force: true })
    inTransaction(database, () => {
      rebuildEveryRollup(database)
      tellSalvaged(database, path.dirname(file), now(), tables)
    })
    const problems = [...findDamage(database), ...compareRollups(database)]
    if (problems.length > 0)
      throw new Problem(
        'WORKSPACE_DAMAGED',
        t`What was saved did not pass its check: ${{ problems: problems[0] }}`,
      )
    return { pages: found.pages, damagedPages: found.damagedPages, tables }
  } finally {
    database.raw.close()
  }
}

function outcomeOf({ table, rowsBefore }: SavedTables['tables'][number], saved: number): TableOutcome[] {
  if (rowsBefore === 0 && saved === 0) return []
  return [{ table, saved, lost: rowsBefore === null ? null : Math.max(0, rowsBefore - saved) }]
}
