import { mayScore } from '../../governance/index.ts'
import { usableNow } from '../../lawful-basis/index.ts'
import { all, one, type ReadableDatabase } from '../../store/index.ts'

/** Whether a contact has a conversation one can review: words or sound. */
export function hasConversation(database: ReadableDatabase, interactionId: number): boolean {
  return (
    one(database, 'SELECT 1 FROM transcripts WHERE interaction_id = ? LIMIT 1', interactionId) !== undefined
  )
}

/** A conversation a draw may pick, with what may speak of trouble in it. */
export interface EligibleRow {
  interactionId: number
  personId: number
  day: number
  queue: string | null
  channel: string | null
  /** Its review on this form, if there is one that was not skipped. */
  reviewId: number | null
  /** 0..1. */
  csat: number | null
  sentimentEnd: number | null
  longestSilenceSeconds: number | null
  /** Automated answers that say something was not said. */
  notSaid: number
}

const measured = (metricId: string) =>
  `(SELECT value FROM conversation_measures WHERE transcript_id = talked.id AND metric_id = '${metricId}')`

/**
 * Conversations of these days (numbers, both included) that may be used, whose agent is known and that last at least `leastSeconds`; all of them have some
 * chance in every plan that looks at their queue, channel and team.
 */
export function readEligible(
  database: ReadableDatabase,
  days: { from: number; to: number },
  scorecardId: number,
  leastSeconds: number,
): EligibleRow[] {
  return all<EligibleRow>(
    database,
    `WITH talked AS (
       SELECT min(id) AS id, interaction_id, max(duration_ms) AS duration_ms FROM transcripts
       WHERE contact_day BETWEEN ?1 AND ?2 AND interaction_id IS NOT NULL AND words_deleted_at IS NULL AND ${usableNow(database, 'transcripts')} GROUP BY interaction_id)
     SELECT interactions.id AS interactionId, identities.person_id AS personId, interactions.day, queues.name AS queue, channels.name AS channel,
       (SELECT id FROM reviews WHERE reviews.interaction_id = interactions.id AND scorecard_id = ?3 AND state <> 'skipped' AND selection <> 'calibration' LIMIT 1) AS reviewId,
       (SELECT csat FROM surveys WHERE surveys.interaction_id = interactions.id AND csat IS NOT NULL LIMIT 1) AS csat,
       ${measured('customer_sentiment_end')} AS sentimentEnd, ${measured('longest_silence')} AS longestSilenceSeconds,
       (SELECT count(*) FROM evaluations JOIN answers ON evaluation_id = evaluations.id
        WHERE ${mayScore(database) ? 'TRUE' : 'FALSE'} AND evaluations.transcript_id = talked.id AND origin = 'automated' AND scorer_id IS NULL AND evaluations.id NOT IN (SELECT evaluation_id FROM rule_evaluations) AND score = 0 AND answers.is_not_applicable = 0) AS notSaid
     FROM talked JOIN interactions ON interactions.id = talked.interaction_id JOIN identities ON identities.id = interactions.identity_id
     JOIN strata ON strata.id = stratum_id LEFT JOIN labels AS queues ON queues.id = queue_id LEFT JOIN labels AS channels ON channels.id = channel_id
     WHERE interactions.day BETWEEN ?1 AND ?2 AND coalesce(talked.duration_ms, handle_ms, 0) >= ?4 * 1000
     ORDER BY interactions.id`,
    days.from,
    days.to,
    scorecardId,
    leastSeconds,
  )
}
