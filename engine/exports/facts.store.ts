import { allRaw, one, type ReadableDatabase } from '../store/index.ts'
import type { ExportColumn, ExportRow, ExportTable } from './export-table.ts'

const PAGE = 5000

interface FactColumn extends ExportColumn {
  sql: string
}

interface FactTable {
  name: string
  meaning: string
  from: string
  /** What rows are ordered and paged by; integers. */
  keys: readonly string[]
  /** Which rows; all where it is not said. */
  where?: string
  columns: readonly FactColumn[]
}

const column = (
  name: string,
  type: ExportColumn['type'],
  sql: string,
  meaning: string,
  unit = '',
): FactColumn => ({ name, type, sql, meaning, unit })

const seconds = (name: string, field: string, meaning: string) =>
  column(name, 'number', `${field} / 1000.0`, meaning, 's')

const agent = (identity: string) =>
  column(
    'agent_id',
    'integer',
    `(SELECT person_id FROM identities WHERE id = ${identity})`,
    'Whose it is: `agents.agent_id`; empty where nobody is named.',
  )

const named = (name: string, stratumColumn: string, stratum: string, meaning: string) =>
  column(
    name,
    'text',
    `(SELECT labels.name FROM strata JOIN labels ON labels.id = strata.${stratumColumn} WHERE strata.id = ${stratum})`,
    meaning,
  )

/** The customer's pseudonym, which leaves only when somebody asks for it. */
const customer = column(
  'customer_hash',
  'integer',
  'interactions.customer_hash',
  "The customer's pseudonym under the workspace's own key; only with `--with-customers`.",
)

const contacts: FactTable = {
  name: 'contacts',
  meaning: 'Every contact, in any channel.',
  from: 'interactions',
  keys: ['interactions.id'],
  columns: [
    column('contact_id', 'integer', 'interactions.id', 'The contact.'),
    column('contact_ref', 'text', 'contact_ref', 'Its id in the system it came from.'),
    agent('interactions.identity_id'),
    named('queue', 'queue_id', 'interactions.stratum_id', 'The queue.'),
    named('reason', 'reason_id', 'interactions.stratum_id', 'Why the customer came.'),
    named('channel', 'channel_id', 'interactions.stratum_id', 'The channel.'),
    column('day', 'date', 'day', "The day it counts on, in the workspace's time zone."),
    column('started_at', 'timestamp', 'started_at', 'When it began.', 'UTC'),
    column('ended_at', 'timestamp', 'ended_at', 'When it ended.', 'UTC'),
    seconds('wait_seconds', 'wait_ms', 'Time the customer waited.'),
    seconds('talk_seconds', 'talk_ms', 'Time talked.'),
    seconds('hold_seconds', 'hold_ms', 'Time on hold.'),
    seconds('after_call_seconds', 'acw_ms', 'After-call work.'),
    seconds('handle_seconds', 'handle_ms', 'Handle time, stated or from its parts.'),
    column('is_transferred', 'boolean', 'is_transferred', 'Whether it was transferred.'),
    column('is_answered', 'boolean', 'is_answered', 'Whether somebody answered.'),
    column('is_resolved', 'boolean', 'is_resolved', 'Whether the log says it was resolved.'),
    column(
      'disposition',
      'text',
      '(SELECT name FROM labels WHERE id = disposition_id)',
      'How it was closed.',
    ),
    column('language', 'text', 'language', 'The language stated.'),
  ],
}

