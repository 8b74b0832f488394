import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { t } from '#speech'
import { writing, type EngineContext } from '../context.ts'
import { writeAnchor } from '../governance/index.ts'
import { Problem } from '../problem.ts'
import { goWithKey, isEncrypted, keys, removeWithKey, syncFile, syncFolder } from '../store/index.ts'
import { databaseOf, readPreferences, workspaceUid } from '../workspace/index.ts'
import {
  copiesBeforeUpdates,
  nameOf,
  removeBackup,
  storedBackups,
  unfinishedNameOf,
  type StoredBackup,
} from './folder.ts'
import { inThread, type Copied } from './in-thread.ts'
import { readManifest, writeManifest } from './manifest.ts'
import { rotate, type BackupReason } from './rotation.ts'
import { backupFolder, readBackupSettings } from './settings.ts'
import { freeSpace, hindrance, type FreeSpace } from './space.ts'

/** How often a copy is begun anew where something was written in the very moment it began. */
const ATTEMPTS = 3
/** How long writers wait while the thread begins to read. */
const BEGINNING_MS = 30

export interface MakingBackup {
  signal?: AbortSignal
  onProgress?: (share0to1: number, step: string) => void
  free?: FreeSpace
  /** The caller holds the queue of writers already, so that nothing can be written meanwhile. */
  isStill?: boolean
}

/**
 * Makes a backup while the workspace stays in use: a copy in a folder of its own, opened and checked before it takes its name. Gives it. `DISK_FULL`
 * where the disk is short, `NOT_FOUND` where the folder somebody chose is not there, `WORKSPACE_DAMAGED` where the copy does not pass.
 */
export async function makeBackup(
  context: EngineContext,
  why: BackupReason,
  making: MakingBackup = {},
): Promise<StoredBackup> {
  const settings = readBackupSettings(context.read)
  const folder = backupFolder(context.workspaceDir, settings)
  const problem = hindrance(
    { folder, isOwnChoice: settings.folder !== null, database: databaseOf(context.workspaceDir) },
    making.free ?? freeSpace,
  )
  if (problem) throw problem
  const workspace = making.isStill ? workspaceUid(context.write!) : await writing(context, workspaceUid)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const at = context.now()
  const id = nameOf(at)
  if (existsSync(path.join(folder, id)))
    throw new Problem('CONFLICT', t`A backup of this very moment is there already.`)
  const unfinished = path.join(folder, unfinishedNameOf(workspace, id))
  const target = databaseOf(unfinished)
  try {
    mkdirSync(unfinished, { mode: 0o700 })
    const { found } = await copyWhole(context, target, unfinished, making)
    making.onProgress?.(0.95, t`Putting the backup in place`)
    if (process.platform !== 'win32') chmodSync(target, 0o600)
    syncFile(target)
    goWithKey(databaseOf(context.workspaceDir), target)
    writeAnchor(unfinished, found.auditHead)
    writeManifest(unfinished, {
      format: 'debrief-backup',
      at,
      why,
      workspace,
      bytes: statSync(target).size,
      ...found,
    })
    syncFolder(unfinished)
    renameSync(unfinished, path.join(folder, id))
    syncFolder(folder)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw error
  }
  rotateBackups(context, workspace)
  context.events.emit({ type: 'data.changed', topics: ['backups'], job: null })
  return { ...readManifest(path.join(folder, id))!, id, file: databaseOf(path.join(folder, id)) }
}

/** A copy that has as many rows in each table as the workspace had when it began. */
async function copyWhole(
  context: EngineContext,
  target: string,
  folder: string,
  { signal, onProgress, isStill = false }: MakingBackup,
): Promise<Copied> {
  for (let attempt = 1; ; attempt++) {
    rmSync(target, { force: true })
    onProgress?.(0.05, t`Copying`)
    const stop = new AbortController()
    const ready = Promise.withResolvers<() => void>()
    const begun = Promise.withResolvers<void>()
    const copying = inThread(
      {
        source: databaseOf(context.workspaceDir),
        target,
        folder,
        keys: keys.databaseKeys(databaseOf(context.workspaceDir)),
      },
      {
        signal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal,
        onReady: ready.resolve,
        onWord({ says }) {
          if (says === 'begun') begun.resolve()
          if (says === 'copied') onProgress?.(0.5, t`Opening and checking the copy`)
        },
      },
    )
    // whoever waits for the beginning waits for no copy that failed before it
    const isOver = () => begun.resolve()
    copying.then(isOver, isOver)
    await Promise.race([ready.promise, copying])
    const begin = async () => {
      ;(await ready.promise)()
      await begun.promise
    }
    if (isStill) await begin()
    else
      await context.writes
        .run(async () => {
          await begin()
          await pause(BEGINNING_MS)
        })
        .catch((error: unknown) => {
          stop.abort(error)
          throw error
        })
    const copied = await copying
    if (isSame(copied.rows ?? {}, copied.found.rows)) return copied
    if (attempt === ATTEMPTS)
      throw new Problem(
        'WORKSPACE_DAMAGED',
        t`The backup did not pass its check: it has other numbers of rows than the workspace. It is made again later.`,
      )
  }
}

function isSame(one: Record<string, number>, other: Record<string, number>): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => one[name] === other[name])
}

/** Removes what rotation keeps no longer, and copies before updates that hold what was deleted for good. Only what Debrief made is looked at. */
function rotateBackups(context: EngineContext, workspace: string): void {
  const settings = readBackupSettings(context.read)
  const folder = backupFolder(context.workspaceDir, settings)
  const { remove } = rotate(storedBackups(folder, workspace), {
    now: context.now(),
    timeZone: readPreferences(context.read).timeZone,
    purgeBefore: settings.purgeBefore,
  })
  for (const id of remove) removeBackup(folder, id)
  // once there is an encrypted one, those made by themselves before would only keep in plain what it protects
  if (isEncrypted(databaseOf(context.workspaceDir)))
    for (const { id, file, why } of storedBackups(folder, workspace))
      if (why === 'automatic' && !isEncrypted(file)) removeBackup(folder, id)
  for (const { file, at } of copiesBeforeUpdates(context.workspaceDir))
    if (settings.purgeBefore !== null && at < settings.purgeBefore) removeWithKey(file)
}
