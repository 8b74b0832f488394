import { command } from '../command.ts'
import { runJob } from '../terminal/job.ts'

export const analyze = command({
  name: 'analyze',
  usage: 'analyze',
  summary: 'Read the conversations that are new: sentiment, measures, automated scoring.',
  options: {},
  positionals: { least: 0, most: 0 },
  async run({ open, terminal }) {
    const client = await open('write')
    const job = await runJob(client, terminal, () => client.jobs.analyze())
    return { data: job, text: `${job.label}: ${job.step}` }
  },
})