const evaluations: FactTable = {
  name: 'evaluations',
  meaning: 'Evaluations by people, automation and both.',
  from: `evaluations JOIN scorecard_versions ON scorecard_versions.id = evaluations.scorecard_version_id
    JOIN scorecards ON scorecards.id = scorecard_versions.scorecard_id`,
  keys: ['evaluations.id'],
  columns: [
    column('evaluation_id', 'integer', 'evaluations.id', 'The evaluation.'),
    column('contact_id', 'integer', 'interaction_id', 'Its contact, where it is known.'),
    agent(
      'ifnull(evaluations.identity_id, (SELECT identity_id FROM interactions WHERE interactions.id = evaluations.interaction_id))',
    ),
    column('form', 'text', 'scorecards.name', 'The form.'),
    column('form_version', 'text', 'scorecard_versions.version', 'Its version.'),
    column('origin', 'text', 'origin', '`human`, `automated` or `assisted`.'),
    column('evaluator', 'text', 'evaluator', 'Who evaluated.'),
    column('evaluated_at', 'timestamp', 'evaluated_at', 'When.', 'UTC'),
    column('contact_day', 'date', 'contact_day', 'The day it counts on.'),
    column(
      'score',
      'number',
      'ifnull(vendor_score, computed_score)',
      'The score as stated, else as computed.',
      'share 0-1',
    ),
    column('has_failed_critical', 'boolean', 'has_failed_critical', 'Whether a critical question failed.'),
    column('is_calibration', 'boolean', 'is_calibration', 'Made for a calibration; in no figure.'),
    column(
      'is_representative',
      'boolean',
      'is_representative',
      'False where the conversation was picked for what it was.',
    ),
    column(
      'weight',
      'number',
      'evaluations.weight',
      'What a drawn review stands for; empty for all others.',
      'contacts',
    ),
    column('comment', 'text', 'comment', "The reviewer's comment, redacted."),
  ],
}

const answers: FactTable = {
  name: 'answers',
  meaning: 'The answers of the evaluations.',
  from: 'answers JOIN questions ON questions.id = answers.question_id',
  keys: ['answers.evaluation_id', 'answers.question_id'],
  columns: [
    column('evaluation_id', 'integer', 'answers.evaluation_id', '`evaluations.evaluation_id`.'),
    column('question_id', 'integer', 'answers.question_id', 'The question.'),
    column('section', 'text', 'questions.section', 'Its section.'),
    column('question', 'text', 'questions.label', 'Its wording.'),
    column('answer', 'text', 'answers.value', 'The answer as given.'),
    column('score', 'number', 'answers.score', 'What it is worth.', 'share 0-1'),
    column('points', 'number', 'answers.points', 'Points given.', 'points'),
    column('max_points', 'number', 'answers.max_points', 'Points possible.', 'points'),
    column('is_not_applicable', 'boolean', 'answers.is_not_applicable', 'It did not apply.'),
    column('has_failed_critical', 'boolean', 'answers.has_failed_critical', 'It failed the form.'),
    column('comment', 'text', 'answers.comment', 'The comment, redacted.'),
  ],
}

const surveys: FactTable = {
  name: 'surveys',
  meaning: 'What customers answered.',
  from: 'surveys',
  keys: ['surveys.id'],
  columns: [
    column('survey_id', 'integer', 'surveys.id', 'The response.'),
    column('contact_id', 'integer', 'interaction_id', 'Its contact, where it is known.'),
    agent(
      'ifnull(surveys.identity_id, (SELECT identity_id FROM interactions WHERE interactions.id = surveys.interaction_id))',
    ),
    named('queue', 'queue_id', 'surveys.stratum_id', 'The queue.'),
    column('responded_at', 'timestamp', 'responded_at', 'When it was answered.', 'UTC'),
    column('contact_day', 'date', 'contact_day', 'The day it counts on.'),
    column('csat', 'number', 'csat', 'Satisfaction on its own scale, worst 0 to best 1.', 'share 0-1'),
    column('csat_min', 'number', 'csat_min', 'The worst rating of its scale.'),
    column('csat_max', 'number', 'csat_max', 'The best rating of its scale.'),
    column('nps', 'number', 'nps', 'How likely to recommend.', '0-10'),
    column('is_resolved', 'boolean', 'is_resolved', 'The customer says it was resolved.'),
    column('pertains_to_agent', 'boolean', 'pertains_to_agent', 'Whether the rating is about the agent.'),
    column('comment', 'text', 'comment', "The customer's comment, redacted."),
    column('comment_sentiment', 'number', 'comment_sentiment', 'How it sounds.', '-1 to 1'),
  ],
}

