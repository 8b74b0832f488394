import { writeFile } from 'node:fs/promises'
import type { Client } from '../../engine/direct-client.ts'
import { textOfFile } from '../../engine/text-of-file.ts'
import { FORM_FILE_CHARACTERS, formFormats } from '../../shared/contract/scorecards.ts'
import { command } from '../command.ts'
import { Failure, UsageError } from '../errors.ts'
import type { Terminal } from '../terminal/terminal.ts'

export const form = command({
  name: 'form',
  usage:
    'form import FILE... | form export NAME [--version V] [--format debrief|connect|genesys|csv] [--out FILE]',
  summary: 'Bring a form in from a file of another tool, or write one out.',
  options: { version: { type: 'string' }, format: { type: 'string' }, out: { type: 'string' } },
  positionals: { least: 2, most: 21 },
  async run({ positionals: [what, ...names], values, terminal, open }) {
    if (what === 'import') return importFiles(await open('write'), names, terminal)
    if (what !== 'export') throw new UsageError('`debrief form` imports or exports: say which.')
    const format = formFormats.find((one) => one === (values.format ?? 'debrief'))
    if (format === undefined)
      throw new UsageError(`--format is one of ${formFormats.join(', ')}, not "${values.format}".`)
    const client = await open('read')
    const versionId = await versionOf(client, names.join(' '), values.version)
    const written = await client.scorecards.exportForm({ versionId, format })
    const file = terminal.resolve(values.out ?? written.fileName)
    await writeFile(file, written.text, { flag: 'wx' })
    return {
      data: { file, notes: written.notes },
      text: [`Written to ${file}.`, ...written.notes].join('\n'),
    }
  },
})

async function importFiles(client: Client, paths: readonly string[], terminal: Terminal) {
  const files = await Promise.all(
    paths.map((path) =>
      textOfFile(terminal.resolve(path), { mostBytes: FORM_FILE_CHARACTERS, what: 'a form' }),
    ),
  )
  const result = await client.scorecards.importForm({ files })
  const became = {
    version: `is here as version ${result.version}: reviews can be made on it`,
    draft: 'is here as a draft',
    known: `was here already as version ${result.version}`,
  }[result.became]
  const rescored =
    result.rescored === 0 ? [] : [`${result.rescored} imported evaluations were scored again on it.`]
  return { data: result, text: [`"${result.name}" ${became}.`, ...rescored, ...result.notes].join('\n') }
}

/** The version of a form by its name: the one named, else the newest that can be scored on. */
async function versionOf(client: Client, name: string, version: string | undefined): Promise<number> {
  const found = (await client.scorecards.list()).find((one) => one.name.toLowerCase() === name.toLowerCase())
  if (!found) throw new Failure(`There is no scorecard called "${name}".`)
  const { versions } = await client.scorecards.get({ id: found.id })
  const written = versions.filter(({ definition }) => definition !== null)
  const chosen = version === undefined ? written[0] : written.find((one) => one.version === version)
  if (!chosen)
    throw new Failure(
      version === undefined
        ? `Only answers to "${found.name}" were imported; its form is not known.`
        : `"${found.name}" has no version "${version}" whose form is known.`,
    )
  return chosen.id
}
