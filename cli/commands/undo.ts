import { command } from '../command.ts'
import { wholeNumber } from '../terminal/options.ts'

export const undo = command({
  name: 'undo',
  usage: 'undo IMPORT',
  summary: 'Take back one import, exactly.',
  options: {},
  positionals: { least: 1, most: 1 },
  async run({ positionals, open }) {
    const importId = wholeNumber('undo', positionals[0], 1) ?? 0
    const client = await open('write')
    const record = await client.imports.undo({ importId })
    return { data: record, text: `Import ${record.id} of ${record.file} was undone.` }
  },
})
