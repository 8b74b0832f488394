import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestWorkspace } from '../../../support/workspace.ts'
import { contactLog, surveysAndTalk, take } from './files.ts'
import { directClient } from '../../../../engine/direct-client.ts'
import { createEngine } from '../../../../engine/index.ts'

/** Makes the workspace `own` of a folder with the files taken in. */
export async function aFilledWorkspace(folder: string): Promise<void> {
  const engine = await createEngine({ workspace: join(folder, 'own'), takesPaths: true })
  const at = { engine, client: directClient(engine), folder }
  await at.client.workspace.setPreferences({ timeZone: 'UTC' })
  await take([contactLog(folder)])(at)
  await take(surveysAndTalk(folder))(at)
  await engine.close()
}

/** Closes a workspace that helpers of tests made, and moves it to be the workspace `own` of a folder. */
export async function becomeOwn(workspace: TestWorkspace, folder: string): Promise<void> {
  await workspace.engine.close()
  cpSync(workspace.engine.context.workspaceDir, join(folder, 'own'), { recursive: true })
  rmSync(workspace.folder, { recursive: true })
}
