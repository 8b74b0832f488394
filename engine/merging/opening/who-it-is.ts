import { createHash } from 'node:crypto'
import path from 'node:path'
import { readCopiedFrom } from '../../workspace/index.ts'
import { readSetting, writeSetting, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'

const NAME = 'workspace.name'

/**
 * What names a workspace for good, wherever it lies and whoever copied it: a hash of its own random key for customers, which is made with
 * its first import. Undefined before. Nothing has to be written into a workspace for it. A supervisor's copy has the key of the workspace it is of, and a
 * name of its own.
 */
export function lastingUid(database: ReadableDatabase): string | undefined {
  const key = readSetting(database, 'customer-key')
  const copy = readCopiedFrom(database)
  const named = copy === null ? key : `${key} ${copy.uid}`
  return key && createHash('sha256').update(`debrief workspace ${named}`).digest('hex').slice(0, 24)
}

/** Folders that are called alike on every computer, those where Debrief keeps its workspaces by default included. */
const saysNothing = new Set([
  '',
  'workspace',
  'sample',
  'debrief',
  'share',
  '.local',
  'application support',
  'library',
  'roaming',
  'appdata',
])

/** What its people call a workspace; without a name its folder's, or that of the folder around it where that says nothing. */
export function workspaceName(database: ReadableDatabase, folder: string): string {
  const given = readSetting(database, NAME)
  if (given) return given
  const parts = path.resolve(folder).split(path.sep).toReversed()
  return parts.find((part) => !saysNothing.has(part.toLowerCase())) ?? 'Workspace'
}

/** The name that was given to a workspace, or null. */
export function givenName(database: ReadableDatabase): string | null {
  return readSetting(database, NAME) ?? null
}

/** Gives the workspace a name, by which directors see it. */
export function nameWorkspace(database: WritableDatabase, name: string): void {
  writeSetting(database, NAME, name)
}
