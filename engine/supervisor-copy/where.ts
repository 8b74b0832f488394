import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { t } from '#speech'
import { Problem } from '../problem.ts'

/** Throws where a copy may not go: into the workspace itself, or around it. */
export function refuseInside(directory: string, workspaceDir: string): void {
  const [target, workspace] = [settled(directory), settled(workspaceDir)]
  const isWithin = (one: string, other: string) => one === other || one.startsWith(other + path.sep)
  if (isWithin(target, workspace) || isWithin(workspace, target))
    throw new Problem(
      'INVALID_INPUT',
      t`A copy cannot lie in the folder of the workspace, nor around it; name a folder elsewhere that is not there yet.`,
    )
}

/** A path without links, as far as it is there. */
function settled(place: string): string {
  const whole = path.resolve(place)
  if (existsSync(whole)) return realpathSync(whole)
  const parent = path.dirname(whole)
  return parent === whole ? whole : path.join(settled(parent), path.basename(whole))
}
