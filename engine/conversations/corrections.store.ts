import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'
import type { SegmentRow } from './page.store.ts'

/** What of a turn a person can correct. */
export type CorrectableField = 'text' | 'role'

/** The turn as it was, where it was corrected. */
export interface Original {
  text: string | null
  role: SegmentRow['role'] | null
}

/** What stood in each corrected turn of a transcript before, by the turn's place. */
export function readStandingCorrections(
  database: ReadableDatabase,
  transcriptId: number,
): Map<number, Original> {
  const originals = new Map<number, Original>()
  for (const row of all<{ position: number; field: CorrectableField; before: string }>(
    database,
    `SELECT position, field, before FROM segment_corrections WHERE transcript_id = ? AND undone_at IS NULL ORDER BY id DESC`,
    transcriptId,
  )) {
    const original = originals.get(row.position) ?? { text: null, role: null }
    // the oldest comes last: what stood there first
    if (row.field === 'role') original.role = row.before as SegmentRow['role']
    else original.text = row.before
    originals.set(row.position, original)
  }
  return originals
}

/** The transcript one reads on a contact's page, or undefined. */
export function findTranscriptToCorrect(
  database: ReadableDatabase,
  interactionId: number,
): { id: number; day: number | null } | undefined {
  return one(
    database,
    `SELECT id, contact_day AS day FROM transcripts WHERE interaction_id = ? AND id NOT IN (SELECT id FROM shadowed_transcripts)
     ORDER BY EXISTS (SELECT 1 FROM segments WHERE transcript_id = transcripts.id) DESC, id LIMIT 1`,
    interactionId,
  )
}

/** A turn as it stands, or undefined. */
export function readTurn(
  database: ReadableDatabase,
  transcriptId: number,
  position: number,
): { speaker: string; role: string; text: string } | undefined {
  return one(
    database,
    'SELECT speaker, role, text FROM segments WHERE transcript_id = ? AND position = ?',
    transcriptId,
    position,
  )
}

/** The places of the turns one speaker has under one role. */
export function readTurnsOfSpeaker(
  database: ReadableDatabase,
  transcriptId: number,
  speaker: string,
  role: string,
): number[] {
  return all<{ position: number }>(
    database,
    'SELECT position FROM segments WHERE transcript_id = ? AND speaker = ? AND role = ? ORDER BY position',
    transcriptId,
    speaker,
    role,
  ).map(({ position }) => position)
}

/** Notes a correction and makes it. The words' places are of the text before: whoever reads them leaves them out while it stands. */
export function writeCorrection(
  database: WritableDatabase,
  turn: { transcriptId: number; position: number },
  change: { field: CorrectableField; before: string; after: string; at: number },
): void {
  run(
    database,
    'INSERT INTO segment_corrections (transcript_id, position, field, before, after, at) VALUES (?, ?, ?, ?, ?, ?)',
    turn.transcriptId,
    turn.position,
    change.field,
    change.before,
    change.after,
    change.at,
  )
  writeField(database, turn, change.field, change.after)
}

/** Writes what a turn says or who says it. */
export function writeField(
  database: WritableDatabase,
  turn: { transcriptId: number; position: number },
  field: CorrectableField,
  value: string,
): void {
  run(
    database,
    field === 'text'
      ? 'UPDATE segments SET text = ? WHERE transcript_id = ? AND position = ?'
      : 'UPDATE segments SET role = ? WHERE transcript_id = ? AND position = ?',
    value,
    turn.transcriptId,
    turn.position,
  )
}

/** The places of the turns that got their role together with this one's, and this one's own. */
export function readCorrectedTogether(
  database: ReadableDatabase,
  transcriptId: number,
  position: number,
): number[] {
  return all<{ position: number }>(
    database,
    `SELECT ?2 AS position UNION
     SELECT other.position FROM segment_corrections AS mine JOIN segment_corrections AS other
       ON other.transcript_id = mine.transcript_id AND other.at = mine.at AND other.field = 'role' AND other.undone_at IS NULL
     WHERE mine.transcript_id = ?1 AND mine.position = ?2 AND mine.field = 'role' AND mine.undone_at IS NULL ORDER BY 1`,
    transcriptId,
    position,
  ).map((row) => row.position)
}

/** A turn's stretch of sound: to the next turn, after 3 s at the earliest, where it has no end. */
const SPAN_OF_TURN = `
  SELECT transcript_id, start_ms, coalesce(end_ms, max(start_ms + 3000, coalesce(
    (SELECT min(start_ms) FROM segments AS next WHERE next.transcript_id = turn.transcript_id AND next.start_ms > turn.start_ms), 0)))
  FROM segments AS turn WHERE transcript_id = ? AND position = ? AND start_ms IS NOT NULL`

/** Lets nobody hear a turn any more: what was said in it turned out to be something that is taken out. */
export function silenceTurn(database: WritableDatabase, transcriptId: number, position: number): void {
  run(
    database,
    `INSERT INTO silenced_spans (transcript_id, start_ms, end_ms) ${SPAN_OF_TURN} ON CONFLICT DO NOTHING`,
    transcriptId,
    position,
  )
}

/** Lets a turn be heard again that a correction had silenced; what was taken out of its own words stays silent. */
export function unsilenceTurn(database: WritableDatabase, transcriptId: number, position: number): void {
  run(
    database,
    `DELETE FROM silenced_spans WHERE (transcript_id, start_ms, end_ms) IN (${SPAN_OF_TURN})`,
    transcriptId,
    position,
  )
}

/** Notes that corrections of a turn no longer stand. */
export function writeUndone(
  database: WritableDatabase,
  turn: { transcriptId: number; position: number },
  field: CorrectableField,
  at: number,
): void {
  run(
    database,
    'UPDATE segment_corrections SET undone_at = ? WHERE transcript_id = ? AND position = ? AND field = ? AND undone_at IS NULL',
    at,
    turn.transcriptId,
    turn.position,
    field,
  )
}

/** Lets a conversation be read anew. */
export function forgetReadingOf(database: WritableDatabase, transcriptId: number): void {
  run(database, 'UPDATE transcripts SET read_version = NULL WHERE id = ?', transcriptId)
}
