import { withEngine } from '../lib/engine-run.ts'
import { reportFigures } from '../lib/in-child.ts'

// Takes the first merge in the workspace argv[2] back.
await withEngine(process.argv[2]!, (client) =>
  reportFigures(async () => {
    const [first] = await client.merging.list()
    const { jobId } = await client.merging.undo({ id: first!.id })
    for (;;) {
      const job = (await client.jobs.list()).find(({ id }) => id === jobId)!
      if (job.state === 'done') return first!.name
      if (job.state !== 'queued' && job.state !== 'running') throw new Error(job.error ?? job.state)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }),
)
