import type { EngineContext } from '../context.ts'
import { createEventHub } from '../events.ts'
import { auditHead, writeAnchor } from '../governance/index.ts'
import { asProblem } from '../problem.ts'
import { connect, keys } from '../store/index.ts'
import { databaseOf, openWorkspace } from '../workspace/index.ts'
import { createWriteQueue } from '../write-queue.ts'
import type { StoredBackup } from './folder.ts'
import { foldLog } from './restored.store.ts'
import { prepareRestore, removeHalfRestore, requireRoom, type RestoreOrder } from './prepare-restore.ts'

/** What of an engine outlives its closing. */
export type OfClosed = Pick<EngineContext, 'workspaceDir' | 'now' | 'log' | 'secrets'>

/**
 * Puts a backup in the place of a workspace that this process has closed and may open, and gives the backup of how it stood before. What is restored
 * is encrypted with the keys the workspace has now, whatever opened the backup: the passphrase, the recovery key and the recordings stay as they
 * are. It takes the workspace's place by one rename, so that a process that is killed at any moment leaves the one or the other. `DATABASE_BUSY` where
 * somebody else has the workspace open.
 */
export async function restoreClosed(closed: OfClosed, order: RestoreOrder): Promise<StoredBackup> {
  const { workspaceDir, now } = closed
  const database = databaseOf(workspaceDir)
  requireRoom(workspaceDir, order.free)
  keys.refuseInUse(database, keys.databaseKeys(database))
  const { read, write, lease } = openWorkspace(workspaceDir, { readOnly: false, now })
  let isHeld = true
  const giveBack = () => {
    if (isHeld) lease?.release()
    isHeld = false
  }
  try {
    const context: EngineContext = {
      ...closed,
      read,
      write,
      writes: createWriteQueue(),
      events: createEventHub(),
      takesPaths: false,
      warnings: [],
    }
    const { file, kept } = await prepareRestore(context, write!, order)
    fold(file)
    read.raw.close()
    keys.holdAlone(write!)
    // the lease is given back before its table goes: nothing may be written to a file that is not there any more
    giveBack()
    keys.takePlace(write!, file, keys.keyFileFor(database))
    anchor(workspaceDir)
    return kept
  } catch (error) {
    throw asProblem(error) ?? error
  } finally {
    giveBack()
    read.raw.close()
    write?.raw.close()
    removeHalfRestore(workspaceDir)
  }
}

/** Leaves nothing of a database beside its file. */
function fold(file: string): void {
  const prepared = connect(file, 'write')
  try {
    foldLog(prepared)
  } finally {
    prepared.raw.close()
  }
}

/** Tells beside a workspace how far the log in it goes since it was restored. */
function anchor(workspaceDir: string): void {
  const restored = connect(databaseOf(workspaceDir), 'read')
  try {
    writeAnchor(workspaceDir, auditHead({ read: restored, workspaceDir }))
  } finally {
    restored.raw.close()
  }
}
