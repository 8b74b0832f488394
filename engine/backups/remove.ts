import { t } from '#speech'
import { writable, type EngineContext } from '../context.ts'
import { Problem } from '../problem.ts'
import { readWorkspaceUid } from '../workspace/index.ts'
import { removeBackup, storedBackups } from './folder.ts'
import { backupFolder, readBackupSettings } from './settings.ts'

/** Removes a backup of the list that somebody wants no longer. `NOT_FOUND` for what is no backup of this workspace. */
export async function removeStored(context: EngineContext, id: string): Promise<void> {
  writable(context)
  const folder = backupFolder(context.workspaceDir, readBackupSettings(context.read))
  if (!storedBackups(folder, readWorkspaceUid(context.read)).some((one) => one.id === id))
    throw new Problem('NOT_FOUND', t`That backup is not there any more, or Debrief did not make it.`)
  await context.writes.run(() => removeBackup(folder, id))
}
