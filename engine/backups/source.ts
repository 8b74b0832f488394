import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import type { EngineContext } from '../context.ts'
import { Problem } from '../problem.ts'
import { readWorkspaceUid } from '../workspace/index.ts'
import { copiesBeforeUpdates, storedBackups } from './folder.ts'
import { backupFolder, readBackupSettings } from './settings.ts'

/** What can be restored: a backup in the list, or any file that holds a workspace. */
export interface RestoreSource {
  /** Its name in the list, or that of the file. */
  name: string
  file: string
  at: number
  /** Entries of its audit log, where that is known without opening it. */
  entries: number | null
}

/** A backup by its name in the list. `NOT_FOUND` where there is none. */
export function sourceOfId(context: EngineContext, id: string): RestoreSource {
  const folder = backupFolder(context.workspaceDir, readBackupSettings(context.read))
  const stored = storedBackups(folder, readWorkspaceUid(context.read)).find((one) => one.id === id)
  if (stored) return { name: id, file: stored.file, at: stored.at, entries: stored.auditHead.seq }
  const copy = copiesBeforeUpdates(context.workspaceDir).find((one) => one.id === id)
  if (copy) return { name: id, file: copy.file, at: copy.at, entries: null }
  throw new Problem('NOT_FOUND', 'That backup is not there any more; look at the list again.')
}

/** A backup in a file that somebody chose. */
export function sourceOfFile(file: string): RestoreSource {
  if (!existsSync(file)) throw new Problem('NOT_FOUND', `There is no file ${file}.`)
  const { mtimeMs } = statSync(file)
  return { name: path.basename(file), file, at: Math.round(mtimeMs), entries: null }
}
