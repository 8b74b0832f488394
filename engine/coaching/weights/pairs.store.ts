import { TOP_TWO_BOXES } from '../../metrics/index.ts'
import { all, allRaw, type ReadableDatabase } from '../../store/index.ts'

/** The outcome of one contact on 0..1, by the chosen outcome metric. */
const outcomes: Record<string, string> = {
  csat_mean: 'surveys.csat',
  csat_top2: TOP_TWO_BOXES,
  nps: 'CASE WHEN surveys.nps IS NULL THEN NULL WHEN surveys.nps >= 9 THEN 1.0 WHEN surveys.nps <= 6 THEN 0.0 ELSE 0.5 END',
}

/** A contact whose outcome is known, with what the log says of it. */
export interface PairedContact {
  interactionId: number
  personId: number
  queueId: number
  outcome: number
  transfer: number | null
  holdSeconds: number | null
  acwSeconds: number | null
}

/** Whether weights can be estimated for an outcome: it must be known contact by contact. */
export function isPairedOutcome(outcomeId: string): boolean {
  return outcomeId in outcomes || outcomeId === 'resolved_rate'
}

const PAIRED_COLUMNS = `contact.id AS interactionId, identities.person_id AS personId, ifnull(strata.queue_id, 0) AS queueId,
  contact.is_transferred AS transfer, contact.hold_ms / 1000.0 AS holdSeconds, contact.acw_ms / 1000.0 AS acwSeconds`

/** The contacts with a known outcome. */
export function readPairedContacts(database: ReadableDatabase, outcomeId: string): PairedContact[] {
  if (outcomeId === 'resolved_rate')
    return all<PairedContact>(
      database,
      `SELECT ${PAIRED_COLUMNS}, contact.is_resolved AS outcome FROM interactions AS contact
       JOIN identities ON identities.id = contact.identity_id JOIN strata ON strata.id = contact.stratum_id
       WHERE contact.is_resolved IS NOT NULL`,
    )
  return all<PairedContact>(
    database,
    `SELECT ${PAIRED_COLUMNS}, ${outcomes[outcomeId]} AS outcome FROM surveys JOIN interactions AS contact ON contact.id = surveys.interaction_id
     JOIN identities ON identities.id = coalesce(contact.identity_id, surveys.identity_id) JOIN strata ON strata.id = contact.stratum_id
     WHERE ${outcomes[outcomeId]} IS NOT NULL AND surveys.pertains_to_agent IS NOT 0 AND contact.is_answered IS NOT 0`,
  )
}

/** One driver's value on a contact that has an outcome. */
export interface PairedValue {
  interactionId: number
  driverId: string
  value: number
}

/** One answer on a contact that has an outcome: a list, as there are hundreds of thousands. */
export type PairedAnswer = [
  interactionId: number,
  score: number,
  questionId: number,
  /** 0: a person's; 1: a vendor's automation; 2: Debrief's own rules. */
  answeredBy: 0 | 1 | 2,
]

/** What reviewers and automated rules answered on contacts with an outcome. The evaluations are found first, then their answers. */
export function readPairedAnswers(database: ReadableDatabase): PairedAnswer[] {
  return allRaw<PairedAnswer>(
    database,
    `WITH paired AS MATERIALIZED (
       SELECT id, interaction_id, iif(origin <> 'automated', 0, iif(transcript_id IS NULL, 1, 2)) AS answered_by FROM evaluations
       WHERE is_calibration = 0 AND is_representative = 1 AND interaction_id IS NOT NULL
         AND (EXISTS (SELECT 1 FROM surveys WHERE surveys.interaction_id = evaluations.interaction_id)
           OR EXISTS (SELECT 1 FROM interactions WHERE interactions.id = evaluations.interaction_id AND is_resolved IS NOT NULL)))
     SELECT paired.interaction_id, answers.score, answers.question_id, answered_by
     FROM paired CROSS JOIN answers ON answers.evaluation_id = paired.id
     WHERE answers.score IS NOT NULL AND answers.is_not_applicable = 0 AND answers.set_by IS NOT 'automation'`,
  )
}

/** The questions of all forms: which form each stands on, and what Debrief's own are called. */
export function readQuestionForms(
  database: ReadableDatabase,
): { id: number; scorecardId: number; stableKey: string }[] {
  return all(database, 'SELECT id, scorecard_id AS scorecardId, stable_key AS stableKey FROM questions')
}

/** What was measured on conversations with an outcome. */
export function readPairedMeasures(database: ReadableDatabase): PairedValue[] {
  return all(
    database,
    `SELECT transcripts.interaction_id AS interactionId, metric_id AS driverId, value FROM transcripts
     JOIN conversation_measures ON conversation_measures.transcript_id = transcripts.id
     WHERE value IS NOT NULL AND interaction_id IS NOT NULL`,
  )
}
