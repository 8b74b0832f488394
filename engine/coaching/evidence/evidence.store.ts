import { ADHERENCE } from '../../metrics/index.ts'
import { all, type ReadableDatabase } from '../../store/index.ts'

/** Days looked at, for one person. */
export interface EvidenceScope {
  personId: number
  from: number
  to: number
}

const MINE = 'IN (SELECT id FROM identities WHERE person_id = ?)'
/** Every day from ?1 to ?2: contacts are indexed by day and identity, and one look a day finds one person's. */
const DAYS =
  'WITH RECURSIVE days (day) AS (SELECT ?1 UNION ALL SELECT day + 1 FROM days WHERE day < ?2) SELECT day FROM days'
const MOST = 12

/** One answer to a question, with the circumstance. */
export interface AnswerEvidenceRow {
  evaluationId: number
  interactionId: number | null
  transcriptId: number | null
  at: number | null
  form: string
  evaluator: string | null
  value: string | null
  score: number
  comment: string | null
  segment: number | null
  startMs: number | null
  endMs: number | null
  quote: string | null
}

/** A person's imported answers to one question: the worst (or best) first, those with a comment and the newest before others. */
export function readAnswerEvidence(
  database: ReadableDatabase,
  questionId: number,
  by: 'reviewed' | 'automated',
  scope: EvidenceScope,
  wantsBest: boolean,
): AnswerEvidenceRow[] {
  return all<AnswerEvidenceRow>(
    database,
    `SELECT evaluations.id AS evaluationId, evaluations.interaction_id AS interactionId, transcripts.id AS transcriptId, evaluated_at AS at, scorecards.name AS form,
       evaluator, answers.value, answers.score, answers.comment, NULL AS segment, NULL AS startMs, NULL AS endMs, NULL AS quote
     FROM answers JOIN evaluations ON evaluations.id = answers.evaluation_id
     JOIN scorecard_versions ON scorecard_versions.id = evaluations.scorecard_version_id JOIN scorecards ON scorecards.id = scorecard_id
     LEFT JOIN transcripts ON transcripts.interaction_id = evaluations.interaction_id
     WHERE answers.question_id = ?1 AND evaluations.contact_day BETWEEN ?3 AND ?4
       AND (evaluations.identity_id IN (SELECT id FROM identities WHERE person_id = ?2) OR (evaluations.identity_id IS NULL
         AND (SELECT identity_id FROM interactions WHERE id = evaluations.interaction_id) IN (SELECT id FROM identities WHERE person_id = ?2)))
       AND (origin = 'automated') = ?6 AND evaluations.transcript_id IS NULL AND is_calibration = 0 AND answers.score IS NOT NULL AND answers.is_not_applicable = 0
     GROUP BY evaluations.id
     ORDER BY answers.score * ?5, answers.comment IS NULL, evaluations.contact_day DESC, evaluations.id DESC LIMIT ${MOST}`,
    questionId,
    scope.personId,
    scope.from,
    scope.to,
    wantsBest ? -1 : 1,
    Number(by === 'automated'),
  )
}

/** A person's automated answers to one question (of the starter scorecard by its key, by a rule of a reviewer's by its row), surest first, with the moment each rests on. */
export function readAutomatedEvidence(
  database: ReadableDatabase,
  asked: { stableKey: string } | { questionId: number },
  scope: EvidenceScope,
  wantsBest: boolean,
): AnswerEvidenceRow[] {
  const isByOwnRules = 'questionId' in asked
  return all<AnswerEvidenceRow>(
    database,
    `SELECT evaluations.id AS evaluationId, evaluations.interaction_id AS interactionId, evaluations.transcript_id AS transcriptId, evaluated_at AS at,
       scorecards.name AS form, NULL AS evaluator, answers.value, answers.score, answers.comment, answer_evidence.segment, answer_evidence.start_ms AS startMs,
       answer_evidence.end_ms AS endMs, answer_evidence.quote
     FROM answers JOIN questions ON questions.id = answers.question_id JOIN evaluations ON evaluations.id = answers.evaluation_id
     JOIN scorecard_versions ON scorecard_versions.id = evaluations.scorecard_version_id JOIN scorecards ON scorecards.id = scorecard_versions.scorecard_id
     LEFT JOIN interactions ON interactions.id = evaluations.interaction_id
     LEFT JOIN answer_evidence ON answer_evidence.evaluation_id = evaluations.id AND answer_evidence.question_id = answers.question_id AND answer_evidence.position = 0
     WHERE ${isByOwnRules ? 'questions.id' : 'questions.stable_key'} = ? AND coalesce(interactions.identity_id, evaluations.identity_id) ${MINE} AND evaluations.contact_day BETWEEN ? AND ?
       AND evaluations.transcript_id IS NOT NULL AND evaluations.scorer_id IS NULL AND (evaluations.id IN (SELECT evaluation_id FROM rule_evaluations)) = ? AND answers.score = ? AND answers.is_not_applicable = 0
     ORDER BY answers.confidence DESC, evaluations.contact_day DESC, evaluations.id DESC LIMIT ${MOST}`,
    isByOwnRules ? asked.questionId : asked.stableKey,
    scope.personId,
    scope.from,
    scope.to,
    Number(isByOwnRules),
    wantsBest ? 1 : 0,
  )
}

