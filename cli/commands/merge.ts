import { writeFile } from 'node:fs/promises'
import type {
  GivenMergeOrder,
  MergedWorkspace,
  MergePreview,
  MergeReport,
} from '../../shared/contract/merging.ts'
import type { Client } from '../../engine/direct-client.ts'
import { isLockedPlace } from '../../engine/workspace-protection.ts'
import { command } from '../command.ts'
import { Failure, UsageError } from '../errors.ts'
import { runJob } from '../terminal/job.ts'
import { passphraseOfOther } from '../terminal/passphrase.ts'
import { table } from '../terminal/table.ts'

export const merge = command({
  name: 'merge',
  usage:
    'merge PLACE... [--preview] [--name NAME] [--apart SOURCE]... [--same SOURCE]... [--other-passphrase-file FILE] | merge --status | merge --undo NAME | merge --own-name NAME | merge --export FILE [--with-names]',
  summary: 'Read other workspaces into this one, see how fresh they are, take one back.',
  options: {
    preview: { type: 'boolean' },
    status: { type: 'boolean' },
    undo: { type: 'string' },
    name: { type: 'string' },
    'own-name': { type: 'string' },
    export: { type: 'string' },
    'with-names': { type: 'boolean' },
    apart: { type: 'string', multiple: true },
    same: { type: 'string', multiple: true },
    'other-passphrase-file': { type: 'string' },
  },
  positionals: { least: 0, most: 200 },
  async run({ values, positionals, terminal, open }) {
    const others = [
      values.status,
      values.undo !== undefined,
      values['own-name'] !== undefined,
      values.export !== undefined,
    ].filter(Boolean).length
    if (others > 1 || (others === 1) === positionals.length > 0)
      throw new UsageError(
        'merge takes folders or files, or one of --status, --undo, --own-name and --export.',
      )
    if (values.name !== undefined && positionals.length > 1)
      throw new UsageError('--name names one workspace; merge the others without it.')
    if (values.status) return status(await open('read'))
    if (values['own-name'] !== undefined) {
      const named = await (await open('write')).merging.setName({ name: values['own-name'] })
      return { data: named, text: `Directors see this workspace as ${named.name}.` }
    }
    if (values.export !== undefined) {
      const client = await open('write')
      const { content, ...told } = await client.merging.exportAggregate({
        hasNames: values['with-names'] === true,
      })
      const file = terminal.resolve(values.export)
      await writeFile(file, content, { flag: 'wx', mode: 0o600 })
      return {
        data: { file, ...told },
        text: `Written to ${file}: ${told.cells} cells of ${told.people} people, ${values['with-names'] ? 'with their names' : 'under pseudonyms'}; ${told.leftOut} observations are in no cell of ${told.leastInACell} and were left out.`,
      }
    }
    if (values.undo !== undefined) {
      const client = await open('write')
      const merged = await find(client, values.undo)
      await runJob(client, terminal, () => client.merging.undo({ id: merged.id }))
      return { data: { undone: merged.name }, text: `What came from ${merged.name} was taken back.` }
    }
    const client = await open('create')
    const orders: GivenMergeOrder[] = []
    for (const positional of positionals) {
      const path = terminal.resolve(positional)
      orders.push({
        reference: { path },
        ...(values.name !== undefined && { name: values.name }),
        apart: values.apart ?? [],
        same: values.same ?? [],
        // once the own workspace is open: the passphrase of the one is not asked for the other
        ...(isLockedPlace(path) && {
          text: await passphraseOfOther(path, values['other-passphrase-file'], terminal),
        }),
      })
    }
    if (values.preview) {
      const previews = await client.merging.preview({ orders })
      return {
        data: previews,
        text: previews.map(describePreview).join('\n\n'),
        isFailure: previews.some(({ error }) => error !== null),
      }
    }
    const job = await runJob(client, terminal, () => client.merging.start({ orders }))
    const reports = await client.merging.reports({ jobId: job.id })
    return {
      data: reports,
      text: describe(reports),
      isFailure: reports.some(({ outcome }) => outcome === 'failed'),
    }
  },
})

