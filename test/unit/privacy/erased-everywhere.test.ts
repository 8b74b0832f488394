import { expect, onTestFinished, test } from 'vitest'
import { customerHasher } from '../../../engine/imports/index.ts'
import { aboutTables, countHeld, reachOf, type Subject } from '../../../engine/privacy/about/index.ts'
import type { WritableDatabase } from '../../../engine/store/index.ts'
import type { ForgetSubject } from '../../../shared/contract/privacy.ts'
import { fillOneRowEach, somebody } from '../../support/one-row-each.ts'
import { openWorkspace } from '../../support/workspace.ts'

/*
 * The map says which tables can hold something about somebody; deleting takes it away by lists of its own. Here each table has a row about the same agent
 * and the same customer, with a word of its own in every column of text. What is left once they were deleted has to stand here, with the reason.
 */
type Is = Subject['is']

/** Tables that deleting somebody leaves as they are, although they have a row about them. */
const untouched: Record<string, readonly string[]> = {
  'Measures and marks, by their own names, without a word that was said': [
    'conversation_marks',
    'conversation_measures',
  ],
  'Scores of nobody any more, which the figures of everybody count': [
    'double_scored',
    'evaluation_edits',
    'model_answers',
    'rule_evaluations',
  ],
  'With which chance a conversation was picked': ['audit_picks', 'sampling_chances'],
  'Which session of another workspace a session of several is': ['merged_sessions'],
}

/** Columns that still say what they said in a row about somebody. */
const left: Record<
  string,
  { both?: readonly string[]; agent?: readonly string[]; customer?: readonly string[] }
> = {
  'Words of lists and of programs: kinds, metrics, drivers, languages, versions, and options of forms': {
    both: [
      'interactions.language',
      'transcripts.channel transcripts.language transcripts.vendor',
      'conversation_marks.kind conversation_marks.label conversation_measures.basis conversation_measures.metric_id',
      'answers.abstained_because answers.automated_value answers.root_causes answers.set_by',
      'model_answers.answer model_answers.asked model_answers.reason rule_evaluations.basis rule_evaluations.versions',
      'dispute_resolutions.answer evaluations.scorer_id evaluations.scorer_version',
      'review_answers.option_ids review_answers.root_causes audit_picks.scorer_id',
      'double_scored.automated_option double_scored.corrected_option double_scored.human_option double_scored.filled_by double_scored.language double_scored.scorer_id double_scored.scorer_version double_scored.team',
      'imports.vendor',
    ],
    agent: ['aggregated_observations.metric_id', 'observation_days.metric_id', 'approvals.capability'],
  },
  'Hashes under the key of the workspace, of files and of what came from elsewhere': {
    both: [
      'imports.file_sha256 model_answers.conversation_sha256 transcript_places.place imports.place calibration_items.uid calibration_submissions.digest disputes.file_key',
    ],
    agent: ['merged_sessions.digest'],
  },
  'Whoever wrote, scored or held something; not whom it is about': {
    both: [
      'evaluations.evaluator disputes.evaluator reviews.reviewer dispute_resolutions.resolved_by question_rules.edited_by',
      'calibration_submissions.file_name calibration_submissions.reviewer calibration_settlements.settled_by calibration_settlements.taken_from',
      'legal_holds.held_by legal_holds.lifted_by',
    ],
  },
  'Why it was held is the proof that it was kept by right': { both: ['legal_holds.why'] },
  'What was noted of several people or a group is theirs, too; mentions by name are taken out': {
    both: [
      'coaching_sessions.agenda coaching_sessions.coach coaching_sessions.draft coaching_sessions.driver_id coaching_sessions.focus_label coaching_sessions.private_notes coaching_sessions.questions coaching_sessions.shared_notes coaching_sessions.template_id coaching_sessions.title',
      'systemic_findings.driver_id systemic_findings.driver_label systemic_findings.group_key systemic_findings.group_label systemic_findings.owner systemic_findings.title systemic_findings.why',
      'systemic_finding_events.text',
    ],
  },
  'The log is never changed; it names by numbers, and of what is gone nothing has them any more': {
    both: ['audit_log.act audit_log.hash audit_log.policy audit_log.previous audit_log.role audit_log.who'],
    agent: ['audit_log.record'],
  },
  'What an agent did stays without their name: contacts are those of their customers': {
    agent: [
      'interactions.content_key interactions.leg_ref',
      'transcripts.content_key transcripts.external_ref',
      'surveys.content_key surveys.response_ref',
      'evaluations.content_key evaluations.evaluation_ref',
      'disputes.content_key disputes.evaluation_ref',
      'shifts.absence shifts.absence_reason shifts.content_key',
    ],
  },
  'What imports say of shifts, figures and rosters is about agents': { customer: ['fact_layers.patch'] },
}

