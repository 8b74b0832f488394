import { join } from 'node:path'
import type { GivenMergeOrder, MergeReport } from '../../shared/contract/merging.ts'
import type { Client } from '../../engine/direct-client.ts'
import { csv, type TestWorkspace } from './workspace.ts'

/** Waits until a job has come to its end; its sentence where that is no good one. */
export async function finished(client: Client, start: Promise<{ jobId: number }>): Promise<number> {
  const { jobId } = await start
  for (;;) {
    const job = (await client.jobs.list()).find(({ id }) => id === jobId)!
    if (job.state === 'failed' || job.state === 'cancelled') throw new Error(job.error ?? job.state)
    if (job.state === 'done') return jobId
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** The folder of a workspace's database. */
export function folderOf(workspace: Pick<TestWorkspace, 'folder'>): string {
  return join(workspace.folder, 'workspace')
}

/** Merges folders into a workspace; gives what each came to. */
export async function merged(
  director: { client: Client },
  folder: string,
  said: Partial<Omit<GivenMergeOrder, 'reference'>> = {},
): Promise<MergeReport> {
  const orders = [{ reference: { path: folder }, ...said }]
  const jobId = await finished(director.client, director.client.merging.start({ orders }))
  return (await director.client.merging.reports({ jobId }))[0]!
}

/** A log of contacts of twenty agents of one team, named by `prefix` and a number. */
export function contactLog(prefix: string, contacts: number): string {
  return csv(
    Array.from({ length: contacts }, (_, index) => ({
      contact_id: `${prefix}-${index}`,
      agent_id: `AG-${1000 + (index % 20)}`,
      agent_name: `Agent ${index % 20}`,
      team: 'North',
      queue: 'Billing',
      channel: 'voice',
      started_at: `2026-03-${String(1 + (index % 28)).padStart(2, '0')}T09:00:00Z`,
      handle_seconds: 300,
    })),
  )
}
