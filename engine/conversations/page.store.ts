import { all, type ReadableDatabase } from '../store/index.ts'
import type { StoredMark } from './reading.store.ts'

/** A turn with what was read from it. */
export interface SegmentRow {
  index: number
  speaker: string
  role: 'agent' | 'customer' | 'bot' | 'unknown'
  startMs: number | null
  endMs: number | null
  text: string
  sentiment: number | null
}

/** The turns of a conversation. */
export function readTurnsOf(database: ReadableDatabase, transcriptId: number): SegmentRow[] {
  return all<SegmentRow>(
    database,
    `SELECT position AS "index", speaker, role, start_ms AS startMs, end_ms AS endMs, text, sentiment FROM segments WHERE transcript_id = ? ORDER BY position`,
    transcriptId,
  )
}

/** The marks of a conversation. */
export function readMarksOf(database: ReadableDatabase, transcriptId: number): StoredMark[] {
  return all<StoredMark>(
    database,
    `SELECT kind, label, first_segment AS firstSegment, last_segment AS lastSegment, start_ms AS startMs, end_ms AS endMs
     FROM conversation_marks WHERE transcript_id = ? ORDER BY start_ms, position`,
    transcriptId,
  )
}

/** The measures of a conversation. */
export function readMeasuresOf(
  database: ReadableDatabase,
  transcriptId: number,
): { metricId: string; value: number | null; basis: string }[] {
  return all(
    database,
    'SELECT metric_id AS metricId, value, basis FROM conversation_measures WHERE transcript_id = ? ORDER BY metric_id',
    transcriptId,
  )
}

/** The other legs of a contact. */
export function readLegs(
  database: ReadableDatabase,
  interactionId: number,
): { interactionId: number; at: number | null; personId: number | null }[] {
  return all(
    database,
    `SELECT other.id AS interactionId, other.started_at AS at, identities.person_id AS personId
     FROM interactions AS me JOIN interactions AS other ON other.contact_ref = me.contact_ref AND other.source_id = me.source_id AND other.id <> me.id
     LEFT JOIN identities ON identities.id = other.identity_id WHERE me.id = ? ORDER BY other.started_at LIMIT 20`,
    interactionId,
  )
}