/** Tables that change although they can hold nothing about the one who is deleted. */
const changedBeside: Record<string, { both?: readonly string[]; customer?: readonly string[] }> = {
  'The proof, and what must not come back': { both: ['deleted_keys', 'deletions'] },
  'Preferences by name, among them which figures are kept': { both: ['settings'] },
  'Answers of a language model: which are about whom cannot be told, so all go': { both: ['model_results'] },
  'The index of words follows the turns': {
    both: ['segment_search_data', 'segment_search_docsize', 'segment_search_idx'],
  },
  'Names of lists that nothing uses any more go with the next refresh': {
    both: ['labels', 'questions', 'strata'],
  },
  'Follows from the facts of the days that changed, and from the contacts that two sources share': {
    customer: ['identity_links', 'identity_proposals', 'interaction_days', 'observation_days'],
  },
}

function namesOf(
  lists: Record<string, { both?: readonly string[] } & Partial<Record<Is, readonly string[]>>>,
  is: Is,
) {
  return Object.values(lists)
    .flatMap((of) => [...(of.both ?? []), ...(of[is] ?? [])])
    .flatMap((names) => names.split(' '))
    .toSorted()
}

async function filled() {
  const own = await openWorkspace()
  onTestFinished(() => own.close())
  const database = own.engine.context.write!
  database.raw
    .prepare("INSERT OR REPLACE INTO settings (key, value) VALUES ('customer-key', ?)")
    .run(Buffer.alloc(32, 7).toString('base64'))
  const customerHash = customerHasher(database)!(somebody.customer)
  fillOneRowEach(database, customerHash)
  return { client: own.client, database, customerHash }
}

type Cells = Record<string, unknown>

function everyRow({ raw }: WritableDatabase): Map<string, Cells[]> {
  return new Map(
    Object.keys(aboutTables).map((table) => [table, raw.prepare(`SELECT * FROM ${table}`).all() as Cells[]]),
  )
}

/** Columns with a word of their own or with one of these texts in them. */
function columnsWith(
  rows: Map<string, Cells[]>,
  texts: readonly string[],
  tables: ReadonlySet<string>,
): string[] {
  const found = new Set<string>()
  for (const [table, cells] of rows)
    for (const [column, value] of cells.flatMap((row) => Object.entries(row))) {
      const text = Buffer.isBuffer(value) ? value.toString('latin1') : String(value)
      const isOwn = tables.has(table) && text.includes('mark:')
      if (isOwn || texts.some((one) => text.includes(one))) found.add(`${table}.${column}`)
    }
  return [...found].toSorted()
}

const { identity, name, key, email, externalId, contact } = somebody
const agentTexts = [String(identity), name, key, email, externalId]

test.each<[string, Is, ForgetSubject]>([
  ['an agent', 'agent', { personId: identity }],
  ['a customer', 'customer', { customer: somebody.customer }],
  ['a conversation', 'customer', { interactionId: 1 }],
])(
  'of %s, nothing is left in any table but what is named here with its reason',
  async (_, is, subject) => {
    const { client, database, customerHash } = await filled()
    const whom: Subject =
      is === 'agent' ? { is, personId: identity } : { is, customerHash, contactRef: contact }
    const about = Object.entries(aboutTables).filter(([, table]) => table[is] !== null && !table.isCopy)
    const tables = new Set(about.map(([table]) => table))
    // every table that can hold something does
    const counted = countHeld(database, is, reachOf(database, whom)).map(({ table }) => table)
    expect(new Set(counted)).toEqual(tables)
    const before = everyRow(database)
    await client.privacy.forget({ subject, why: 'Asked for' })
    const after = everyRow(database)
    const isChanged = (table: string) =>
      JSON.stringify(before.get(table)) !== JSON.stringify(after.get(table))

    const unchanged = Object.values(untouched)
      .flat()
      .filter((table) => tables.has(table))
    expect([...tables].filter((table) => !isChanged(table)).toSorted()).toEqual(unchanged.toSorted())
    const beside = [...before.keys()].filter(
      (table) => !tables.has(table) && !aboutTables[table]!.isCopy && isChanged(table),
    )
    expect(beside.toSorted()).toEqual(namesOf(changedBeside, is))
    const texts = is === 'agent' ? agentTexts : [contact, somebody.customer, String(customerHash)]
    expect(columnsWith(after, texts, tables)).toEqual(namesOf(left, is))
  },
  60_000,
)
