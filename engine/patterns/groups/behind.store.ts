import { PICKED_BY_CHANCE } from '../../quality/index.ts'
import { allRaw, one, type ReadableDatabase } from '../../store/index.ts'

/** Whose conversations: days, and what narrows them; null narrows nothing. */
export interface BehindScope {
  driverId: string
  from: number
  to: number
  personIds: readonly number[] | null
  queue: string | null
  reviewer: string | null
}

export interface BehindRow {
  interactionId: number | null
  evaluationId: number | null
  hasTranscript: boolean
  at: number | null
  personId: number | null
  day: number
  queue: string | null
  reviewer: string | null
  value: number
}

/** Which of two values is worse. */
export type Worst = 'lowest' | 'highest' | { low: number; high: number }

const DRIVER_OF_ANSWER = `CASE WHEN fact.origin <> 'automated' THEN 'question:' || questions.id WHEN fact.transcript_id IS NULL THEN 'auto:' || questions.id
  WHEN fact.id IN (SELECT evaluation_id FROM rule_evaluations) THEN 'auto:rule:' || questions.id ELSE 'auto:' || questions.stable_key END`

const CONTACT_VALUES: Partial<Record<string, string>> = {
  transfer_rate: 'contact.is_transferred',
  hold_time: 'contact.hold_ms / 1000.0',
  acw_time: 'contact.acw_ms / 1000.0',
}

/** The facts of a driver, one row each: interaction, evaluation, instant, day, identity, stratum, reviewer, value. */
function factsSql(driverId: string): string | null {
  if (driverId.startsWith('question:') || driverId.startsWith('auto:'))
    return `SELECT fact.interaction_id, fact.id, coalesce(contact.started_at, fact.evaluated_at), fact.contact_day, coalesce(fact.identity_id, contact.identity_id),
        contact.stratum_id, fact.evaluator, answers.score
      FROM evaluations AS fact JOIN answers ON answers.evaluation_id = fact.id JOIN questions ON questions.id = answers.question_id
      LEFT JOIN interactions AS contact ON contact.id = fact.interaction_id
      WHERE fact.contact_day BETWEEN ?2 AND ?3 AND fact.is_calibration = 0 AND fact.scorer_id IS NULL AND ${PICKED_BY_CHANCE}
        AND answers.score IS NOT NULL AND answers.is_not_applicable = 0 AND ${DRIVER_OF_ANSWER} = ?1
        AND (fact.origin = 'automated' OR ifnull(answers.set_by, '') NOT IN ('automation', 'over automation'))`
  const value = CONTACT_VALUES[driverId]
  if (value)
    return `SELECT contact.id, NULL, contact.started_at, contact.day, contact.identity_id, contact.stratum_id, NULL, ${value}
      FROM interactions AS contact WHERE contact.day BETWEEN ?2 AND ?3 AND contact.is_answered IS NOT 0 AND ${value} IS NOT NULL AND ?1 IS NOT NULL`
  if (driverId === 'adherence' || driverId === 'unplanned_absence') return null
  return `SELECT fact.interaction_id, NULL, contact.started_at, fact.contact_day, coalesce(contact.identity_id, fact.identity_id), contact.stratum_id, NULL, measure.value
    FROM transcripts AS fact JOIN conversation_measures AS measure ON measure.transcript_id = fact.id AND measure.metric_id = ?1
    LEFT JOIN interactions AS contact ON contact.id = fact.interaction_id
    WHERE fact.contact_day BETWEEN ?2 AND ?3 AND measure.value IS NOT NULL`
}

/** Whether a driver's figures come from conversations or evaluations at all. */
export function hasConversations(driverId: string): boolean {
  return factsSql(driverId) !== null
}

function narrowed(driverId: string): string {
  return `WITH facts (interactionId, evaluationId, at, day, identityId, stratumId, reviewer, value) AS (${factsSql(driverId)}),
    narrowed AS (SELECT facts.*, identities.person_id AS personId, queues.name AS queue FROM facts
      LEFT JOIN identities ON identities.id = facts.identityId
      LEFT JOIN strata ON strata.id = facts.stratumId LEFT JOIN labels AS queues ON queues.id = strata.queue_id
      WHERE (?4 IS NULL OR identities.person_id IN (SELECT value FROM json_each(?4))) AND (?5 IS NULL OR queues.name = ?5) AND (?6 IS NULL OR facts.reviewer = ?6))`
}

function parametersOf({ driverId, from, to, personIds, queue, reviewer }: BehindScope) {
  return [driverId, from, to, personIds === null ? null : JSON.stringify(personIds), queue, reviewer]
}

/** How many facts a figure rests on. */
export function countBehind(database: ReadableDatabase, scope: BehindScope): number {
  return one<{ n: number }>(
    database,
    `${narrowed(scope.driverId)} SELECT count(*) AS n FROM narrowed`,
    ...parametersOf(scope),
  )!.n
}

/** The facts behind a figure, worst first, the newest before others. */
export function readBehind(
  database: ReadableDatabase,
  scope: BehindScope,
  worst: Worst,
  page: { offset: number; limit: number },
): BehindRow[] {
  const order =
    worst === 'lowest'
      ? 'value'
      : worst === 'highest'
        ? 'value DESC'
        : `max(${worst.low} - value, value - ${worst.high}) DESC`
  return allRaw<
    [
      number | null,
      number | null,
      number,
      number | null,
      number | null,
      number,
      string | null,
      string | null,
      number,
    ]
  >(
    database,
    `${narrowed(scope.driverId)}
     SELECT interactionId, evaluationId, EXISTS (SELECT 1 FROM transcripts WHERE transcripts.interaction_id = narrowed.interactionId), at, personId, day, queue, reviewer, value
     FROM narrowed ORDER BY ${order}, day DESC, interactionId DESC, evaluationId DESC LIMIT ?7 OFFSET ?8`,
    ...parametersOf(scope),
    page.limit,
    page.offset,
  ).map(([interactionId, evaluationId, hasTranscript, at, personId, day, queue, reviewer, value]) => ({
    interactionId,
    evaluationId,
    hasTranscript: hasTranscript === 1,
    at,
    personId,
    day,
    queue,
    reviewer,
    value,
  }))
}
