import { randomUUID } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { t } from '#speech'
import { databaseName } from '../../shared/domain/exchange-files.ts'
import { asProblem, Problem } from '../problem.ts'
import { sealFolder } from '../sealed-files/index.ts'
import {
  connect,
  migrate,
  isReadable,
  newestVersion,
  removeUnfinished,
  schemaVersion,
  sealingKeyFor,
  takeLease,
  type Lease,
  type WritableDatabase,
} from '../store/index.ts'

/** The name of the database inside a workspace folder. */
export const DATABASE_NAME = databaseName

/** The database of a workspace. */
export function databaseOf(workspaceDir: string): string {
  return path.join(workspaceDir, DATABASE_NAME)
}

/** The file that notes that a workspace was found damaged: it is looked over as a whole before it is written to again. */
export const MARK_NAME = 'debrief.damaged'

/** A file up to this size is looked over in a quarter of a second at most. */
const LOOKED_OVER_BYTES = 64 * 1024 * 1024

/** An open workspace: a reading connection, and a writing one where this process holds the lease. */
export interface OpenWorkspace {
  read: WritableDatabase
  write: WritableDatabase | null
  lease: Lease | null
}

function openForReading(file: string): OpenWorkspace {
  if (!existsSync(file))
    throw new Problem(
      'NOT_FOUND',
      t`There is no workspace in that folder; open it for writing once to make one.`,
    )
  const read = connect(file, 'read')
  try {
    refuseOtherVersion(schemaVersion(read))
    sealFolder(path.dirname(file), sealingKeyFor(file))
    return { read, write: null, lease: null }
  } catch (error) {
    read.raw.close()
    throw error
  }
}

function refuseOtherVersion(version: number): void {
  if (version !== newestVersion) {
    throw version > newestVersion
      ? new Problem(
          'WORKSPACE_TOO_NEW',
          t`This workspace was made by a newer Debrief; install the newest version to open it.`,
        )
      : new Problem(
          'WORKSPACE_READ_ONLY',
          t`This workspace needs an upgrade, which a read-only opening cannot do.`,
        )
  }
}

/**
 * Opens (or makes) the workspace in `dir`. Throws a Problem when another process writes to it, when the file is damaged or of a
 * newer Debrief, or when the folder cannot be used.
 */
export function openWorkspace(dir: string, options: { readOnly: boolean; now: () => number }): OpenWorkspace {
  const file = databaseOf(dir)
  let write: WritableDatabase | undefined
  let read: WritableDatabase | undefined
  try {
    if (existsSync(dir) && !statSync(dir).isDirectory())
      throw new Problem(
        'INVALID_INPUT',
        t`${{ dir }} is a file, and a workspace is a folder; choose another place.`,
      )
    if (options.readOnly) return openForReading(file)
    if (isBackup(dir))
      throw new Problem(
        'WORKSPACE_READ_ONLY',
        t`This is a backup, which is only looked at: nothing in it was changed. To go on from it, restore it.`,
      )
    if (!existsSync(dir)) makeFolder(dir)
    const isThere = existsSync(file)
    write = connect(file, 'write')
    if (isThere) requireSound(write, file)
    if (process.platform !== 'win32') chmodSync(file, 0o600)
    migrate(write, file)
    read = connect(file, 'read')
    const lease = takeLease(write, { token: randomUUID(), now: options.now, read })
    removeUnfinished(file)
    sealFolder(dir, sealingKeyFor(file))
    return { read, write, lease }
  } catch (error) {
    read?.raw.close()
    write?.raw.close()
    throw asProblem(error) ?? error
  }
}

/** Whether a folder is a backup that Debrief made: a workspace that is never written to. */
export function isBackup(dir: string): boolean {
  return existsSync(path.join(dir, 'backup.json'))
}

/**
 * Looks a file over before anything is written to it: a small one always, a large one where `debrief.damaged` notes that it was found damaged,
 * since reading all of it takes a while.
 */
function requireSound(database: WritableDatabase, file: string): void {
  const mark = path.join(path.dirname(file), MARK_NAME)
  const isMarked = existsSync(mark)
  if (!isMarked && statSync(file).size > LOOKED_OVER_BYTES) return
  if (!isReadable(database))
    throw new Problem('WORKSPACE_DAMAGED', t`The workspace file is damaged; nothing was changed.`)
  if (isMarked) rmSync(mark, { force: true })
}

function makeFolder(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 })
  } catch (error) {
    // parents that are missing are made as well: ENOENT is how Node tells of a read-only file system here
    if ((error as { code?: unknown }).code !== 'ENOENT') throw error
    throw new Problem(
      'WORKSPACE_READ_ONLY',
      t`The folder ${{ dir }} could not be made; choose a place you may write to.`,
      { cause: error },
    )
  }
}
