import { usableNow } from '../../lawful-basis/index.ts'
import { all, one, type ReadableDatabase } from '../../store/index.ts'

/** What one contact is known by, so that a moment finds it again when its import was undone and read anew. */
export interface ContactKey {
  contactRef: string | null
  startedAt: number | null
}

/** What a contact is known by; undefined where it is not there. */
export function readContactKey(database: ReadableDatabase, interactionId: number): ContactKey | undefined {
  return one<ContactKey>(
    database,
    'SELECT contact_ref AS contactRef, started_at AS startedAt FROM interactions WHERE id = ?',
    interactionId,
  )
}

/** The contact of a reference that began then; undefined where there is none. */
export function findByKey(database: ReadableDatabase, key: ContactKey): number | undefined {
  return one<{ id: number }>(
    database,
    'SELECT id FROM interactions WHERE contact_ref = ? AND started_at IS ? ORDER BY id LIMIT 1',
    key.contactRef,
    key.startedAt,
  )?.id
}

/** Which of some contacts have a recording whose file is known. */
export function readWithSound(database: ReadableDatabase, interactionIds: readonly number[]): Set<number> {
  const rows = all<{ interactionId: number }>(
    database,
    `SELECT DISTINCT transcripts.interaction_id AS interactionId FROM recordings JOIN transcripts ON transcripts.id = recordings.transcript_id
     WHERE transcripts.interaction_id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(interactionIds),
  )
  return new Set(rows.map(({ interactionId }) => interactionId))
}

/** Whether an evaluation is there. */
export function hasEvaluation(database: ReadableDatabase, id: number): boolean {
  return one(database, 'SELECT 1 FROM evaluations WHERE id = ?', id) !== undefined
}

/** Whether there are words of a contact that may not be used now: their lawful basis is refused, or not known where it has to be. */
export function isWithheld(database: ReadableDatabase, interactionId: number): boolean {
  return (
    one(
      database,
      `SELECT 1 FROM transcripts AS spoken WHERE interaction_id = ? AND NOT (${usableNow(database, 'spoken')})`,
      interactionId,
    ) !== undefined
  )
}
