import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { t } from '#speech'
import { Problem } from '../problem.ts'
import { exportProblem, openFolder } from './folder.ts'

/** Where a folder is written before it is there as a whole: beside its place, under a name of its own. */
function unfinishedPlace(directory: string, token: string): string {
  return `${directory}.unfinished-${token}`
}

/** Takes away what was left half-written. */
export function removeUnfinishedPlace(directory: string, token: string): void {
  rmSync(unfinishedPlace(directory, token), { recursive: true, force: true })
}

/** A folder of its own for what is written. Throws `INVALID_INPUT` where something lies there already. */
export function openPlace(directory: string, token: string) {
  return told(directory, () => {
    if (!isFree(directory))
      throw new Problem(
        'INVALID_INPUT',
        t`${{ directory }} is not empty; name a folder that is not there yet.`,
      )
    const parent = openFolder(path.dirname(directory), [])
    const folder = unfinishedPlace(directory, token)
    try {
      mkdirSync(folder, { mode: 0o700 })
    } catch (error) {
      parent.removeIfMade()
      throw error
    }
    return {
      folder,
      /** Gives it its name. */
      finish(): void {
        told(directory, () => {
          rmIfEmpty(directory)
          renameSync(folder, directory)
        })
      },
      abandon(): void {
        removeUnfinishedPlace(directory, token)
        parent.removeIfMade()
      },
    }
  })
}

function isFree(directory: string): boolean {
  try {
    return readdirSync(directory).length === 0
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return true
    throw error
  }
}

function rmIfEmpty(directory: string): void {
  try {
    rmdirSync(directory)
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ENOENT') throw error
  }
}

/** Does a piece of work whose errors of the disk and of the folder are one sentence. */
export function told<Result>(directory: string, task: () => Result): Result {
  try {
    return task()
  } catch (error) {
    throw exportProblem(error, directory)
  }
}
