import { all, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

/** The tables whose rows belong to a contact they name. */
export const linkedTables = ['evaluations', 'surveys', 'transcripts'] as const
export type LinkedTable = (typeof linkedTables)[number]

/** A row and the contact it should belong to now. */
export interface LinkChange {
  id: number
  oldId: number | null
  newId: number | null
  oldDay: number | null
  newDay: number | null
}

/**
 * The rows whose contact or day is not what it should be, of all or of those whose ids the SQL query `among` gives. Of several legs the agent's own comes first, then the same source, then the
 * last; a contact more than a day after the row or four months before it is another one under the same number.
 */
export function findLinkChanges(
  database: ReadableDatabase,
  table: LinkedTable,
  among: string | null,
): LinkChange[] {
  // a transcript keeps the contact made for it while no log names a real one; other rows belong to real ones only. What a transcript and
  // a recording that lie together say of their contact is said of both
  const isTranscript = table === 'transcripts'
  const settled = isTranscript
    ? 'coalesce(found, (SELECT id FROM interactions WHERE id = wanted.interaction_id AND is_stub = 1))'
    : table === 'evaluations'
      ? // a review made here is about the conversation it was made of, whether a log names its contact or not
        'coalesce(found, (SELECT reviews.interaction_id FROM reviews WHERE reviews.id = wanted.review_id))'
      : 'found'
  return all<LinkChange>(
    database,
    `WITH wanted AS (
       SELECT fact.id, fact.interaction_id, fact.day, fact.contact_day,${table === 'evaluations' ? ' fact.review_id,' : ''}
         CASE WHEN fact.contact_ref IS NULL THEN NULL ELSE (
           SELECT contact.id FROM interactions AS contact
           LEFT JOIN identities AS theirs ON theirs.id = contact.identity_id
           LEFT JOIN identities AS mine ON mine.id = fact.identity_id
           WHERE contact.contact_ref = fact.contact_ref AND contact.is_stub = 0
             AND (fact.day IS NULL OR contact.day IS NULL OR fact.day BETWEEN contact.day - 1 AND contact.day + 120)
           ORDER BY theirs.person_id = mine.person_id DESC, contact.source_id = fact.source_id DESC, theirs.id IS NULL, contact.started_at DESC,
             contact.import_id, contact.row_number
           LIMIT 1) END AS found
       FROM ${isTranscript ? 'told_transcripts' : table} AS fact WHERE ${table === 'evaluations' ? 'fact.transcript_id IS NULL' : 'TRUE'} ${among === null ? '' : `AND fact.id IN (${among})`}
     ), settled AS (
       SELECT wanted.*, ${settled} AS newId FROM wanted
     )
     SELECT settled.id, interaction_id AS oldId, newId, contact_day AS oldDay, coalesce((SELECT day FROM interactions WHERE id = newId), settled.day) AS newDay
     FROM settled
     WHERE newId IS NOT interaction_id OR coalesce((SELECT day FROM interactions WHERE id = newId), settled.day) IS NOT contact_day`,
  )
}

/** Writes where a row belongs. */
export function writeLink(
  database: WritableDatabase,
  table: LinkedTable,
  change: Pick<LinkChange, 'id' | 'newId' | 'newDay'>,
): void {
  run(
    database,
    `UPDATE ${table} SET interaction_id = ?, contact_day = ? WHERE id = ?`,
    change.newId,
    change.newDay,
    change.id,
  )
}

const DAYS_BESIDE_UNDATED = linkedTables
  .map(
    (table) =>
      `SELECT contact_day AS day FROM ${table} JOIN undated ON undated.id = interaction_id WHERE contact_day IS NOT NULL`,
  )
  .join(' UNION ')

/** The days on which rows count that belong to this contact while it has no day itself. */
export function daysBesideUndated(database: ReadableDatabase, interactionId: number): number[] {
  return all<{ day: number }>(
    database,
    `WITH undated AS (SELECT id FROM interactions WHERE id = ? AND day IS NULL) ${DAYS_BESIDE_UNDATED}`,
    interactionId,
  ).map(({ day }) => day)
}

/** The days on which rows count that belong to a transcript's contact while that has no day itself. */
export function daysBesideTranscript(database: ReadableDatabase, transcriptId: number): number[] {
  return all<{ day: number }>(
    database,
    `WITH undated AS (
       SELECT id FROM interactions WHERE id = (SELECT interaction_id FROM transcripts WHERE id = ?) AND day IS NULL
     ) ${DAYS_BESIDE_UNDATED}`,
    transcriptId,
  ).map(({ day }) => day)
}

/** The days on which rows count that belong to undated contacts of an import. */
export function daysBesideUndatedOf(database: ReadableDatabase, importId: number): number[] {
  return all<{ day: number }>(
    database,
    `WITH undated AS MATERIALIZED (SELECT id FROM interactions WHERE day IS NULL AND import_id = ?) ${DAYS_BESIDE_UNDATED}`,
    importId,
  ).map(({ day }) => day)
}

/** Puts automated evaluations with the contacts of their transcripts; gives the days they counted on and count on now. */
export function followTranscripts(database: WritableDatabase): number[] {
  const moved = all<{
    id: number
    interactionId: number | null
    oldDay: number | null
    newDay: number | null
  }>(
    database,
    `SELECT evaluations.id, transcripts.interaction_id AS interactionId, evaluations.contact_day AS oldDay, transcripts.contact_day AS newDay
     FROM evaluations JOIN transcripts ON transcripts.id = transcript_id
     WHERE evaluations.interaction_id IS NOT transcripts.interaction_id OR evaluations.contact_day IS NOT transcripts.contact_day`,
  )
  for (const { id, interactionId, newDay } of moved)
    writeLink(database, 'evaluations', { id, newId: interactionId, newDay })
  return moved.flatMap(({ oldDay, newDay }) => [oldDay, newDay]).filter((day) => day !== null)
}

/**
 * Lets the conversations of these contacts be read anew, where one of them is a recording: what is measured in the others is heard in it.
 */
export function forgetHeard(database: WritableDatabase, contactIds: readonly (number | null)[]): void {
  run(
    database,
    `UPDATE transcripts SET read_version = NULL WHERE read_version IS NOT NULL AND interaction_id IN (
       SELECT interaction_id FROM transcripts JOIN recordings ON transcript_id = transcripts.id
       WHERE interaction_id IN (SELECT value FROM json_each(?)))`,
    JSON.stringify([...new Set(contactIds)]),
  )
}

/** The contacts an import's own transcripts stand with. */
export function contactsOfTranscripts(database: ReadableDatabase, importId: number): number[] {
  return all<{ id: number }>(
    database,
    'SELECT DISTINCT interaction_id AS id FROM transcripts WHERE import_id = ? AND interaction_id IS NOT NULL',
    importId,
  ).map(({ id }) => id)
}

/**
 * Puts reviews made here with the contact they were made of, where that came again after an undo, or where a log names the one that was made
 * for a transcript.
 */
export function linkReviews(database: WritableDatabase): void {
  run(
    database,
    `UPDATE reviews SET interaction_id = coalesce((
       SELECT contact.id FROM interactions AS contact WHERE contact.contact_ref = reviews.contact_ref
         AND (reviews.day IS NULL OR contact.day IS NULL OR contact.day BETWEEN reviews.day - 1 AND reviews.day + 1)
       ORDER BY contact.is_stub, contact.source_id = reviews.source_id DESC, contact.import_id, contact.row_number LIMIT 1), interaction_id)
     WHERE contact_ref IS NOT NULL AND (interaction_id IS NULL OR interaction_id IN (SELECT id FROM interactions WHERE is_stub = 1))`,
  )
}
