import { chmodSync, rmSync } from 'node:fs'
import { t } from '#speech'
import { Problem } from '../problem.ts'
import { goWithKey } from './copy-database.ts'
import { inTransaction, type WritableDatabase } from './database.ts'
import { migrations } from './migrations/index.ts'

/** The schema version of an open workspace; 0 for a new file. */
export function schemaVersion(database: WritableDatabase): number {
  return database.raw.pragma('user_version', { simple: true }) as number
}

/**
 * Brings the workspace to the newest schema in one transaction, after a copy of the file beside it. A file of a newer Debrief
 * is refused: `WORKSPACE_TOO_NEW`.
 */
export function migrate(database: WritableDatabase, file: string, known = migrations): void {
  const from = schemaVersion(database)
  const newest = known.at(-1)!.version
  if (from > newest) {
    throw new Problem(
      'WORKSPACE_TOO_NEW',
      t`This workspace was made by a newer Debrief; install the newest version to open it. Nothing was changed.`,
    )
  }
  if (from === newest) return
  if (from > 0) keepCopy(database, `${file}.before-${newest}`)
  inTransaction(database, () => {
    // another process may have been faster
    const now = schemaVersion(database)
    for (const migration of known) if (migration.version > now) database.raw.exec(migration.sql)
    database.raw.pragma(`user_version = ${newest}`)
  })
}

/** Gives an empty file the schema of an earlier version, as it was then; of the newest where no release had that version. */
export function migrateFresh(database: WritableDatabase, version: number, known = migrations): void {
  const last = known.some((migration) => migration.version === version) ? version : known.at(-1)!.version
  inTransaction(database, () => {
    for (const migration of known) if (migration.version <= last) database.raw.exec(migration.sql)
    database.raw.pragma(`user_version = ${last}`)
  })
}

/** A copy of everything that is committed, whatever of it is still in the log beside the file. */
function keepCopy(database: WritableDatabase, file: string): void {
  rmSync(file, { force: true })
  database.raw.prepare('VACUUM INTO ?').run(file)
  goWithKey(database.raw.name, file)
  if (process.platform !== 'win32') chmodSync(file, 0o600)
}
