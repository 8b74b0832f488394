import { mkdirSync, readdirSync, rmdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { t } from '#speech'
import { exportTableNames } from '../../shared/contract/exports.ts'
import { Problem } from '../problem.ts'

const UNFINISHED = '.unfinished'

/** What a file is called until the whole export is there. */
export function unfinishedName(file: string): string {
  return `${file}${UNFINISHED}`
}

/** Makes the folder of an export where it is missing. Throws `INVALID_INPUT` where a folder stands in the place of one of its files. */
export function openFolder(
  directory: string,
  fileNames: readonly string[],
): {
  /** Takes away again what was made, as far as it is empty. */
  removeIfMade(): void
} {
  const firstMade = mkdirSync(directory, { recursive: true, mode: 0o700 })
  for (const fileName of fileNames)
    if (statSync(path.join(directory, fileName), { throwIfNoEntry: false })?.isDirectory())
      throw new Problem(
        'INVALID_INPUT',
        t`${{ path: path.join(directory, fileName) }} is a folder; move it away, or export to another place.`,
      )
  return {
    removeIfMade() {
      if (firstMade === undefined) return
      try {
        for (let place = directory; ; place = path.dirname(place)) {
          if (readdirSync(place).length > 0) return
          rmdirSync(place)
          if (path.resolve(place) === path.resolve(firstMade)) return
        }
      } catch {
        // gone already, or not ours to remove: nothing of the export is in it either way
      }
    },
  }
}

/** Takes away what an export into a folder left half-written; what else lies there stays. */
export function removeUnfinished(
  directory: string,
  format: 'csv' | 'parquet',
  tables: readonly string[] = exportTableNames,
): void {
  for (const table of tables) {
    try {
      rmSync(unfinishedName(path.join(directory, `${table}.${format}`)), { force: true })
    } catch {
      // a folder of that name, or one that may not be written to: no export made it
    }
  }
}

/** What went wrong while an export was written, as one sentence about its folder; anything unknown stays as it is. */
export function exportProblem(error: unknown, directory: string): unknown {
  if (error instanceof Problem) return error
  const told = (code: Problem['code'], sentence: string) => new Problem(code, sentence, { cause: error })
  switch ((error as { code?: unknown } | null)?.code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return told(
        'DISK_FULL',
        t`The disk with ${{ directory }} is full; nothing was exported. Free some space, or export to another place.`,
      )
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return told(
        'WORKSPACE_READ_ONLY',
        t`You may not write to ${{ directory }}; nothing was exported. Choose another folder.`,
      )
    case 'ENOENT':
      return told(
        'NOT_FOUND',
        t`${{ directory }} went away while files were written to it; nothing was exported. Export again, or to another place.`,
      )
    case 'ENOTDIR':
    case 'EEXIST':
      return told(
        'NOT_FOUND',
        t`Part of ${{ directory }} is a file, where a folder is needed; choose another place.`,
      )
    default:
      return error
  }
}
