import { copyFileSync, existsSync } from 'node:fs'
import { Problem } from '../problem.ts'
import { inTransaction, type WritableDatabase } from './database.ts'
import { migrations, newestVersion } from './migrations/index.ts'

/** The schema version of an open workspace; 0 for a new file. */
export function schemaVersion(database: WritableDatabase): number {
  return database.raw.pragma('user_version', { simple: true }) as number
}

/**
 * Brings the workspace to the newest schema in one transaction, after a copy of the file beside it. A file of a newer Debrief
 * is refused: `WORKSPACE_TOO_NEW`.
 */
export function migrate(database: WritableDatabase, file: string): void {
  const from = schemaVersion(database)
  if (from > newestVersion) {
    throw new Problem(
      'WORKSPACE_TOO_NEW',
      'This workspace was made by a newer Debrief; install the newest version to open it. Nothing was changed.',
    )
  }
  if (from === newestVersion) return
  if (from > 0 && existsSync(file)) {
    database.raw.pragma('wal_checkpoint(TRUNCATE)')
    copyFileSync(file, `${file}.before-${newestVersion}`)
  }
  inTransaction(database, () => {
    for (const migration of migrations) if (migration.version > from) database.raw.exec(migration.sql)
    database.raw.pragma(`user_version = ${newestVersion}`)
  })
}
