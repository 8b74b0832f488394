import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { directClient, type Client } from '../../../../engine/direct-client.ts'
import { createEngine, type Engine } from '../../../../engine/index.ts'
import type { Job } from '../../../../shared/contract/jobs.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

/** A workspace in a temporary folder, with the ways these tests fill it. */
export interface RecordedWorkspace {
  folder: string
  engine: Engine
  client: Client
  /** Imports files or folders and listens to what is new. */
  bringIn(...paths: string[]): Promise<void>
  /** Waits for a job's end and gives it. */
  ended(jobId: number): Promise<Job>
  /** Waits until a job has begun. */
  running(jobId: number): Promise<void>
  close(): Promise<void>
  reopen(): Promise<RecordedWorkspace>
}

export async function aRecordedWorkspace(folder = temporaryFolder()): Promise<RecordedWorkspace> {
  const engine = await createEngine({
    workspace: join(folder, 'workspace'),
    takesPaths: true,
    isResident: true,
    now: () => Date.UTC(2026, 2, 30, 12),
  })
  let isOpen = true
  const close = async () => {
    if (isOpen) await engine.close()
    isOpen = false
  }
  onTestFinished(close)
  const client = directClient(engine)
  await client.workspace.setPreferences({ timeZone: 'UTC' })
  const jobOf = async (jobId: number) => (await client.jobs.list()).find(({ id }) => id === jobId)!
  const until = async (jobId: number, states: Job['state'][]) => {
    for (;;) {
      const job = await jobOf(jobId)
      if (states.includes(job.state)) return job
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
  const ended = (jobId: number) => until(jobId, ['done', 'failed', 'cancelled', 'paused'])
  return {
    folder,
    engine,
    client,
    ended,
    close,
    async bringIn(...paths) {
      const { jobId } = await client.imports.start({ files: paths.map((path) => ({ reference: { path } })) })
      await ended(jobId)
      for (const report of await client.imports.reports({ jobId }))
        if (report.error !== null) throw new Error(report.error)
      const listening = (await client.jobs.list()).find(({ kind }) => kind === 'listen')
      if (listening) await ended(listening.id)
    },
    async running(jobId) {
      await until(jobId, ['running', 'done', 'failed'])
    },
    async reopen() {
      await close()
      return aRecordedWorkspace(folder)
    },
  }
}
