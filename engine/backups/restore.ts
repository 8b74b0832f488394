import { chmodSync, copyFileSync, existsSync, rmSync } from 'node:fs'
import { writingAtLength, type EngineContext } from '../context.ts'
import { actAtHand, auditHead, tellRestored, writeAnchor } from '../governance/index.ts'
import { Problem } from '../problem.ts'
import {
  connect,
  inTransaction,
  isEncrypted,
  migrate,
  newestVersion,
  schemaVersion,
  writeSetting,
  readSetting,
  type WritableDatabase,
} from '../store/index.ts'
import { tellEverything } from '../tell-everything.ts'
import { formatBytes } from './bytes.ts'
import type { StoredBackup } from './folder.ts'
import { inThread } from './in-thread.ts'
import { databaseOf, makeBackup } from './make.ts'
import { endJobsOfThen, settle, takeLeaseAlong } from './restored.store.ts'
import type { RestoreSource } from './source.ts'
import { freeSpace, neededBytes, type FreeSpace } from './space.ts'

/** Settings that belong to the workspace and not to what is in it. */
const STAYING = ['backups', 'workspace.uid']

const ALL_PAGES = 0x7f_ff_ff_ff

/** Removes what a restore left that was ended before it took place. Only for the holder of the lease. */
export function removeHalfRestore(workspaceDir: string): void {
  remove(`${databaseOf({ workspaceDir })}.restoring`)
}

function remove(prepared: string): void {
  for (const ending of ['', '-journal', '-wal', '-shm', `.before-${newestVersion}`])
    rmSync(`${prepared}${ending}`, { force: true })
}

/**
 * Puts a backup in the place of the workspace while it stays open, and gives the backup of how it stood before. Everything is made ready in a copy
 * beside it: checked, brought to the newest schema, its log telling of the restore. That copy then takes the workspace's place in one transaction of
 * SQLite, which a crash at any moment leaves done or not begun. Nobody writes meanwhile.
 */
export async function restore(
  context: EngineContext,
  source: RestoreSource,
  free: FreeSpace = freeSpace,
): Promise<StoredBackup> {
  const database = databaseOf(context)
  const prepared = `${database}.restoring`
  if (isEncrypted(database) || isEncrypted(source.file))
    throw new Problem(
      'UNSUPPORTED',
      'A backup of an encrypted workspace is put back by hand: close Debrief and put debrief.sqlite and debrief.sqlite.key.json from the folder of the backup in the place of those of the workspace, where debrief.sqlite-wal and debrief.sqlite-shm are removed first. Nothing was changed.',
    )
  const needed = 2 * neededBytes(database)
  if (free(context.workspaceDir) < needed)
    throw new Problem(
      'DISK_FULL',
      `A restore needs ${formatBytes(needed)} free beside the workspace, since it keeps how it stands now; nothing was changed.`,
    )
  const before = await writingAtLength(context, async (write) => {
    try {
      remove(prepared)
      copyFileSync(source.file, prepared)
      // of a file that was in use when it was copied, what was done last is in the log beside it
      if (existsSync(`${source.file}-wal`)) copyFileSync(`${source.file}-wal`, `${prepared}-wal`)
      if (process.platform !== 'win32') chmodSync(prepared, 0o600)
      await inThread({ source: null, target: prepared, folder: `${prepared}.none`, keys: null })
      const kept = await makeBackup(context, 'before-restore', { isStill: true, free })
      const copy = connect(prepared, 'write')
      try {
        makeReady(context, write, copy, { prepared, source, kept })
        await copy.raw.backup(database, { progress: () => ALL_PAGES })
      } finally {
        copy.raw.close()
      }
      settle(write)
      writeAnchor(context.workspaceDir, auditHead({ read: write, workspaceDir: context.workspaceDir }))
      return kept
    } finally {
      remove(prepared)
    }
  })
  tellEverything(context)
  context.events.emit({ type: 'data.changed', topics: ['backups', 'jobs'], job: null })
  return before
}

function makeReady(
  context: EngineContext,
  write: WritableDatabase,
  copy: WritableDatabase,
  { prepared, source, kept }: { prepared: string; source: RestoreSource; kept: StoredBackup },
): void {
  if (schemaVersion(copy) !== newestVersion) migrate(copy, prepared)
  inTransaction(copy, () => {
    for (const key of STAYING) {
      const value = readSetting(write, key)
      if (value !== undefined) writeSetting(copy, key, value)
    }
    takeLeaseAlong(write, copy)
    endJobsOfThen(copy, context.now())
    tellRestored(
      copy,
      actAtHand(),
      {
        from: source.name,
        at: source.at,
        kept: kept.id,
        ...auditHead({ read: write, workspaceDir: context.workspaceDir }),
      },
      context.now(),
    )
  })
  settle(copy)
}
