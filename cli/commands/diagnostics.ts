import { writeFile } from 'node:fs/promises'
import { command } from '../command.ts'

export const diagnostics = command({
  name: 'diagnostics',
  usage: 'diagnostics [--out FILE]',
  summary: 'Show how Debrief itself does here, without names or anything said; or write it to a file.',
  options: { out: { type: 'string' } },
  positionals: { least: 0, most: 0 },
  async run({ values, terminal, open }) {
    const client = await open('read')
    const { parts } = await client.diagnostics.bundle()
    const data = Object.fromEntries(parts.map(({ id, text }) => [id, text.split('\n')]))
    if (values.out === undefined)
      return {
        data,
        text: parts.map(({ title, text }) => `${title}\n${text === '' ? '(nothing)' : text}`).join('\n\n'),
      }
    const file = terminal.resolve(values.out)
    // never over a file that is there
    await writeFile(file, `${JSON.stringify(data, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
    return { data: { file }, text: `Wrote ${file}: read it before you pass it on.` }
  },
})
