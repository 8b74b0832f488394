import path from 'node:path'
import { t } from '#speech'
import { Problem } from '../problem.ts'
import type { EngineServices } from '../services.ts'

/**
 * The whole path of a file to be written. A door into which a page of a browser calls writes nowhere but beside the workspace: elsewhere it is
 * `UNSUPPORTED`, and `command` is what writes there.
 */
export function reachable(
  { takesPaths, workspaceDir }: EngineServices,
  file: string,
  what: string,
  command: string,
): string {
  const whole = path.resolve(file)
  const beside = path.dirname(workspaceDir)
  if (!takesPaths && path.dirname(whole) !== beside)
    throw new Problem(
      'UNSUPPORTED',
      t`From the browser ${{ what }} goes into the folder ${{ beside }}, beside the workspace; move it from there, or use \`${{ command }}\`.`,
    )
  return whole
}
