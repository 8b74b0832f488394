import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { importKind, mapping, type Mapping } from '../../shared/domain/import-kinds.ts'
import type { ImportReport } from '../../shared/contract/imports.ts'
import { command } from '../command.ts'
import { Failure } from '../errors.ts'
import { runJob } from '../terminal/job.ts'
import { word } from '../terminal/options.ts'
import { table } from '../terminal/table.ts'

export const importFiles = command({
  name: 'import',
  usage: 'import PATH... [--kind K] [--source NAME] [--time-zone TZ] [--mapping FILE]',
  summary: 'Read files or folders into the workspace.',
  options: {
    kind: { type: 'string' },
    source: { type: 'string' },
    'time-zone': { type: 'string' },
    mapping: { type: 'string' },
  },
  positionals: { least: 1, most: Number.POSITIVE_INFINITY },
  async run({ values, positionals, terminal, open }) {
    const kind = word('--kind', importKind.options, values.kind)
    const mappings = values.mapping ? await readMappings(terminal.resolve(values.mapping)) : undefined
    const client = await open('create')
    const files = positionals.map((path) => ({
      reference: { path: terminal.resolve(path) },
      kind,
      source: values.source,
      timeZone: values['time-zone'],
      mappings,
    }))
    const job = await runJob(client, terminal, () => client.imports.start({ files }))
    const reports = await client.imports.reports({ jobId: job.id })
    return {
      data: reports,
      text: describe(reports),
      isFailure: reports.some((report) => report.error !== null),
    }
  },
})

/** A mapping file holds one mapping, alone or in the list a report prints, or one per sheet by the sheet's name. */
async function readMappings(path: string): Promise<Record<string, Mapping>> {
  const content = await readFile(path, 'utf8')
  const parsed = z
    .union([
      mapping.transform((one) => ({ '': one })),
      z.tuple([mapping]).transform(([one]) => ({ '': one })),
      z.record(z.string(), mapping),
    ])
    .safeParse(parseJson(content, path))
  if (parsed.success) return parsed.data
  throw new Failure(`${path} is not a mapping: the preview of an import shows what one looks like.`)
}

function parseJson(content: string, path: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    throw new Failure(`${path} is not JSON, and a mapping file is.`)
  }
}

function describe(reports: ImportReport[]): string {
  const rows = reports.map(
    ({ file, kind, source, rows: { read, added, updated, unchanged, quarantined } }) => [
      file,
      kind,
      source,
      read,
      added,
      updated,
      unchanged,
      quarantined,
    ],
  )
  const remarks = reports.flatMap(({ file, warnings, error }) =>
    [...(error ? [error] : []), ...warnings].map((remark) => `${file}: ${remark}`),
  )
  const heading = ['file', 'kind', 'source', 'read', 'added', 'updated', 'unchanged', 'quarantined']
  return [table(heading, rows), ...remarks].join('\n')
}
