import { allRaw, type ReadableDatabase } from '../store/index.ts'

/** Every conversation that belongs to a contact: transcript, day, person, queue, channel. */
export function readAllFacts(
  database: ReadableDatabase,
): [
  transcriptId: number,
  day: number | null,
  personId: number | null,
  queue: string | null,
  channel: string | null,
][] {
  return allRaw(
    database,
    `SELECT transcripts.id, coalesce(contact.day, transcripts.day), identities.person_id, queues.name, coalesce(channels.name, transcripts.channel)
     FROM transcripts JOIN interactions AS contact ON contact.id = transcripts.interaction_id
     LEFT JOIN identities ON identities.id = coalesce(contact.identity_id, transcripts.identity_id)
     JOIN strata ON strata.id = contact.stratum_id LEFT JOIN labels AS queues ON queues.id = strata.queue_id
     LEFT JOIN labels AS channels ON channels.id = strata.channel_id`,
  )
}

/** One measure of every conversation that has it. */
export function readMeasure(
  database: ReadableDatabase,
  metricId: string,
): [transcriptId: number, value: number][] {
  return allRaw(
    database,
    'SELECT transcript_id, value FROM conversation_measures WHERE metric_id = ? AND value IS NOT NULL',
    metricId,
  )
}

/** The score of every conversation that was evaluated, 0..1: those of people after the automated ones, and of each the newest last. */
export function readScores(database: ReadableDatabase): [transcriptId: number, score: number][] {
  return allRaw(
    database,
    `SELECT transcripts.id, coalesce(evaluations.computed_score, evaluations.vendor_score)
     FROM evaluations JOIN transcripts ON transcripts.interaction_id = evaluations.interaction_id
     WHERE coalesce(evaluations.computed_score, evaluations.vendor_score) IS NOT NULL AND evaluations.is_calibration = 0
     ORDER BY evaluations.transcript_id IS NULL, evaluations.evaluated_at, evaluations.id`,
  )
}