/** A conversation with the value of one measure and the mark that shows it best. */
export interface MeasureEvidenceRow {
  interactionId: number
  transcriptId: number
  at: number | null
  value: number
  queue: string | null
  label: string | null
  firstSegment: number | null
  lastSegment: number | null
  startMs: number | null
  endMs: number | null
}

/**
 * A person's conversations by one measure, each with its longest mark of a kind: the highest first, the lowest, or those furthest
 * outside a band. A measure that does not show at all is no evidence of too much of it.
 */
export function readMeasureEvidence(
  database: ReadableDatabase,
  metricId: string,
  markKind: string,
  scope: EvidenceScope,
  wants: 'highest' | 'lowest' | { low: number; high: number },
): MeasureEvidenceRow[] {
  const value = 'conversation_measures.value'
  const isBand = typeof wants === 'object'
  const order = isBand
    ? `max(?6 - ${value}, ${value} - ?7) DESC`
    : wants === 'lowest'
      ? value
      : `${value} DESC`
  const telling = isBand
    ? `(${value} < ?6 OR ${value} > ?7)`
    : wants === 'lowest'
      ? `${value} IS NOT NULL`
      : `${value} > 0`
  return all<MeasureEvidenceRow>(
    database,
    `SELECT transcripts.interaction_id AS interactionId, transcripts.id AS transcriptId, interactions.started_at AS at, conversation_measures.value,
       labels.name AS queue, mark.label, mark.first_segment AS firstSegment, mark.last_segment AS lastSegment, mark.start_ms AS startMs, mark.end_ms AS endMs
     FROM transcripts JOIN interactions ON interactions.id = transcripts.interaction_id
     JOIN conversation_measures ON conversation_measures.transcript_id = transcripts.id AND metric_id = ?1
     JOIN strata ON strata.id = interactions.stratum_id LEFT JOIN labels ON labels.id = strata.queue_id
     LEFT JOIN conversation_marks AS mark ON mark.transcript_id = transcripts.id AND mark.position = (
       SELECT position FROM conversation_marks WHERE transcript_id = transcripts.id AND kind = ?2 ORDER BY end_ms - start_ms DESC, position LIMIT 1)
     WHERE coalesce(interactions.identity_id, transcripts.identity_id) IN (SELECT id FROM identities WHERE person_id = ?3)
       AND transcripts.contact_day BETWEEN ?4 AND ?5 AND ${telling}
     ORDER BY ${order}, transcripts.contact_day DESC LIMIT ${MOST}`,
    metricId,
    markKind,
    scope.personId,
    scope.from,
    scope.to,
    ...(isBand ? [wants.low, wants.high] : []),
  )
}

/** A contact with what makes it worth hearing. */
export interface ContactEvidenceRow {
  interactionId: number
  transcriptId: number | null
  at: number | null
  queue: string | null
  reason: string | null
  handleMs: number | null
  holdMs: number | null
  acwMs: number | null
  /** 0..1 on a scale with these ends. */
  csat: number | null
  csatMin: number | null
  csatMax: number | null
}

const contactOrders = {
  transfer_rate: {
    where: 'contact.is_transferred = 1',
    order: '(transcripts.id IS NULL OR ?4 IS NULL), contact.started_at DESC',
  },
  hold_time: {
    where: 'contact.hold_ms > 0',
    order: '(transcripts.id IS NULL OR contact.hold_ms <= ?4), contact.hold_ms DESC',
  },
  acw_time: {
    where: 'contact.acw_ms > 0',
    order: '(transcripts.id IS NULL OR contact.acw_ms <= ?4), contact.acw_ms DESC',
  },
} as const

/** The contact drivers that have evidence of their own. */
export type ContactDriverId = keyof typeof contactOrders

/**
 * A person's contacts that show a contact driver: those with words to read that lie beyond `tellingMs` (what good peers need) first, each part the clearest first. One
 * that can be read shows more than a longer one that cannot, as long as it shows the point.
 */