const shifts: FactTable = {
  name: 'shifts',
  meaning: 'Days of work, planned and worked.',
  from: 'shifts',
  keys: ['shifts.id'],
  columns: [
    column('shift_id', 'integer', 'shifts.id', 'The shift.'),
    agent('shifts.identity_id'),
    column('day', 'date', 'day', 'The day.'),
    column('started_at', 'timestamp', 'started_at', 'When it began.', 'UTC'),
    column('ended_at', 'timestamp', 'ended_at', 'When it ended.', 'UTC'),
    seconds('scheduled_seconds', 'scheduled_ms', 'Time planned.'),
    seconds('worked_seconds', 'worked_ms', 'Time worked.'),
    column('adherence', 'number', 'adherence', 'Share of the plan kept to, as stated.', 'share 0-1'),
    column('conformance', 'number', 'conformance', 'Time worked against time planned, as stated.', 'share'),
    column('occupancy', 'number', 'occupancy', 'Share of the time spent on contacts.', 'share 0-1'),
    column('absence', 'text', 'absence', '`none`, `planned` or `unplanned`.'),
  ],
}

const transcriptMeasures: FactTable = {
  name: 'transcript_measures',
  meaning: 'What was measured in each conversation.',
  from: `conversation_measures JOIN transcripts ON transcripts.id = conversation_measures.transcript_id
    JOIN (SELECT metric_id AS id, row_number() OVER (ORDER BY metric_id) AS place
          FROM (SELECT DISTINCT metric_id FROM conversation_measures)) AS metric ON metric.id = conversation_measures.metric_id`,
  keys: ['conversation_measures.transcript_id', 'metric.place'],
  columns: [
    column('transcript_id', 'integer', 'conversation_measures.transcript_id', 'The transcript.'),
    column('contact_id', 'integer', 'transcripts.interaction_id', 'Its contact, where it is known.'),
    agent(
      'ifnull(transcripts.identity_id, (SELECT identity_id FROM interactions WHERE interactions.id = transcripts.interaction_id))',
    ),
    column('contact_day', 'date', 'transcripts.contact_day', 'The day it counts on.'),
    column('metric_id', 'text', 'conversation_measures.metric_id', 'The measure: see the metric dictionary.'),
    column(
      'value',
      'number',
      'conversation_measures.value',
      'Its value; empty where it could not be measured.',
      "the metric's own",
    ),
    column('basis', 'text', 'conversation_measures.basis', 'What it was measured on: sound, times or text.'),
  ],
}

/** The tables of facts; customers' pseudonyms, and what automation scored, only where they are asked for. */
export function factTables({ withCustomers, withAutomated }: FactChoice): ExportTable[] {
  const asked = withCustomers ? { ...contacts, columns: [...contacts.columns, customer] } : contacts
  const scored = withAutomated ? [evaluations, answers] : [byPeople(evaluations), byPeople(answers)]
  return [asked, ...scored, surveys, shifts, transcriptMeasures].map(exported)
}

interface FactChoice {
  withCustomers: boolean
  withAutomated: boolean
}

/** Of a table of evaluations or answers, those that people gave. */
function byPeople(table: FactTable): FactTable {
  const evaluationId = table.keys[0]
  const own = `${evaluationId} IN (SELECT id FROM evaluations WHERE origin <> 'automated')`
  return { ...table, where: own }
}

function exported({ name, meaning, columns, from, keys, where = 'TRUE' }: FactTable): ExportTable {
  const fields = [...columns.map(({ sql }) => sql), ...keys].join(', ')
  const order = keys.join(', ')
  const after = `(${order}) > (${keys.map(() => '?').join(', ')})`
  const sql = `SELECT ${fields} FROM ${from} WHERE ${where} AND ${after} ORDER BY ${order} LIMIT ${PAGE}`
  return {
    name,
    meaning,
    columns: columns.map(({ name, type, unit, meaning }) => ({ name, type, unit, meaning })),
    pageCount: (database) => {
      const { n } = one<{ n: number }>(database, `SELECT count(*) AS n FROM ${from} WHERE ${where}`)!
      return Math.ceil(n / PAGE)
    },
    *pages(database: ReadableDatabase) {
      let last: readonly unknown[] = keys.map(() => -1)
      for (;;) {
        const rows = allRaw<(string | number | null)[]>(database, sql, ...last)
        if (rows.length === 0) return
        last = rows.at(-1)!.slice(columns.length)
        yield rows.map((row): ExportRow => row.slice(0, columns.length))
        if (rows.length < PAGE) return
      }
    },
  }
}
