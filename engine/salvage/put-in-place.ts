import { existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { t } from '#speech'
import { Problem } from '../problem.ts'
import { syncFolder } from '../store/index.ts'
import { ANCHOR_NAME } from '../governance/index.ts'
import { DATABASE_NAME, MARK_NAME } from '../workspace/index.ts'
import { KEPT_NAME } from './tell-damage.ts'

/** A folder beside `folder` for what is saved of it, which is not there yet. */
export function folderForSaved(folder: string): string {
  for (let number = 1; ; number++) {
    const free = `${folder}-salvaged${number === 1 ? '' : `-${number}`}`
    if (!existsSync(free)) return free
  }
}

/**
 * Lets what was saved of a workspace (`saved`) take the place of its damaged file in `folder`, which nobody may have open. The damaged file stays beside it as
 * it was found; recordings, backups and what opens the workspace stay where they are. By one rename: a crash at any moment leaves the one or the other.
 * `UNSUPPORTED` where the damaged file cannot be kept.
 */
export function putInPlace(folder: string, saved: string): void {
  const database = path.join(folder, DATABASE_NAME)
  const kept = path.join(folder, KEPT_NAME)
  if (!existsSync(kept))
    try {
      linkSync(database, kept)
    } catch (error) {
      throw new Problem(
        'UNSUPPORTED',
        t`The damaged file could not be kept on this disk, so nothing was put in its place; what was saved is in ${{ saved }}.`,
        { cause: error },
      )
    }
  // what was committed last and stands in the log alone was read, and must not be played into another file
  const log = `${database}-wal`
  if (existsSync(log)) renameSync(log, `${kept}-wal`)
  rmSync(`${database}-shm`, { force: true })
  renameSync(path.join(saved, DATABASE_NAME), database)
  syncFolder(folder)
  const anchor = path.join(saved, ANCHOR_NAME)
  if (existsSync(anchor)) renameSync(anchor, path.join(folder, ANCHOR_NAME))
  rmSync(path.join(folder, MARK_NAME), { force: true })
  rmSync(saved, { recursive: true, force: true })
}
