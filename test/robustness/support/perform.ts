import { basename } from 'node:path'
import { directClient } from '../../../engine/direct-client.ts'
import { importFiles } from '../../../engine/imports/index.ts'
import { createEngine } from '../../../engine/index.ts'

/** A piece of work on a workspace. */
export type Work = { workspace: string } & (
  | { kind: 'import'; batches: string[][] }
  | { kind: 'undo'; importId: number }
  | { kind: 'analyze' }
  | { kind: 'backup'; file: string }
)

/** Opens the workspace, does the work and closes it. */
export async function perform(work: Work): Promise<void> {
  const engine = await createEngine({ workspace: work.workspace, takesPaths: true })
  const client = directClient(engine)
  if (work.kind === 'import')
    for (const paths of work.batches)
      await importFiles(
        engine.context,
        paths.map((path) => ({ path, name: basename(path), keptPath: path, timeZone: 'UTC' })),
        {},
      )
  else if (work.kind === 'undo') await client.imports.undo({ importId: work.importId })
  else if (work.kind === 'backup') await client.workspace.backup({ file: work.file })
  else {
    const { jobId } = await client.jobs.analyze()
    const isOver = async () => {
      const job = (await client.jobs.list()).find(({ id }) => id === jobId)
      return job?.state === 'done'
    }
    while (!(await isOver())) await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await engine.close()
}
