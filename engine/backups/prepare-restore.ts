import { chmodSync, copyFileSync, existsSync } from 'node:fs'
import { t } from '#speech'
import type { EngineContext } from '../context.ts'
import { auditHead, tellRestored, type Act } from '../governance/index.ts'
import { Problem } from '../problem.ts'
import {
  connect,
  goWithKey,
  inTransaction,
  keys,
  migrate,
  newestVersion,
  readSetting,
  removeWithKey,
  schemaVersion,
  writeSetting,
  type ReadableDatabase,
  type WritableDatabase,
} from '../store/index.ts'
import { databaseOf } from '../workspace/index.ts'
import { formatBytes } from './bytes.ts'
import type { StoredBackup } from './folder.ts'
import { inThread } from './in-thread.ts'
import { makeBackup } from './make.ts'
import { endJobsOfThen, removeLease, settle } from './restored.store.ts'
import { asDamageOfBackup, type RestoreSource } from './source.ts'
import { freeSpace, neededBytes, type FreeSpace } from './space.ts'

/** Settings that belong to the workspace and not to what is in it. */
const STAYING = ['backups', 'workspace.uid']

/** A restore that is asked for. */
export interface RestoreOrder {
  source: RestoreSource
  /** Who asked. */
  who: Pick<Act, 'who' | 'role' | 'policy'>
  free?: FreeSpace
  /** Takes over from how the workspace stands what a backup must not undo, such as what was deleted for good. Part of the transaction that makes it ready. */
  carryOver?: (from: ReadableDatabase, to: WritableDatabase) => void
  onProgress?: (share0to1: number, step: string) => void
}

/** A backup that is ready to take the place of the workspace. */
export interface PreparedRestore {
  file: string
  /** The backup of how the workspace stands. */
  kept: StoredBackup
}

/** Where a restore makes ready what it puts in place. */
export function preparedFile(workspaceDir: string): string {
  return `${databaseOf(workspaceDir)}.restoring`
}

/** Removes what a restore left that was ended before it took place. Only for the holder of the lease. */
export function removeHalfRestore(workspaceDir: string): void {
  const prepared = preparedFile(workspaceDir)
  removeWithKey(prepared)
  removeWithKey(`${prepared}.before-${newestVersion}`)
}

/** `DISK_FULL` where there is no room for a restore: for what is made ready, for how it stands now, and for what writing them takes. */
export function requireRoom(workspaceDir: string, free: FreeSpace = freeSpace): void {
  const needed = 2 * neededBytes(databaseOf(workspaceDir))
  if (free(workspaceDir) < needed)
    throw new Problem(
      'DISK_FULL',
      t`A restore needs ${{ needed: formatBytes(needed) }} free beside the workspace, since it keeps how it stands now; nothing was changed.`,
    )
}

/**
 * Makes a backup ready beside the workspace while nobody else writes to it: checked, encrypted as the workspace is (or not at all), brought to the
 * newest schema, its log telling of the restore. Before that, how the workspace stands is kept as a backup.
 */
export async function prepareRestore(
  context: EngineContext,
  write: WritableDatabase,
  { source, who, free, carryOver, onProgress = () => {} }: RestoreOrder,
): Promise<PreparedRestore> {
  const database = databaseOf(context.workspaceDir)
  const file = preparedFile(context.workspaceDir)
  removeHalfRestore(context.workspaceDir)
  onProgress(0.05, t`Copying the backup`)
  copyFileSync(source.file, file)
  // of a file that was in use when it was copied, what was done last is in the log beside it
  if (existsSync(`${source.file}-wal`)) copyFileSync(`${source.file}-wal`, `${file}-wal`)
  if (process.platform !== 'win32') chmodSync(file, 0o600)
  const [then, now] = [keys.databaseKeys(source.file), keys.databaseKeys(database)]
  onProgress(0.15, t`Opening and checking the backup`)
  await inThread({ source: null, target: file, folder: `${file}.none`, keys: then }).catch(
    (error: unknown) => {
      throw asDamageOfBackup(error)
    },
  )
  const key = now?.[0] ?? null
  if (key !== (then?.[0] ?? null)) {
    onProgress(0.35, t`Encrypting it as the workspace is`)
    await keys.writeInThread({ way: 'rekey', file, keys: then, key })
  }
  goWithKey(database, file)
  onProgress(0.5, t`Keeping how it stands now`)
  const kept = await makeBackup(context, 'before-restore', { isStill: true, ...(free && { free }) })
  onProgress(0.9, t`Putting the backup in place`)
  const copy = connect(file, 'write')
  try {
    makeReady(context, write, copy, file, { from: source.name, at: source.at, kept: kept.id, who, carryOver })
  } finally {
    copy.raw.close()
  }
  return { file, kept }
}

function makeReady(
  { workspaceDir, now }: EngineContext,
  write: WritableDatabase,
  copy: WritableDatabase,
  file: string,
  {
    who,
    carryOver,
    ...told
  }: { from: string; at: number; kept: string } & Pick<RestoreOrder, 'who' | 'carryOver'>,
): void {
  if (schemaVersion(copy) !== newestVersion) migrate(copy, file)
  inTransaction(copy, () => {
    for (const key of STAYING) {
      const value = readSetting(write, key)
      if (value !== undefined) writeSetting(copy, key, value)
    }
    carryOver?.(write, copy)
    removeLease(copy)
    endJobsOfThen(copy, now())
    tellRestored(copy, who, { ...told, ...auditHead({ read: write, workspaceDir }) }, now())
  })
  settle(copy)
}
