import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs'
import path from 'node:path'
import { t } from '#speech'
import { tellSalvaged } from '../governance/index.ts'
import { compareRollups, rebuildEveryRollup } from '../metrics/index.ts'
import { asProblem, Problem } from '../problem.ts'
import {
  connect,
  findDamage,
  inTransaction,
  isEncrypted,
  keys,
  migrate,
  migrateFresh,
  newestVersion,
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
 * anew from the facts, and the log of acts says that it was salvaged. A crash leaves no folder `to`. Throws `NOT_FOUND`, `CONFLICT` where
 * `to` exists, or `WORKSPACE_TOO_NEW`.
 */
export function salvageWorkspace(from: string, to: string, now: () => number): SalvageReport {
  const file = path.join(from, DATABASE_NAME)
  if (!existsSync(file)) throw new Problem('NOT_FOUND', t`There is no workspace in ${{ from }}.`)
  if (isEncryptedPlace(file))
    throw new Problem(
      'UNSUPPORTED',
      t`Of a damaged workspace that is encrypted nothing can be read; put a backup and the key file beside it in its place. Nothing was changed.`,
    )
  if (existsSync(to))
    throw new Problem('CONFLICT', t`${{ to }} exists already; choose another folder for what is saved.`)
  const source = openPages(file)
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
    const report = fill(source, path.join(unfinished, DATABASE_NAME), now)
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
  now: () => number,
): Omit<SalvageReport, 'folder'> {
  const database = connect(file, 'write')
  try {
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

/** Whether a file is an encrypted workspace, also where its head is gone: its key file is beside it and it does not begin as a plain one does. */
function isEncryptedPlace(file: string): boolean {
  if (isEncrypted(file)) return true
  if (!existsSync(keys.keyFileOf(file))) return false
  const head = Buffer.alloc(15)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, head, 0, head.length, 0)
  } finally {
    closeSync(handle)
  }
  return head.toString('latin1') !== 'SQLite format 3'
}
