import { randomUUID } from 'node:crypto'
import { readSetting, writeSetting, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

const KEY = 'workspace.uid'

/** The random name of this workspace, by which files know where they belong; undefined while none was needed. */
export function readWorkspaceUid(database: ReadableDatabase): string | undefined {
  return readSetting(database, KEY)
}

/** The same, made where there is none. */
export function workspaceUid(database: WritableDatabase): string {
  const known = readWorkspaceUid(database)
  if (known !== undefined) return known
  const made = randomUUID()
  writeSetting(database, KEY, made)
  return made
}