export function readContactEvidence(
  database: ReadableDatabase,
  driverId: ContactDriverId,
  scope: EvidenceScope,
  tellingMs: number,
): ContactEvidenceRow[] {
  const { where, order } = contactOrders[driverId]
  return all<ContactEvidenceRow>(
    database,
    `SELECT contact.id AS interactionId, transcripts.id AS transcriptId, contact.started_at AS at, queues.name AS queue,
       coalesce(reasons.name, dispositions.name) AS reason, contact.handle_ms AS handleMs, contact.hold_ms AS holdMs, contact.acw_ms AS acwMs, surveys.csat,
       surveys.csat_min AS csatMin, surveys.csat_max AS csatMax
     FROM interactions AS contact JOIN strata ON strata.id = contact.stratum_id LEFT JOIN labels AS queues ON queues.id = strata.queue_id
     LEFT JOIN labels AS reasons ON reasons.id = strata.reason_id LEFT JOIN labels AS dispositions ON dispositions.id = contact.disposition_id
     LEFT JOIN transcripts ON transcripts.interaction_id = contact.id
     LEFT JOIN surveys ON surveys.interaction_id = contact.id
     WHERE contact.day IN (${DAYS}) AND contact.identity_id IN (SELECT id FROM identities WHERE person_id = ?3)
       AND contact.is_answered IS NOT 0 AND ${where}
     GROUP BY contact.id ORDER BY ${order} LIMIT ${MOST}`,
    scope.from,
    scope.to,
    scope.personId,
    tellingMs,
  )
}

/** A shift that shows an attendance driver. */
export interface ShiftEvidenceRow {
  day: number
  scheduledMs: number | null
  adherence: number | null
  exceptionMs: number | null
  absence: string | null
  absenceReason: string | null
}

/** A person's shifts: unplanned absences newest first, or the days of least adherence. */
export function readShiftEvidence(
  database: ReadableDatabase,
  driverId: 'adherence' | 'unplanned_absence',
  scope: EvidenceScope,
): ShiftEvidenceRow[] {
  return all<ShiftEvidenceRow>(
    database,
    `SELECT day, scheduled_ms AS scheduledMs, ${ADHERENCE} AS adherence, exception_ms AS exceptionMs, absence, absence_reason AS absenceReason
     FROM shifts WHERE identity_id ${MINE} AND day BETWEEN ? AND ?
       AND ${driverId === 'adherence' ? `${ADHERENCE} IS NOT NULL AND absence IS NOT 'planned' AND NOT (absence IS 'unplanned' AND ${ADHERENCE} <= 0)` : `absence = 'unplanned'`}
     ORDER BY ${driverId === 'adherence' ? `${ADHERENCE}, day DESC` : 'day DESC'} LIMIT ${MOST}`,
    scope.personId,
    scope.from,
    scope.to,
  )
}

/** A few turns of a transcript. */
export interface TurnRow {
  segment: number
  speaker: string
  role: string
  startMs: number | null
  text: string
}

/** The turns from one position to another. */
export function readTurns(
  database: ReadableDatabase,
  transcriptId: number,
  first: number,
  last: number,
): TurnRow[] {
  return all<TurnRow>(
    database,
    `SELECT position AS segment, speaker, role, start_ms AS startMs, text FROM segments
     WHERE transcript_id = ? AND position BETWEEN ? AND ? ORDER BY position`,
    transcriptId,
    first,
    last,
  )
}

/** What a reviewer noted where something critical failed. */
export interface FailureRow {
  evaluationId: number
  interactionId: number | null
  at: number | null
  form: string
  evaluator: string | null
  label: string | null
  value: string | null
  comment: string | null
  evaluationComment: string | null
}

/** The failed answers of some evaluations (to one question, or whatever failed), newest first. */
export function readFailures(
  database: ReadableDatabase,
  evaluationIds: readonly number[],
  questionId: number | null,
): FailureRow[] {
  return all<FailureRow>(
    database,
    `SELECT evaluations.id AS evaluationId,
       (SELECT interaction_id FROM transcripts WHERE transcripts.interaction_id = evaluations.interaction_id LIMIT 1) AS interactionId,
       evaluated_at AS at, scorecards.name AS form, evaluator, questions.label, answers.value, answers.comment, evaluations.comment AS evaluationComment
     FROM evaluations JOIN scorecard_versions ON scorecard_versions.id = evaluations.scorecard_version_id
     JOIN scorecards ON scorecards.id = scorecard_versions.scorecard_id
     LEFT JOIN answers ON answers.evaluation_id = evaluations.id AND answers.question_id = ?
     LEFT JOIN questions ON questions.id = answers.question_id
     WHERE evaluations.id IN (SELECT value FROM json_each(?)) ORDER BY evaluations.contact_day DESC, evaluations.id DESC LIMIT ${MOST}`,
    questionId,
    JSON.stringify(evaluationIds),
  )
}
