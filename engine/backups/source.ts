import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { t } from '#speech'
import type { EngineContext } from '../context.ts'
import { asProblem, Problem } from '../problem.ts'
import { keys } from '../store/index.ts'
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
  throw new Problem('NOT_FOUND', t`That backup is not there any more; look at the list again.`)
}

/** A backup in a file that somebody chose. */
export function sourceOfFile(file: string): RestoreSource {
  if (!existsSync(file)) throw new Problem('NOT_FOUND', t`There is no file ${{ file }}.`)
  const { mtimeMs } = statSync(file)
  return { name: path.basename(file), file, at: Math.round(mtimeMs), entries: null }
}

/** Does something with a backup: what is damaged is that, and not the workspace. `FILE_UNREADABLE` where it is. */
export function ofBackup<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw asDamageOfBackup(error)
  }
}

/** What went wrong with a backup, as it is said of one. */
export function asDamageOfBackup(error: unknown): unknown {
  return asProblem(error)?.code === 'WORKSPACE_DAMAGED'
    ? new Problem('FILE_UNREADABLE', t`That backup is damaged; choose another one. Nothing was changed.`, {
        cause: error,
      })
    : error
}

/**
 * Lets this process read a backup: nothing where it is plain or encrypted with the keys the workspace has now, else by the passphrase or recovery key
 * it had then. `KEY_NEEDED` without it, `KEY_WRONG` where the text is neither.
 */
export async function openSource({ file }: RestoreSource, text: string | undefined): Promise<void> {
  const keyFile = keyFileOf(file)
  if (!keyFile || keys.keysOf(keyFile)) return
  if (text === undefined)
    throw new Problem(
      'KEY_NEEDED',
      t`This backup is encrypted with a key of before; give the passphrase or the recovery key that opened the workspace when it was made.`,
    )
  keys.addKeys(await keys.openWithText(keyFile, text))
}

function keyFileOf(file: string): keys.KeyFile | null {
  try {
    return keys.keyFileFor(file)
  } catch (error) {
    const problem = asProblem(error)
    throw problem?.code === 'WORKSPACE_DAMAGED' ? new Problem('FILE_UNREADABLE', problem.message) : error
  }
}
