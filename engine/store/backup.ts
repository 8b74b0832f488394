import { chmodSync, existsSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'
import { t } from '#speech'
import { Problem } from '../problem.ts'
import { copyDatabase, goWithKey } from './copy-database.ts'
import { connect, type ReadableDatabase } from './database.ts'
import { findDamage } from './integrity.store.ts'
import { databaseKeys } from './keys/keyring.ts'
import { removeDatabase } from './remove-database.ts'

/**
 * Writes a verified copy of the workspace to `file` while it stays in use (SQLite's online backup). The copy is checked before
 * it takes its name; an existing file is not overwritten. That of an encrypted workspace is encrypted, and its key file lies beside it.
 */
export async function backup(
  database: ReadableDatabase,
  file: string,
): Promise<{ file: string; bytes: number }> {
  if (existsSync(file))
    throw new Problem('CONFLICT', t`${{ file }} exists already; choose another name for the backup.`)
  if (!existsSync(path.dirname(file)))
    throw new Problem('NOT_FOUND', t`There is no folder ${{ file: path.dirname(file) }}; make it first.`)
  const unfinished = `${file}.unfinished`
  try {
    // what an interrupted backup left is no beginning
    removeDatabase(unfinished)
    await copyDatabase(database, unfinished)
    const copy = connect(unfinished, 'write', databaseKeys(database.raw.name))
    try {
      copy.raw.pragma('journal_mode = DELETE')
      const problems = findDamage(copy)
      if (problems.length > 0)
        throw new Problem(
          'WORKSPACE_DAMAGED',
          t`The backup did not pass its check: ${{ problems: problems[0] }}`,
        )
    } finally {
      copy.raw.close()
    }
    if (process.platform !== 'win32') chmodSync(unfinished, 0o600)
    goWithKey(database.raw.name, unfinished, file)
    renameSync(unfinished, file)
  } catch (error) {
    removeDatabase(unfinished)
    throw error
  }
  return { file, bytes: statSync(file).size }
}
