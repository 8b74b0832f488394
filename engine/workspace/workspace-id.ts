import { randomUUID } from 'node:crypto'
import { readSetting, writeSetting, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

const KEY = 'workspace-id'

/** What tells this workspace from others in files that leave and come back; undefined before the first of them left. */
export function readWorkspaceId(database: ReadableDatabase): string | undefined {
  return readSetting(database, KEY)
}

/** The same, made where there is none yet. */
export function ensureWorkspaceId(database: WritableDatabase): string {
  const known = readWorkspaceId(database)
  if (known !== undefined) return known
  const made = randomUUID()
  writeSetting(database, KEY, made)
  return made
}
