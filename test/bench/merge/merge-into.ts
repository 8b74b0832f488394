import { withEngine } from '../lib/engine-run.ts'
import { reportFigures } from '../lib/in-child.ts'

// Merges the workspaces argv[3...] into the workspace argv[2]; gives what each came to.
const [workspace, ...folders] = process.argv.slice(2) as [string, ...string[]]
await withEngine(workspace, (client) =>
  reportFigures(async () => {
    const orders = folders.map((path) => ({ reference: { path } }))
    const { jobId } = await client.merging.start({ orders })
    for (;;) {
      const job = (await client.jobs.list()).find(({ id }) => id === jobId)!
      if (job.state === 'done') break
      if (job.state !== 'queued' && job.state !== 'running') throw new Error(job.error ?? job.state)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    const reports = await client.merging.reports({ jobId })
    for (const { error } of reports) if (error) throw new Error(error)
    return reports.map(({ outcome }) => outcome)
  }),
)