async function find(client: Client, name: string): Promise<MergedWorkspace> {
  const merged = (await client.merging.list()).filter(({ undoneAt }) => undoneAt === null)
  const found =
    merged.find((one) => one.name === name) ??
    merged.find((one) => one.name.toLowerCase() === name.toLowerCase())
  if (found) return found
  const names = merged.map((one) => one.name).join(', ')
  throw new Failure(`No workspace called ${name} is merged${names === '' ? '' : `; there are ${names}`}.`)
}

type Comparison = NonNullable<MergeReport['comparison']>

function remarksOf({ sourcesApart, definitions, others, leftBehind }: Comparison): string[] {
  return [
    ...sourcesApart.map(
      ({ source, name, because }) =>
        `${source} is kept apart as “${name}”: ${because} (--same "${source}" takes them for one.)`,
    ),
    ...others,
    ...definitions.map((sentence) => `Differs: ${sentence}`),
    ...leftBehind,
  ]
}

function describePreview(preview: MergePreview): string {
  if (preview.error !== null) return preview.error
  const { imports, contacts, conversations, evaluations, surveys, shifts } = preview.holdings!
  const { sessions } = preview
  return [
    `${preview.name} (${preview.place})`,
    `  ${imports} imports: ${contacts} contacts, ${conversations} conversations, ${evaluations} evaluations, ${surveys} surveys, ${shifts} shifts; newest ${preview.newestDay ?? 'undated'}.`,
    ...(sessions
      ? [
          `  Coaching sessions: ${sessions.added} to come, ${sessions.changed} changed there, ${sessions.removed} no longer there, ${sessions.kept} as before.`,
        ]
      : []),
    ...(preview.isUnchanged ? ['  Nothing changed there since it was merged.'] : []),
    ...remarksOf(preview.comparison!).map((remark) => `  ${remark}`),
  ].join('\n')
}

function describe(reports: MergeReport[]): string {
  const rows = reports.map(({ place, name, outcome, imports, rows: counts }) => [
    name ?? place,
    outcome,
    imports.added,
    imports.removed,
    imports.kept,
    counts.added,
    counts.updated,
    counts.unchanged,
  ])
  const remarks = reports.flatMap(({ name, outcome, comparison, sessions, decisions, error }) => {
    if (error !== null) return [error]
    if (outcome === 'unchanged') return [`${name}: nothing changed there since it was merged.`]
    const contested =
      decisions.contested > 0
        ? [
            `${decisions.contested} decisions about who is who are the opposite of yours, which stand; they are proposed.`,
          ]
        : []
    const counts = [
      [sessions.added, 'came'],
      [sessions.changed, 'changed'],
      [sessions.removed, 'taken back'],
      [sessions.kept, 'as before'],
    ] as const
    const told = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
    const ofSessions = told.length > 0 ? [`Coaching sessions: ${told.join(', ')}.`] : []
    return [...ofSessions, ...(comparison ? remarksOf(comparison) : []), ...contested].map(
      (remark) => `${name}: ${remark}`,
    )
  })
  const heading = [
    'workspace',
    'outcome',
    'imports added',
    'taken back',
    'kept',
    'rows added',
    'updated',
    'unchanged',
  ]
  return [table(heading, rows), ...remarks].join('\n')
}

async function status(client: Client): Promise<{ data: MergedWorkspace[]; text: string }> {
  const merged = await client.merging.list()
  if (merged.length === 0) return { data: [], text: 'No other workspace was merged into this one.' }
  const rows = merged.map((one) => [
    one.name,
    one.form,
    one.undoneAt === null
      ? new Date(one.mergedAt).toISOString().slice(0, 16).replace('T', ' ')
      : 'taken back',
    one.imports,
    one.rows,
    one.newestDay,
    one.daysBehind === null ? null : one.daysBehind === 0 ? 'newest' : `${one.daysBehind} days behind`,
  ])
  const heading = [
    'workspace',
    'form',
    'last merged (UTC)',
    'imports',
    'rows',
    'newest data',
    'beside the newest',
  ]
  const remarks = merged.flatMap(({ name, undoneAt, comparison }) =>
    undoneAt === null ? comparison.definitions.map((sentence) => `${name} differs: ${sentence}`) : [],
  )
  return { data: merged, text: [table(heading, rows), ...remarks].join('\n') }
}
