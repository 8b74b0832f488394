import type { AuditCheck, AuditEntryView } from '../../shared/contract/audit.ts'
import { command } from '../command.ts'
import { Failure } from '../errors.ts'
import { figure, table } from '../terminal/table.ts'

export const audit = command({
  name: 'audit',
  usage: 'audit [list | head | verify [--head N:HASH] | export FILE]',
  summary: 'Show who did what, check that nobody changed the record of it, or keep it elsewhere.',
  options: {
    head: { type: 'string', multiple: true },
    limit: { type: 'string' },
    act: { type: 'string' },
    who: { type: 'string' },
  },
  positionals: { least: 0, most: 2 },
  async run({ values, positionals, terminal, open }) {
    const [what = 'list', file] = positionals
    if (what === 'export') {
      if (file === undefined)
        throw new Failure('Name the file to write the log to: debrief audit export FILE.')
      const done = await (await open('write')).audit.export({ file: terminal.resolve(file) })
      return { data: done, text: `Wrote ${figure(done.entries)} entries to ${done.file}.` }
    }
    if (file !== undefined) throw new Failure(`"${file}" is not expected here.`)
    const client = await open('read')
    switch (what) {
      case 'list': {
        const page = await client.audit.list({
          limit: limitOf(values.limit),
          ...(values.act !== undefined && { act: values.act }),
          ...(values.who !== undefined && { who: values.who }),
        })
        return { data: page, text: describeList(page.entries) }
      }
      case 'head': {
        const head = await client.audit.head()
        return { data: head, text: `${head.seq}:${head.hash}` }
      }
      case 'verify': {
        const found = await client.audit.verify({ heads: (values.head ?? []).map(headOf) })
        return { data: found, text: describeCheck(found), isFailure: found.broken !== null }
      }
      default:
        throw new Failure(`"${what}" is none of list, head, verify and export.`)
    }
  },
})

function limitOf(text: string | undefined): number {
  if (text === undefined) return 50
  const limit = Number(text)
  if (!Number.isInteger(limit) || limit < 1 || limit > 500)
    throw new Failure(`--limit is a number from 1 to 500, and not "${text}".`)
  return limit
}

function headOf(text: string): { seq: number; hash: string } {
  const found = /^(\d+):([0-9a-f]{64})$/.exec(text.trim())
  if (!found) throw new Failure(`"${text}" is no head of a log: "debrief audit head" prints one, as N:HASH.`)
  return { seq: Number(found[1]), hash: found[2]! }
}

function describeList(entries: readonly AuditEntryView[]): string {
  if (entries.length === 0) return 'Nothing is in the log yet.'
  const rows = entries.map(({ seq, at, who, act, record, outcome }) => [
    String(seq),
    new Date(at).toISOString().slice(0, 19).replace('T', ' '),
    who,
    act,
    record,
    outcome,
  ])
  return table(['#', 'when (UTC)', 'who', 'what', 'record', 'outcome'], rows)
}

function describeCheck({ entries, head, broken, beyondAnchor, notes }: AuditCheck): string {
  return [
    broken === null
      ? `The log holds: ${figure(entries)} entries, head ${head.seq}:${head.hash}.`
      : `The log is broken at entry ${broken.seq}. ${broken.sentence}`,
    ...notes,
    ...(beyondAnchor > 1
      ? [`${figure(beyondAnchor)} entries come after the newest head that was told of it.`]
      : []),
  ].join('\n')
}
