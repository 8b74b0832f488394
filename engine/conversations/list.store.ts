import type { z } from 'zod'
import type { conversationSort } from '../../shared/contract/conversations.ts'
import { all, one, type ReadableDatabase } from '../store/index.ts'

/** One conversation in the list. */
export interface ConversationRow {
  interactionId: number
  transcriptId: number
  contactRef: string | null
  wordsDeletedAt: number | null
  at: number | null
  personId: number | null
  day: number | null
  queue: string | null
  reason: string | null
  channel: string | null
  language: string | null
  source: string
  durationMs: number | null
  turns: number
  firstWords: string | null
  customerSentimentEnd: number | null
  customerSentimentShift: number | null
  csat: number | null
  csatMin: number | null
  csatMax: number | null
  nps: number | null
  surveyComment: string | null
  evaluations: number
}

const COLUMNS = `
  contact.id AS interactionId, transcripts.id AS transcriptId, contact.contact_ref AS contactRef, coalesce(contact.started_at, transcripts.started_at) AS at,
  transcripts.words_deleted_at AS wordsDeletedAt, identities.person_id AS personId, coalesce(contact.day, transcripts.day) AS day, queues.name AS queue, reasons.name AS reason,
  coalesce(channels.name, transcripts.channel) AS channel, transcripts.language, sources.name AS source,
  coalesce(transcripts.duration_ms, (SELECT max(end_ms) FROM segments WHERE transcript_id = transcripts.id)) AS durationMs,
  (SELECT count(*) FROM segments WHERE transcript_id = transcripts.id) AS turns,
  (SELECT substr(text, 1, 160) FROM segments WHERE transcript_id = transcripts.id AND role <> 'agent' ORDER BY position LIMIT 1) AS firstWords,
  (SELECT value FROM conversation_measures WHERE transcript_id = transcripts.id AND metric_id = 'customer_sentiment_end') AS customerSentimentEnd,
  (SELECT value FROM conversation_measures WHERE transcript_id = transcripts.id AND metric_id = 'customer_sentiment_shift') AS customerSentimentShift,
  surveys.csat, surveys.csat_min AS csatMin, surveys.csat_max AS csatMax, surveys.nps, surveys.comment AS surveyComment,
  (SELECT count(*) FROM evaluations WHERE interaction_id = contact.id AND transcript_id IS NULL) AS evaluations`
const FROM = `
  FROM transcripts JOIN interactions AS contact ON contact.id = transcripts.interaction_id JOIN sources ON sources.id = transcripts.source_id
  LEFT JOIN identities ON identities.id = coalesce(contact.identity_id, transcripts.identity_id)
  JOIN strata ON strata.id = contact.stratum_id LEFT JOIN labels AS queues ON queues.id = strata.queue_id
  LEFT JOIN labels AS reasons ON reasons.id = strata.reason_id LEFT JOIN labels AS channels ON channels.id = strata.channel_id
  LEFT JOIN surveys ON surveys.id = (SELECT min(id) FROM surveys WHERE interaction_id = contact.id)`

const orders: Record<z.infer<typeof conversationSort>, string> = {
  newest: 'at DESC, transcripts.id DESC',
  oldest: 'at IS NULL, at, transcripts.id',
  longest: 'durationMs DESC, transcripts.id',
  'worst-ending': 'customerSentimentEnd IS NULL, customerSentimentEnd, transcripts.id',
  'best-ending': 'customerSentimentEnd DESC, transcripts.id',
}

/** Which conversations to list. Days are day numbers. */
export interface ConversationFilter {
  personIds: readonly number[] | null
  queue: string | null
  channel: string | null
  from: number | null
  to: number | null
}

/** Of several transcripts of one contact the page shows the first that has words, and the list shows that one alone. */
const rank = (transcript: string) =>
  `NOT EXISTS (SELECT 1 FROM segments WHERE transcript_id = ${transcript}.id), ${transcript}.id`
const IS_SHOWN = `transcripts.id NOT IN (SELECT id FROM shadowed_transcripts) AND NOT EXISTS (
    SELECT 1 FROM transcripts AS other WHERE other.interaction_id = transcripts.interaction_id AND other.id <> transcripts.id
      AND other.id NOT IN (SELECT id FROM shadowed_transcripts) AND (${rank('other')}) < (${rank('transcripts')}))`

const WHERE = `
  WHERE ${IS_SHOWN} AND (?1 IS NULL OR identities.person_id IN (SELECT value FROM json_each(?1))) AND (?2 IS NULL OR queues.name = ?2)
    AND (?3 IS NULL OR coalesce(channels.name, transcripts.channel) = ?3)
    AND (?4 IS NULL OR coalesce(contact.day, transcripts.day) >= ?4) AND (?5 IS NULL OR coalesce(contact.day, transcripts.day) <= ?5)`

function parameters(filter: ConversationFilter): unknown[] {
  const people = filter.personIds === null ? null : JSON.stringify(filter.personIds)
  return [people, filter.queue, filter.channel, filter.from, filter.to]
}

/** One page of the conversations that match. */
export function listConversations(
  database: ReadableDatabase,
  filter: ConversationFilter,
  sort: keyof typeof orders,
  page: { offset: number; limit: number },
): ConversationRow[] {
  return all<ConversationRow>(
    database,
    `SELECT ${COLUMNS} ${FROM} ${WHERE} ORDER BY ${orders[sort]} LIMIT ?6 OFFSET ?7`,
    ...parameters(filter),
    page.limit,
    page.offset,
  )
}

/** How many conversations match. */
export function countConversations(database: ReadableDatabase, filter: ConversationFilter): number {
  return one<{ n: number }>(database, `SELECT count(*) AS n ${FROM} ${WHERE}`, ...parameters(filter))!.n
}

/** The contacts of those that match; at most so many. */
export function idsOfConversations(
  database: ReadableDatabase,
  filter: ConversationFilter,
  most: number,
): number[] {
  return all<{ id: number }>(
    database,
    `SELECT contact.id ${FROM} ${WHERE} ORDER BY contact.id LIMIT ?6`,
    ...parameters(filter),
    most,
  ).map(({ id }) => id)
}

/** The queues and channels conversations are in: what one can filter by. */
export function readFilterChoices(database: ReadableDatabase): { queues: string[]; channels: string[] } {
  const names = (column: string) =>
    all<{ name: string | null }>(database, `SELECT DISTINCT ${column} AS name ${FROM} ORDER BY 1`).flatMap(
      (row) => (row.name === null ? [] : [row.name]),
    )
  return { queues: names('queues.name'), channels: names('coalesce(channels.name, transcripts.channel)') }
}

/** The conversation of one contact, or undefined. */
export function readConversationRow(
  database: ReadableDatabase,
  interactionId: number,
): ConversationRow | undefined {
  return one<ConversationRow>(
    database,
    `SELECT ${COLUMNS} ${FROM} WHERE contact.id = ? AND ${IS_SHOWN}`,
    interactionId,
  )
}
