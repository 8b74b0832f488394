import { join } from 'node:path'
import { directClient } from '../../../../engine/direct-client.ts'
import { createEngine } from '../../../../engine/index.ts'
import { logFile } from '../../../../engine/log-file.ts'
import type { AtWork, KillTarget, Step } from './target.ts'

/** Opens the workspace `own` in a folder as a target wants it. */
export async function openOwn({ isResident, secrets }: KillTarget, folder: string): Promise<AtWork> {
  const workspace = join(folder, 'own')
  const engine = await createEngine({
    workspace,
    takesPaths: true,
    isResident: isResident ?? false,
    log: logFile(workspace),
    ...(secrets && { secrets: secrets(folder) }),
  })
  return { engine, client: directClient(engine), folder }
}

/** Opens the workspace, does the steps one after the other and closes it; `did` is called behind the opening and behind each step. */
export async function doSteps(
  target: KillTarget,
  steps: readonly Step[],
  folder: string,
  did: () => void,
): Promise<void> {
  const at = await openOwn(target, folder)
  try {
    did()
    for (const step of steps) {
      await step(at)
      did()
    }
  } finally {
    await at.engine.close()
  }
}
