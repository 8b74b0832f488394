import { existsSync, statfsSync, statSync } from 'node:fs'
import path from 'node:path'
import { t } from '#speech'
import { Problem } from '../problem.ts'
import { formatBytes } from './bytes.ts'

/** Less than this is never taken from a disk, however small the workspace is. */
const FLOOR_BYTES = 256 * 1024 * 1024

/** The free bytes of the disk a folder lies on (or will, once it is made). */
export type FreeSpace = (folder: string) => number

export const freeSpace: FreeSpace = (folder) => {
  let there = folder
  while (!existsSync(there) && path.dirname(there) !== there) there = path.dirname(there)
  const { bavail, bsize } = statfsSync(there)
  return bavail * bsize
}

/** Bytes that must be free before a backup of a database is made: twice its size, and no less than 256 MB. */
export function neededBytes(database: string): number {
  const size = ['', '-wal'].reduce(
    (sum, ending) => sum + (existsSync(`${database}${ending}`) ? statSync(`${database}${ending}`).size : 0),
    0,
  )
  return Math.max(FLOOR_BYTES, 2 * size)
}

/** Why no backup can be made into a folder now; null where one can. */
export function hindrance(
  { folder, isOwnChoice, database }: { folder: string; isOwnChoice: boolean; database: string },
  free: FreeSpace = freeSpace,
): Problem | null {
  if (isOwnChoice && !existsSync(folder))
    return new Problem(
      'NOT_FOUND',
      t`The folder for backups, ${{ folder }}, is not there just now; backups go on by themselves once it is.`,
    )
  const needed = neededBytes(database)
  const left = free(folder)
  if (left < needed)
    return new Problem(
      'DISK_FULL',
      t`No backups are made, because the disk is short: ${{ left: formatBytes(left) }} are free and ${{ needed: formatBytes(needed) }} are needed. They go on by themselves once there is room.`,
    )
  return null
}
