import { TOP_TWO_BOXES } from '../../metrics/index.ts'
import { all, type ReadableDatabase } from '../../store/index.ts'

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

/** What reviewers and automated rules answered on contacts with an outcome. */
export function readPairedAnswers(database: ReadableDatabase): (PairedValue & { scorecardId: number })[] {
  return all(
    database,
    `SELECT evaluations.interaction_id AS interactionId, answers.score AS value, questions.scorecard_id AS scorecardId,
       CASE WHEN origin <> 'automated' THEN 'question:' || questions.id WHEN transcript_id IS NULL THEN 'auto:' || questions.id
            ELSE 'auto:' || questions.stable_key END AS driverId
     FROM evaluations JOIN answers ON answers.evaluation_id = evaluations.id JOIN questions ON questions.id = answers.question_id
     WHERE evaluations.is_calibration = 0 AND answers.score IS NOT NULL AND answers.is_not_applicable = 0
       AND (EXISTS (SELECT 1 FROM surveys WHERE surveys.interaction_id = evaluations.interaction_id)
         OR EXISTS (SELECT 1 FROM interactions WHERE interactions.id = evaluations.interaction_id AND is_resolved IS NOT NULL))`,
  )
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
