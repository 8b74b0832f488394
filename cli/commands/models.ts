import { command } from '../command.ts'
import { UsageError } from '../errors.ts'
import { runJob } from '../terminal/job.ts'
import { table } from '../terminal/table.ts'

export const models = command({
  name: 'models',
  usage: 'models [download NAME | use NAME_OR_FILE]',
  summary: 'List speech models, download one, or choose the one to transcribe with.',
  options: {},
  positionals: { least: 0, most: 2 },
  async run({ positionals, terminal, open }) {
    const [what, which] = positionals
    if (what !== undefined && ((what !== 'download' && what !== 'use') || which === undefined))
      throw new UsageError('models takes nothing, "download NAME" or "use NAME_OR_FILE".')
    const client = await open('create')
    if (what === 'download')
      await runJob(client, terminal, () => client.recordings.downloadModel({ name: which! }))
    if (what === 'use') {
      const known = (await client.recordings.models()).find(({ name }) => name === which)
      await client.recordings.setPreferences({ modelPath: known?.path ?? terminal.resolve(which!) })
    }
    const list = await client.recordings.models()
    const rows = list.map(({ name, kind, bytes, languages, path, isChosen }) => [
      name,
      bytes === null ? '' : `${Math.round(bytes / 1_000_000)} MB`,
      kind === 'speech' ? languages : 'hears who speaks when',
      isChosen ? 'in use' : path === null ? '' : 'here',
    ])
    return { data: list, text: table(['model', 'size', 'languages', ''], rows) }
  },
})
