import type { Client } from '../../../engine/direct-client.ts'
import type { FileReference } from '../../../shared/contract/imports.ts'
import type { ImportField, Mapping } from '../../../shared/domain/import-kinds.ts'
import { chosen } from '../../support/quality-desk.ts'
import { hostileBatches, hostileForms, type HostileFile } from './hostile-files.ts'
import { hostile, hostileOnce } from './hostile-text.ts'

/** What a browser test goes to in such a workspace. */
export interface HostileWorld {
  files: number
  /** Imports that were refused whole, with their sentence. */
  refused: string[]
  agents: number[]
  interactions: number[]
  /** Conversations with evaluations or of transcripts of other makers, and one of a recording with a sidecar. */
  told: number[]
  evaluations: number[]
  scorecards: number[]
  reviews: number[]
  disputes: number[]
  calibrations: number[]
  sessions: number[]
  findings: number[]
}

type Bring = (file: HostileFile) => Promise<FileReference>

async function ended(client: Client, jobId: number): Promise<void> {
  for (;;) {
    const job = (await client.jobs.list()).find(({ id }) => id === jobId)
    if (!job || ['done', 'failed', 'cancelled'].includes(job.state)) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

/** What a person would say of columns whose cells are like nothing recognition knows. */
const meant: Record<string, ImportField> = {
  'Contact ID': 'contact.id',
  'Agent Name': 'agent.name',
  Agent: 'agent.name',
  'Agent Email': 'agent.email',
  'Employee ID': 'agent.externalId',
  'First Name': 'agent.firstName',
  'Last Name': 'agent.lastName',
  Team: 'agent.team',
  Site: 'agent.site',
  Manager: 'roster.managerName',
  Role: 'roster.role',
  Queue: 'contact.queue',
  Channel: 'contact.channel',
  'Contact Reason': 'contact.reason',
  'Customer Number': 'contact.customer',
  Disposition: 'interaction.disposition',
  Subject: 'interaction.subject',
  Description: 'interaction.description',
  'Customer Comment': 'survey.comment',
  Comment: 'survey.comment',
  'Absence Reason': 'shift.absenceReason',
}

/** The mappings Debrief proposes for a file, with what it left out of `meant`. */
async function mappingsOf(client: Client, reference: FileReference): Promise<Record<string, Mapping>> {
  const [preview] = await client.imports.inspect({ files: [{ reference, timeZone: 'UTC' }] })
  return Object.fromEntries(
    preview!.tables.map(({ sheet, mapping, columns }) => {
      const mapped = new Set(mapping.columns.map(({ column }) => column))
      const taken = new Set(mapping.columns.map(({ field }) => field))
      const more = columns.flatMap(({ column }) => {
        const field = meant[column]
        if (field === undefined || mapped.has(column) || taken.has(field)) return []
        const isId = /\.(?:id|externalId|customer)$/.test(field)
        return [{ column, field, transform: { as: isId ? ('id' as const) : ('text' as const) } }]
      })
      // ids like these are taken for those of parts of a contact: a person says that they are of contacts
      const found = mapping.columns.map((one) =>
        one.field === 'contact.legId' ? { ...one, field: 'contact.id' as const } : one,
      )
      return [sheet ?? '', { ...mapping, columns: [...found, ...more] }]
    }),
  )
}

/** Brings all hostile files in by the door, and writes a hostile text wherever the page lets one be written. */
export async function makeHostileWorld(client: Client, bring: Bring): Promise<HostileWorld> {
  await client.workspace.setPreferences({ timeZone: 'UTC' })
  const refused: string[] = []
  let files = 0
  for (const batch of hostileBatches()) {
    const orders = await Promise.all(
      batch.map(async (file, at) => {
        const reference = await bring(file)
        const mappings = await mappingsOf(client, reference)
        return {
          reference,
          timeZone: 'UTC',
          source: hostile('source', at).slice(0, 100),
          ...(Object.keys(mappings).length > 0 && { mappings }),
        }
      }),
    )
    files += batch.length
    const { jobId } = await client.imports.start({ files: orders })
    await ended(client, jobId)
    for (const { error, file } of await client.imports.reports({ jobId }))
      if (error !== null) refused.push(`${file.slice(0, 30)}: ${error.slice(0, 200)}`)
  }
  await client.workspace.setPreferences({ myTeamIds: [] })
  const { jobId } = await client.jobs.analyze()
  await ended(client, jobId)
  return { files, refused, ...(await write(client)) }
}

async function write(client: Client): Promise<Omit<HostileWorld, 'files' | 'refused'>> {
  const people = await client.people.list({})
  const { items } = await client.conversations.list({ limit: 200 })
  const evaluations = await client.conversations.evaluations({})
  await client.reviews.setMe({ name: hostile('reviewer', 0).slice(0, 90) })
  await client.merging.setName({ name: hostile('workspace name', 0).slice(0, 80) })
  const scorecards: number[] = []
  for (const form of hostileForms()) {
    const { scorecardId } = await client.scorecards.importForm({ files: [form] })
    const { draft } = await client.scorecards.get({ id: scorecardId })
    if (draft)
      await client.scorecards.publish({
        id: scorecardId,
        revision: draft.revision,
        note: hostile('publish note', 0),
      })
    scorecards.push(scorecardId)
  }
  const scorecardId = scorecards[0]!
  const read = items.filter(({ turns }) => turns > 0)
  const reviews: number[] = []
  const scored: number[] = []
  for (const [at, { interactionId }] of read.slice(0, 6).entries()) {
    const { id } = await client.reviews.request({
      interactionId,
      scorecardId,
      reason: hostile('review reason', at),
    })
    reviews.push(id)
    if (at === 5) continue
    await client.reviews.open({ id })
    for (const question of ['q0', 'q1', 'q2', 'q3'])
      await client.reviews.answer({
        id,
        answer: chosen(question, at % 2 ? 'yes' : 'no'),
        note: hostile('review note', at),
        moments: [{ segment: 1, startChar: 0, endChar: 9, startMs: 0, endMs: 1, quote: '' }],
      })
    await client.reviews.answer({ id, answer: chosen('q4', 'o1') })
    await client.reviews.answer({
      id,
      answer: {
        questionId: 'q5',
        optionIds: [],
        number: null,
        text: hostileOnce('answer in words'),
        isNotApplicable: false,
      },
    })
    await client.reviews.comment({ id, comment: hostileOnce('review comment') })
    if (at === 4) await client.reviews.skip({ id, reason: hostile('skip reason', 0) })
    else scored.push((await client.reviews.submit({ id })).evaluationId)
  }
  await client.reviews.savePlan({
    id: null,
    name: hostile('plan name', 0).slice(0, 80),
    kind: 'random',
    scorecardId,
    settings: { periodDays: 28, perAgent: 1 },
  })
  const rule = {
    format: 1,
    languages: [],
    answers: 'pass-fail',
    passWhen: { kind: 'said', by: 'agent', phrases: ['thank you'] },
    pass: { confidence: 0.9 },
    fail: { confidence: 0.9 },
    lists: { [hostile('word list', 0)]: hostileOnce('words of a list') },
    appliesWhen: [
      {
        when: { kind: 'said', by: 'agent', phrases: [hostile('phrase', 0)] },
        otherwise: hostileOnce('rule sentence').slice(0, 290),
      },
    ],
  }
  await client.rules.saveDraft({
    scorecardId,
    questionId: 'q0',
    revision: 0,
    rule,
    examples: [],
  })
  return {
    agents: people.map(({ id }) => id),
    interactions: read.map(({ interactionId }) => interactionId),
    told: [
      ...read.filter(({ contactRef }) => contactRef === null || /^(?:[37]-0-0|1-5-0)-/.test(contactRef)),
      ...(await client.recordings.list({})).filter(({ name }) => name === 'sided.wav'),
    ].flatMap(({ interactionId }) => interactionId ?? []),
    evaluations: evaluations.map(({ id }) => id),
    scorecards,
    reviews,
    disputes: await dispute(client, scored, scorecardId),
    calibrations: await calibrate(
      client,
      scorecardId,
      read.slice(6, 9).map(({ interactionId }) => interactionId),
    ),
    sessions: await coach(
      client,
      people.map(({ id }) => id),
    ),
    findings: await find(client),
  }
}

async function dispute(client: Client, evaluations: number[], scorecardId: number): Promise<number[]> {
  const { questions } = await client.scorecards.get({ id: scorecardId })
  const { id: questionId } = questions.find(({ stableKey }) => stableKey === 'q0')!
  const disputes: number[] = []
  for (const [at, evaluationId] of evaluations.entries()) {
    const { id } = await client.disputes.raise({
      evaluationId,
      questionId,
      answer: chosen('q0', at % 2 ? 'no' : 'yes'),
      comment: hostileOnce('dispute comment'),
      by: hostile('disputed by', at).slice(0, 90),
      as: 'agent',
    })
    disputes.push(id)
  }
  if (disputes[0] !== undefined)
    await client.disputes.resolve({
      id: disputes[0],
      outcome: 'uphold',
      remark: hostileOnce('decision remark'),
    })
  return disputes
}

async function calibrate(client: Client, scorecardId: number, interactionIds: number[]): Promise<number[]> {
  const reviewers = [hostile('reviewer', 0).slice(0, 90), hostile('other reviewer', 0).slice(0, 90)]
  const { id } = await client.calibration.create({
    name: hostile('calibration name', 0).slice(0, 110),
    scorecardId,
    mode: 'consensus',
    expert: null,
    interactionIds,
    reviewers,
  })
  // the part of the other reviewer comes back as a file, as a part for somebody else does
  const part = await client.calibration.export({ id, reviewer: reviewers[1]! })
  await client.calibration.import({ fileName: part.fileName, text: part.text }).catch(() => {})
  return [id]
}

async function coach(client: Client, agentIds: number[]): Promise<number[]> {
  const sessions: number[] = []
  const now = Date.UTC(2026, 2, 30, 12)
  for (const [at, ids] of [[agentIds[0]!], [agentIds[1]!], agentIds.slice(2, 5), [agentIds[6]!]].entries()) {
    const { id } = await client.sessions.prepare({ agentIds: ids, idea: hostile('session idea', at) })
    const moments = await client.sessions.moments({ id })
    await client.sessions.write({
      id,
      title: hostile('session title', at),
      coach: hostile('coach', at).slice(0, 90),
      sharedNotes: hostileOnce('shared notes'),
      privateNotes: hostileOnce('private notes'),
      agenda: [{ kind: 'other', text: hostile('agenda', at), isDone: false }],
      questions: [{ text: hostile('session question', at), from: 'own', isAsked: false }],
      moments: moments.slice(0, 4).map(({ agentId, evidence }) => ({
        evidence,
        agentId,
        note: hostile('moment note', at),
        heardAt: null,
      })),
      plannedAt: now + at * 3_600_000,
      nextAt: now + 7 * 86_400_000,
    })
    await client.sessions.addCommitment({
      id,
      agentId: ids[0]!,
      behaviour: hostile('commitment', at),
      seenBy: hostile('seen by', at),
    })
    if (at > 1) {
      await client.sessions.start({ id })
      if (at > 2) await client.sessions.finish({ id })
    }
    sessions.push(id)
  }
  await client.sessions.saveTemplate({
    templateId: null,
    name: hostile('template name', 0).slice(0, 80),
    driverId: null,
    questions: [hostileOnce('template question').slice(0, 400)],
  })
  await client.coaching.markCoached({
    agentId: agentIds[0]!,
    driverId: 'handle_time',
    note: hostileOnce('coaching mark'),
  })
  await client.search.save({ name: hostile('saved search', 0).slice(0, 60), search: { query: 'bill' } })
  return sessions
}

async function find(client: Client): Promise<number[]> {
  const { cells } = await client.patterns.overview({})
  const findings: number[] = []
  for (const [at, { driverId, group }] of cells
    .filter(({ compared }) => compared)
    .slice(0, 3)
    .entries()) {
    const { id } = await client.systemic.create({
      driverId,
      group: { kind: 'team', key: group.key },
      title: hostile('finding title', at),
      why: hostileOnce('finding why'),
      owner: hostile('finding owner', at).slice(0, 90),
    })
    await client.systemic.note({ id, text: hostileOnce('finding note') })
    findings.push(id)
  }
  return findings
}
