import { command } from '../command.ts'
import { table } from '../terminal/table.ts'

export const summary = command({
  name: 'summary',
  usage: 'summary',
  summary: 'Count what the workspace holds.',
  options: {},
  positionals: { least: 0, most: 0 },
  async run({ open }) {
    const client = await open('read')
    const counts = await client.workspace.summary()
    return { data: counts, text: table(['what', 'count'], Object.entries(counts)) }
  },
})
