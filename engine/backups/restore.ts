import { writingAtLength, type EngineContext } from '../context.ts'
import { auditHead, writeAnchor } from '../governance/index.ts'
import { connect } from '../store/index.ts'
import { tellEverything } from '../tell-everything.ts'
import { databaseOf } from '../workspace/index.ts'
import type { StoredBackup } from './folder.ts'
import { prepareRestore, removeHalfRestore, requireRoom, type RestoreOrder } from './prepare-restore.ts'
import { settle, takeLeaseAlong } from './restored.store.ts'

const ALL_PAGES = 0x7f_ff_ff_ff

/**
 * Puts a backup in the place of a workspace that is not encrypted while it stays open, and gives the backup of how it stood before. Everything is made
 * ready in a copy beside it, which then takes the workspace's place in one transaction of SQLite: a crash at any moment leaves that done or not begun.
 * Nobody writes meanwhile. (For an encrypted one: `restoreClosed`, since SQLite's backup knows no key for its target.)
 */
export async function restore(context: EngineContext, order: RestoreOrder): Promise<StoredBackup> {
  requireRoom(context.workspaceDir, order.free)
  const before = await writingAtLength(context, async (write) => {
    try {
      const { file, kept } = await prepareRestore(context, write, order)
      const copy = connect(file, 'write')
      try {
        takeLeaseAlong(write, copy)
        settle(copy)
        await copy.raw.backup(databaseOf(context.workspaceDir), { progress: () => ALL_PAGES })
      } finally {
        copy.raw.close()
      }
      settle(write)
      writeAnchor(context.workspaceDir, auditHead({ read: write, workspaceDir: context.workspaceDir }))
      return kept
    } finally {
      removeHalfRestore(context.workspaceDir)
    }
  })
  tellEverything(context)
  context.events.emit({ type: 'data.changed', topics: ['backups', 'jobs'], job: null })
  return before
}
