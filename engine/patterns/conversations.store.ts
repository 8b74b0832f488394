import { mayScore } from '../governance/index.ts'
import { usableNow } from '../lawful-basis/index.ts'
import { all, type ReadableDatabase } from '../store/index.ts'

/** A conversation with what is known of its contact. Scores 0..1, days as day numbers. */
export interface PatternConversation {
  transcriptId: number
  interactionId: number
  contactRef: string | null
  at: number | null
  personId: number | null
  day: number | null
  stratumId: number
  queue: string | null
  handleMs: number | null
  isResolved: number | null
  csat: number | null
  /** Whether the agent's pace could be measured: spoken, with times. */
  isTimed: number
}

/** One turn, redacted. */
export interface PatternSegment {
  transcriptId: number
  role: string
  speaker: string
  startMs: number | null
  endMs: number | null
  text: string
  confidence: number | null
  /** Where its words have times: a JSON array of [from character, to character, from ms, to ms, probability]. */
  words: string | null
}

/** An automated answer of the starter scorecard: 1 said, 0 not said, null where it abstained. */
export interface PatternAnswer {
  transcriptId: number
  questionKey: string
  said: number | null
  /** Where it was said or expected. */
  segment: number | null
}

/** The newest conversations of the days that have been read and may be used; at most `limit`. */
export function readConversationIds(
  database: ReadableDatabase,
  days: { from: number; to: number },
  limit: number,
): number[] {
  return all<{ id: number }>(
    database,
    `SELECT id FROM transcripts WHERE contact_day BETWEEN ? AND ? AND read_version IS NOT NULL AND interaction_id IS NOT NULL
       AND ${usableNow(database, 'transcripts')}
     ORDER BY contact_day DESC, id DESC LIMIT ?`,
    days.from,
    days.to,
    limit,
  ).map(({ id }) => id)
}

/** How many conversations the days hold, read or not. */
export function countConversationsBetween(
  database: ReadableDatabase,
  days: { from: number; to: number },
): { all: number; unread: number } {
  return all<{ all: number; unread: number }>(
    database,
    `SELECT count(*) AS "all", count(*) - count(read_version) AS unread FROM transcripts WHERE contact_day BETWEEN ? AND ?`,
    days.from,
    days.to,
  )[0]!
}

/** The conversations of some transcripts. */
export function readConversations(
  database: ReadableDatabase,
  transcriptIds: readonly number[],
): PatternConversation[] {
  return all<PatternConversation>(
    database,
    `SELECT transcripts.id AS transcriptId, contact.id AS interactionId, contact.contact_ref AS contactRef,
            coalesce(contact.started_at, transcripts.started_at) AS at, identities.person_id AS personId, transcripts.contact_day AS day,
            contact.stratum_id AS stratumId, queues.name AS queue, contact.handle_ms AS handleMs,
            coalesce(contact.is_resolved, surveys.is_resolved) AS isResolved, surveys.csat,
            (SELECT value IS NOT NULL FROM conversation_measures
             WHERE transcript_id = transcripts.id AND metric_id = 'speech_rate') IS 1 AS isTimed
     FROM json_each(?) AS wanted JOIN transcripts ON transcripts.id = wanted.value
     JOIN interactions AS contact ON contact.id = transcripts.interaction_id
     LEFT JOIN identities ON identities.id = coalesce(contact.identity_id, transcripts.identity_id)
     JOIN strata ON strata.id = contact.stratum_id LEFT JOIN labels AS queues ON queues.id = strata.queue_id
     LEFT JOIN surveys ON surveys.id = (SELECT min(id) FROM surveys WHERE interaction_id = contact.id)
     ORDER BY wanted.key`,
    JSON.stringify(transcriptIds),
  )
}

/** The turns of some transcripts, each transcript's in order. */
export function readSegmentsOf(
  database: ReadableDatabase,
  transcriptIds: readonly number[],
): PatternSegment[] {
  return all<PatternSegment>(
    database,
    `SELECT segments.transcript_id AS transcriptId, role, speaker, start_ms AS startMs, end_ms AS endMs, text, confidence, timed.words
     FROM json_each(?) AS wanted JOIN segments ON segments.transcript_id = wanted.value
     LEFT JOIN segment_words AS timed ON timed.transcript_id = segments.transcript_id AND timed.position = segments.position
     ORDER BY wanted.key, segments.position`,
    JSON.stringify(transcriptIds),
  )
}

/** What the rules answered to some questions about some transcripts; nothing while the policy lets no rule score. */
export function readAnswersOf(
  database: ReadableDatabase,
  transcriptIds: readonly number[],
  questionKeys: readonly string[],
): PatternAnswer[] {
  if (!mayScore(database)) return []
  return all<PatternAnswer>(
    database,
    `SELECT evaluations.transcript_id AS transcriptId, questions.stable_key AS questionKey, answers.score AS said,
            (SELECT segment FROM answer_evidence AS evidence WHERE evidence.evaluation_id = answers.evaluation_id
             AND evidence.question_id = answers.question_id ORDER BY evidence.position LIMIT 1) AS segment
     FROM json_each(?) AS wanted JOIN evaluations ON evaluations.transcript_id = wanted.value AND evaluations.origin = 'automated' AND evaluations.scorer_id IS NULL
       AND evaluations.id NOT IN (SELECT evaluation_id FROM rule_evaluations)
     JOIN answers ON answers.evaluation_id = evaluations.id JOIN questions ON questions.id = answers.question_id
     WHERE questions.stable_key IN (SELECT value FROM json_each(?))`,
    JSON.stringify(transcriptIds),
    JSON.stringify(questionKeys),
  )
}

/** One turn of a transcript, or undefined. */
export function readTurn(
  database: ReadableDatabase,
  transcriptId: number,
  position: number,
): { text: string; startMs: number | null; endMs: number | null } | undefined {
  return all<{ text: string; startMs: number | null; endMs: number | null }>(
    database,
    'SELECT text, start_ms AS startMs, end_ms AS endMs FROM segments WHERE transcript_id = ? ORDER BY position LIMIT 1 OFFSET ?',
    transcriptId,
    position,
  )[0]
}
