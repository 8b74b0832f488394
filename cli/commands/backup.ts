import { command } from '../command.ts'
import { figure } from '../terminal/table.ts'

export const backup = command({
  name: 'backup',
  usage: 'backup FILE',
  summary: 'Copy the workspace into one verified file, also while it is in use.',
  options: {},
  positionals: { least: 1, most: 1 },
  async run({ positionals, terminal, open }) {
    const client = await open('read')
    const done = await client.workspace.backup({ file: terminal.resolve(positionals[0] ?? '') })
    return { data: done, text: `Backed up to ${done.file} (${figure(done.bytes / 1e6, 1)} MB).` }
  },
})
