import { command } from '../command.ts'
import { runJob } from '../terminal/job.ts'

export const init = command({
  name: 'init',
  usage: 'init [--sample]',
  summary: 'Make a workspace, with --sample filled with made-up people and conversations.',
  options: { sample: { type: 'boolean' } },
  positionals: { least: 0, most: 0 },
  async run({ values, terminal, open, workspace }) {
    const client = await open('create')
    if (values.sample) await runJob(client, terminal, () => client.workspace.loadSample())
    const { isSample, warnings } = await client.workspace.status()
    return {
      data: { workspace, isSample, warnings },
      text: [`The workspace is ready in ${workspace}.`, ...warnings].join('\n'),
    }
  },
})
