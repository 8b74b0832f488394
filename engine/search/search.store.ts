import { all, one, statement, type ReadableDatabase } from '../store/index.ts'

/** Rows of the index are a transcript's id times this plus the turn's place. */
const PLACES = 1_048_576

/** A turn by the transcript it is in and its place there. */
export interface TurnPlace {
  transcriptId: number
  position: number
}

// A recording's own conversation is not read where another source has the words.
const IS_STANDING = 'NOT EXISTS (SELECT 1 FROM shadowed_transcripts WHERE shadowed_transcripts.id = mine.id)'

/** Whether a transcript, which has turns, is the one that is read under its contact: of several the first is. */
export function isRead(database: ReadableDatabase, transcriptId: number): boolean {
  // nearly every contact has one only: the long question is for the others
  const { n } = one<{ n: number }>(
    database,
    'SELECT count(*) AS n FROM transcripts WHERE interaction_id = (SELECT interaction_id FROM transcripts WHERE id = ?)',
    transcriptId,
  )!
  if (n < 2) return n === 1
  const row = one<{ first: number | null }>(
    database,
    `SELECT min(mine.id) AS first FROM transcripts AS found JOIN transcripts AS mine ON mine.interaction_id = found.interaction_id
     WHERE found.id = ? AND ${IS_STANDING} AND EXISTS (SELECT 1 FROM segments WHERE transcript_id = mine.id)`,
    transcriptId,
  )
  return row?.first === transcriptId
}

/** The turn an index row stands for. */
export function placeOf(row: number): TurnPlace {
  return { transcriptId: Math.floor(row / PLACES), position: row % PLACES }
}

/** The transcript an index row stands for. */
export function transcriptOf(row: number): number {
  return Math.floor(row / PLACES)
}

/** Index rows that match, newest transcript first and in it from its end; at most `limit`. */
export function matchingRows(database: ReadableDatabase, expression: string, limit: number): number[] {
  const sql = 'SELECT rowid FROM segment_search WHERE segment_search MATCH ? ORDER BY rowid DESC LIMIT ?'
  return statement(database, `${sql} -- as numbers`).pluck(true).all(expression, limit) as number[]
}

/** In how many turns something occurs, counted up to `most`. */
export function countMatching(database: ReadableDatabase, expression: string, most: number): number {
  return one<{ n: number }>(
    database,
    'SELECT count(*) AS n FROM (SELECT 1 FROM segment_search WHERE segment_search MATCH ? LIMIT ?)',
    expression,
    most,
  )!.n
}

/** About how many turns there are: the rows of the index. */
export function countTurns(database: ReadableDatabase): number {
  return one<{ n: number }>(database, 'SELECT count(*) AS n FROM segment_search_docsize')!.n
}

/** A turn as it is looked at before it is shown. */
export interface FoundTurn extends TurnPlace {
  role: string
  startMs: number | null
  sentiment: number | null
  text: string
}

/** The turn of an index row; undefined where the index stands for a turn that is gone. */
export function readFoundTurn(database: ReadableDatabase, row: number): FoundTurn | undefined {
  const { transcriptId, position } = placeOf(row)
  const columns = statement(
    database,
    'SELECT role, start_ms, sentiment, text FROM segments WHERE transcript_id = ? AND position = ? -- as a list',
  )
    .raw(true)
    .get(transcriptId, position) as [string, number | null, number | null, string] | undefined
  if (!columns) return undefined
  const [role, startMs, sentiment, text] = columns
  return { transcriptId, position, role, startMs, sentiment, text }
}

/** The turns of a conversation that the index has. */
export function readTurns(database: ReadableDatabase, transcriptId: number): FoundTurn[] {
  return all<FoundTurn>(
    database,
    `SELECT transcript_id AS transcriptId, position, role, start_ms AS startMs, sentiment, text FROM segments
     WHERE transcript_id = ? AND position < ${PLACES} ORDER BY position`,
    transcriptId,
  )
}

/** A turn as it is shown. */
export interface ShownTurn {
  index: number
  speaker: string
  role: 'agent' | 'customer' | 'bot' | 'unknown'
  startMs: number | null
  endMs: number | null
  text: string
  sentiment: number | null
}

/** A turn with its neighbours, in order. */
export function readTurnsAround(database: ReadableDatabase, turn: TurnPlace): ShownTurn[] {
  return all<ShownTurn>(
    database,
    `SELECT position AS "index", speaker, role, start_ms AS startMs, end_ms AS endMs, text, sentiment FROM segments
     WHERE transcript_id = ? AND position BETWEEN ? AND ? ORDER BY position`,
    turn.transcriptId,
    turn.position - 1,
    turn.position + 1,
  )
}

/** How long a conversation is, as its source says or its last turn does; null where nothing has a time. */
export function readDurationMs(database: ReadableDatabase, transcriptId: number): number | null {
  return one<{ ms: number | null }>(
    database,
    `SELECT coalesce(duration_ms, (SELECT max(end_ms) FROM segments WHERE transcript_id = transcripts.id)) AS ms FROM transcripts WHERE id = ?`,
    transcriptId,
  )!.ms
}

/** What is shown of the conversation a hit is in. */
export interface ConversationFacts {
  interactionId: number
  contactRef: string | null
  at: number | null
  day: number | null
  personId: number | null
  queue: string | null
  channel: string | null
}

const FROM = `
  FROM transcripts JOIN interactions AS contact ON contact.id = transcripts.interaction_id
  LEFT JOIN identities ON identities.id = coalesce(contact.identity_id, transcripts.identity_id)
  JOIN strata ON strata.id = contact.stratum_id LEFT JOIN labels AS queues ON queues.id = strata.queue_id
  LEFT JOIN labels AS channels ON channels.id = strata.channel_id`

/** The facts of a conversation that belongs to a contact. */
export function readConversationFacts(
  database: ReadableDatabase,
  transcriptId: number,
): ConversationFacts | undefined {
  return one<ConversationFacts>(
    database,
    `SELECT contact.id AS interactionId, contact.contact_ref AS contactRef, coalesce(contact.started_at, transcripts.started_at) AS at,
            coalesce(contact.day, transcripts.day) AS day, identities.person_id AS personId, queues.name AS queue,
            coalesce(channels.name, transcripts.channel) AS channel ${FROM} WHERE transcripts.id = ?`,
    transcriptId,
  )
}

/** The transcript one reads under a contact, or undefined. */
export function transcriptOfContact(database: ReadableDatabase, interactionId: number): number | undefined {
  return one<{ id: number }>(
    database,
    `SELECT id FROM transcripts AS mine WHERE interaction_id = ? AND ${IS_STANDING}
     ORDER BY NOT EXISTS (SELECT 1 FROM segments WHERE transcript_id = mine.id), id LIMIT 1`,
    interactionId,
  )?.id
}

/** Conversations whose contact's id is, or begins with, `reference`; the exact one first. */
export function readByReference(
  database: ReadableDatabase,
  reference: string,
  limit: number,
): { interactionId: number; contactRef: string; at: number | null }[] {
  return all(
    database,
    `SELECT contact.id AS interactionId, contact.contact_ref AS contactRef, contact.started_at AS at FROM interactions AS contact
     WHERE contact.contact_ref >= ?1 AND contact.contact_ref < ?1 || char(1114111)
       AND EXISTS (SELECT 1 FROM transcripts WHERE interaction_id = contact.id)
     ORDER BY contact.contact_ref <> ?1, contact.contact_ref LIMIT ?2`,
    reference,
    limit,
  )
}
