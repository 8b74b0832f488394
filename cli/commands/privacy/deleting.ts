import type { Client } from '../../../engine/direct-client.ts'
import type { Deletion, ForgetSubject, HoldSubject, LegalHold } from '../../../shared/contract/privacy.ts'
import { deletedInWords } from '../../../shared/domain/deleted-things.ts'
import type { Outcome } from '../../command.ts'
import { Failure, UsageError } from '../../errors.ts'
import { findAgent } from '../../terminal/find.ts'
import { runJob } from '../../terminal/job.ts'
import { figure, table } from '../../terminal/table.ts'
import type { Part } from './part.ts'

const when = (at: number | null) => (at === null ? 'not yet' : new Date(at).toISOString().slice(0, 10))

/** How it stands: the clocks, the holds, every deletion with its proof. */
export async function status({ open }: Part): Promise<Outcome> {
  const found = await (await open('read')).privacy.status()
  const clocks = found.clocks.map(({ what, days, due }) => [
    what,
    days === null ? 'without an end' : `${days} days`,
    figure(due),
  ])
  return {
    data: found,
    text: [
      table(['what', 'kept', 'due'], clocks),
      ...(found.goesAt === null
        ? []
        : [`What is due goes by itself from ${new Date(found.goesAt).toISOString()} on.`]),
      found.holds.length === 0 ? 'Nothing is under legal hold.' : holdsTable(found.holds),
      found.deletions.length === 0 ? 'Nothing was deleted for good yet.' : deletionsTable(found.deletions),
    ].join('\n'),
  }
}

const holdsTable = (holds: readonly LegalHold[]) =>
  table(
    ['hold', 'of', 'why', 'since', 'lifted'],
    holds.map(({ id, label, why, heldAt, liftedAt }) => [
      id,
      label,
      why,
      when(heldAt),
      liftedAt === null ? '' : when(liftedAt),
    ]),
  )

const deletionsTable = (deletions: readonly Deletion[]) =>
  table(
    ['deletion', 'when', 'of', 'file cleaned', 'in no backup since', 'digest'],
    deletions.map(({ id, at, kind, cleanedAt, backupsGoneAt, digest }) => [
      id,
      when(at),
      kind,
      when(cleanedAt),
      when(backupsGoneAt),
      digest.slice(0, 16),
    ]),
  )

/** Whom or what `--agent`, `--customer` or `--conversation` mean. */
async function subjectOf(
  client: Client,
  { agent, customer, conversation }: Part['values'],
): Promise<ForgetSubject> {
  if ([agent, customer, conversation].filter((one) => one !== undefined).length !== 1)
    throw new UsageError(
      'Say of whom or what: --agent NAME, --customer REF or --conversation N, one of them.',
    )
  if (customer !== undefined) return { customer }
  if (conversation !== undefined) return { interactionId: wholeNumber(conversation) }
  return { personId: (await findAgent(client, agent))! }
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new UsageError(`"${text}" is no number.`)
  return Number(text)
}

/** Shows what a deletion would take away; with `--yes` and a reason, does it. */
export async function forget({ values, open }: Part): Promise<Outcome> {
  const client = await open('write')
  const subject = await subjectOf(client, values)
  if (!values.yes) {
    const preview = await client.privacy.preview({ subject })
    return {
      data: preview,
      text: [
        `${preview.label}; this would be deleted for good:`,
        ...deletedInWords(preview.counts).map((line) => `  ${line}`),
        ...preview.heldBack.map(({ holdId, count }) => `Legal hold ${holdId} keeps ${figure(count)}.`),
        ...(preview.backups > 0
          ? [`${figure(preview.backups)} backups hold it until the next one is made; then they go.`]
          : []),
        ...(preview.soundFilesElsewhere > 0
          ? [`${figure(preview.soundFilesElsewhere)} sound files lie outside of Debrief: delete them there.`]
          : []),
        ...(preview.sharedSessions > 0
          ? [
              `In ${figure(preview.sharedSessions)} sessions with others the notes may name them: look through those.`,
            ]
          : []),
        'Nothing was deleted. To do it, say it again with --yes and --why TEXT.',
      ].join('\n'),
    }
  }
  if (!values.why) throw new UsageError('Say why with --why TEXT: it stands in the proof.')
  const deletion = await client.privacy.forget({ subject, why: values.why })
  await jobsEnd(client)
  const proof = (await client.privacy.status()).deletions.find(({ id }) => id === deletion.id) ?? deletion
  return {
    data: proof,
    text: [
      `Deleted for good, with proof ${proof.id}:`,
      ...deletedInWords(proof.counts).map((line) => `  ${line}`),
      ...proof.heldBack.map(({ holdId, count }) => `Legal hold ${holdId} kept ${figure(count)}.`),
      `Looked for and not found any more; free parts of the file cleaned: ${when(proof.cleanedAt)}; in no backup since: ${when(proof.backupsGoneAt)}.`,
      `SHA-256 ${proof.digest}`,
    ].join('\n'),
  }
}

/** Lets what a deletion started come to its end before the process does. */
async function jobsEnd(client: Client): Promise<void> {
  for (;;) {
    const cleaning = (await client.jobs.list()).filter(({ kind }) => kind === 'clean')
    // one that failed before is not what this deletion started
    const newest = cleaning.toSorted((a, b) => b.id - a.id)[0]
    if (newest?.state === 'failed')
      throw new Failure(newest.error ?? 'What was deleted could not be cleaned up.')
    if (!newest || newest.endedAt !== null) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Puts something under legal hold. */
export async function hold({ values, rest, open }: Part): Promise<Outcome> {
  if (!values.why) throw new UsageError('Say why with --why TEXT, such as the number of the case.')
  const client = await open('write')
  const found = await client.privacy.hold({
    subject: await heldSubject(client, values, rest),
    why: values.why,
  })
  return {
    data: found,
    text: `Legal hold ${found.id}: ${found.label}. Nothing of it is deleted until it is lifted.`,
  }
}

async function heldSubject(
  client: Client,
  values: Part['values'],
  rest: readonly string[],
): Promise<HoldSubject> {
  if (rest[0] === 'everything') return { everything: true }
  if (values.from !== undefined && values.to !== undefined) return { from: values.from, to: values.to }
  if (values.source !== undefined) {
    const source = (await client.imports.sources()).find(({ name }) => name === values.source)
    if (!source) throw new Failure(`There is no source "${values.source}".`)
    return { sourceId: source.id }
  }
  return subjectOf(client, values)
}

/** Lifts a legal hold by its number. */
export async function lift({ rest: [id = ''], open }: Part): Promise<Outcome> {
  const found = await (await open('write')).privacy.lift({ id: wholeNumber(id) })
  return { data: found, text: `Legal hold ${found.id} is lifted.` }
}

/** Deletes now what the clocks of the policy no longer let be kept. */
export async function expire({ terminal, open }: Part): Promise<Outcome> {
  const client = await open('write')
  await runJob(client, terminal, () => client.privacy.expire())
  await jobsEnd(client)
  const { deletions, clocks } = await client.privacy.status()
  const newest = deletions.find(({ kind }) => kind === 'retention')
  return {
    data: { clocks, newest: newest ?? null },
    text: newest
      ? [
          `The newest deletion by the clocks is of ${when(newest.at)}:`,
          ...deletedInWords(newest.counts),
        ].join('\n')
      : 'Nothing was older than it may be kept.',
  }
}
