import { createEngine } from '../../../engine/index.ts'
import { directClient, type Client } from '../../../engine/direct-client.ts'
import type { ImportReport } from '../../../shared/contract/imports.ts'

/** Opens a workspace for `work` and closes it again. */
export async function withEngine<Result>(
  workspace: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const engine = await createEngine({ workspace, takesPaths: true })
  try {
    return await work(directClient(engine))
  } finally {
    await engine.close()
  }
}

/** Waits for a job; throws what it ended with where that is not what it was to come to. */
export async function jobEnds(client: Client, jobId: number): Promise<void> {
  for (;;) {
    const job = (await client.jobs.list()).find(({ id }) => id === jobId)!
    if (job.state === 'done') return
    if (job.state !== 'queued' && job.state !== 'running') throw new Error(job.error ?? job.state)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Imports files as the terminal does, through the job queue; gives their reports. */
export async function importFiles(client: Client, paths: readonly string[]): Promise<ImportReport[]> {
  const { jobId } = await client.imports.start({ files: paths.map((path) => ({ reference: { path } })) })
  await jobEnds(client, jobId)
  const reports = await client.imports.reports({ jobId })
  for (const { file, error } of reports) if (error) throw new Error(`${file}: ${error}`)
  return reports
}
