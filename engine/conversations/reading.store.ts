import { isConversation, usableNow } from '../lawful-basis/index.ts'
import { all, one, run, statement, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

/** A transcript to be read. */
export interface UnreadTranscript {
  id: number
  importId: number
  rowNumber: number
  sourceId: number
  contactRef: string | null
  interactionId: number | null
  identityId: number | null
  language: string | null
  /** As the transcript's format has it. */
  channel: string | null
  /** As the log of contacts has it. */
  contactChannel: string | null
  durationMs: number | null
  startedAt: number | null
  day: number | null
  contactDay: number | null
  /** A recording's own conversation, whose words another source has: 0 or 1. */
  isShadowed: number
  /** What the person who handled the contact is called in every source, as a JSON array; empty where nobody is known. */
  agentNames: string
}

/** A turn as it is stored, already redacted. */
export interface StoredSegment {
  position: number
  speaker: string
  role: string
  startMs: number | null
  endMs: number | null
  text: string
  confidence: number | null
}

const TRANSCRIPT = `SELECT id, import_id AS importId, row_number AS rowNumber, source_id AS sourceId, contact_ref AS contactRef, interaction_id AS interactionId,
      identity_id AS identityId, language, channel, (
        SELECT labels.name FROM interactions JOIN strata ON strata.id = stratum_id JOIN labels ON labels.id = channel_id
        WHERE interactions.id = transcripts.interaction_id) AS contactChannel,
      transcripts.id IN (SELECT id FROM shadowed_transcripts) AS isShadowed, duration_ms AS durationMs, started_at AS startedAt, day, contact_day AS contactDay, (
        SELECT json_group_array(DISTINCT names.name) FROM identities AS names
        WHERE names.name IS NOT NULL AND names.person_id = (
          SELECT identities.person_id FROM identities
          WHERE identities.id = coalesce(
            transcripts.identity_id, (SELECT identity_id FROM interactions WHERE interactions.id = transcripts.interaction_id)))) AS agentNames FROM transcripts`

/** What is no conversation, or may not be used, is not read by anything. */
const mayBeRead = (database: ReadableDatabase) =>
  `${isConversation('transcripts')} AND ${usableNow(database, 'transcripts')}`

/** Transcripts not yet read by this version of the rules, oldest first; without those that may not be used. */
export function readUnread(
  database: ReadableDatabase,
  version: number,
  alsoStands: number,
  limit: number,
): UnreadTranscript[] {
  return all<UnreadTranscript>(
    database,
    `${TRANSCRIPT} WHERE read_version IS NOT ? AND read_version IS NOT ? AND words_deleted_at IS NULL AND ${mayBeRead(database)} ORDER BY id LIMIT ?`,
    version,
    alsoStands,
    limit,
  )
}

/** One transcript, or undefined. */
export function readTranscriptRow(database: ReadableDatabase, id: number): UnreadTranscript | undefined {
  return one<UnreadTranscript>(database, `${TRANSCRIPT} WHERE id = ?`, id)
}

/**
 * The transcripts of some days (numbers, both included) whose words were read, stand for their contact and may be used, newest first: their numbers alone, and
 * their contacts'.
 */
export function readReadTranscripts(
  database: ReadableDatabase,
  days: { from: number; to: number },
): { transcriptId: number; interactionId: number }[] {
  return all(
    database,
    `SELECT id AS transcriptId, interaction_id AS interactionId FROM transcripts WHERE contact_day BETWEEN ? AND ? AND read_version IS NOT NULL AND interaction_id IS NOT NULL
       AND id NOT IN (SELECT id FROM shadowed_transcripts) AND EXISTS (SELECT 1 FROM segments WHERE transcript_id = transcripts.id)
       AND ${usableNow(database, 'transcripts')}
     ORDER BY contact_day DESC, id DESC`,
    days.from,
    days.to,
  )
}

/** These transcripts, in the order of their ids. */
export function readTranscripts(database: ReadableDatabase, ids: readonly number[]): UnreadTranscript[] {
  return all<UnreadTranscript>(
    database,
    `${TRANSCRIPT} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    JSON.stringify(ids),
  )
}

/** Facts of a contact that a rule may measure; durations in milliseconds. */
export interface ContactFacts {
  handleMs: number | null
  talkMs: number | null
  holdMs: number | null
  acwMs: number | null
  isTransferred: number | null
}

/** The facts of these contacts by their row. */
export function readContactFacts(
  database: ReadableDatabase,
  interactionIds: readonly number[],
): Map<number, ContactFacts> {
  const rows = all<ContactFacts & { id: number }>(
    database,
    `SELECT id, handle_ms AS handleMs, talk_ms AS talkMs, hold_ms AS holdMs, acw_ms AS acwMs, is_transferred AS isTransferred FROM interactions
     WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(interactionIds),
  )
  return new Map(rows.map(({ id, ...facts }) => [id, facts]))
}

/** How many transcripts wait to be read. */
export function countUnread(database: ReadableDatabase, version: number, alsoStands: number): number {
  return all<{ n: number }>(
    database,
    `SELECT count(*) AS n FROM transcripts WHERE read_version IS NOT ? AND read_version IS NOT ? AND words_deleted_at IS NULL AND ${mayBeRead(database)}`,
    version,
    alsoStands,
  )[0]!.n
}

/** The turns of a transcript in order. */
export function readSegments(database: ReadableDatabase, transcriptId: number): StoredSegment[] {
  return all<StoredSegment>(
    database,
    `SELECT position, speaker, role, start_ms AS startMs, end_ms AS endMs, text, confidence FROM segments WHERE transcript_id = ? ORDER BY position`,
    transcriptId,
  )
}

/** A stretch of a conversation worth drawing. */
export interface StoredMark {
  kind: string
  label: string
  firstSegment: number | null
  lastSegment: number | null
  startMs: number | null
  endMs: number | null
}

/** What reading a conversation gave. */
export interface ReadingResult {
  sentiment: { position: number; compound: number }[]
  measures: { metricId: string; value: number | null; basis: string }[]
  marks: StoredMark[]
}

/** Replaces everything read from a transcript. */
export function writeReading(
  database: WritableDatabase,
  transcriptId: number,
  version: number,
  reading: ReadingResult,
): void {
  run(database, 'DELETE FROM conversation_measures WHERE transcript_id = ?', transcriptId)
  run(database, 'DELETE FROM conversation_marks WHERE transcript_id = ?', transcriptId)
  run(database, 'DELETE FROM evaluations WHERE transcript_id = ? AND scorer_id IS NULL', transcriptId)
  run(
    database,
    'UPDATE segments SET sentiment = NULL WHERE transcript_id = ? AND sentiment IS NOT NULL',
    transcriptId,
  )
  const setSentiment = statement(
    database,
    'UPDATE segments SET sentiment = ? WHERE transcript_id = ? AND position = ?',
  )
  for (const { position, compound } of reading.sentiment) setSentiment.run(compound, transcriptId, position)
  for (const { metricId, value, basis } of reading.measures)
    run(
      database,
      'INSERT INTO conversation_measures (transcript_id, metric_id, value, basis) VALUES (?, ?, ?, ?)',
      transcriptId,
      metricId,
      value,
      basis,
    )
  for (const [position, mark] of reading.marks.entries())
    run(
      database,
      `INSERT INTO conversation_marks (transcript_id, position, kind, label, first_segment, last_segment, start_ms, end_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      transcriptId,
      position,
      mark.kind,
      mark.label,
      mark.firstSegment,
      mark.lastSegment,
      mark.startMs,
      mark.endMs,
    )
  run(database, 'UPDATE transcripts SET read_version = ? WHERE id = ?', version, transcriptId)
}
