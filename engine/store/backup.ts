import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { Problem } from '../problem.ts'
import { connect, type ReadableDatabase } from './database.ts'
import { findDamage } from './integrity.store.ts'

/**
 * Writes a verified copy of the workspace to `file` while it stays in use (SQLite's online backup). The copy is checked before
 * it takes its name; an existing file is not overwritten.
 */
export async function backup(
  database: ReadableDatabase,
  file: string,
): Promise<{ file: string; bytes: number }> {
  if (existsSync(file))
    throw new Problem('CONFLICT', `${file} exists already; choose another name for the backup.`)
  const unfinished = `${file}.unfinished`
  try {
    await database.raw.backup(unfinished)
    const copy = connect(unfinished, 'write')
    try {
      copy.raw.pragma('journal_mode = DELETE')
      const problems = findDamage(copy)
      if (problems.length > 0)
        throw new Problem('WORKSPACE_DAMAGED', `The backup did not pass its check: ${problems[0]}`)
    } finally {
      copy.raw.close()
    }
    renameSync(unfinished, file)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
  return { file, bytes: statSync(file).size }
}
