import { one, type ReadableDatabase } from '../store/index.ts'

/** Whether there is a conversation of this number: a contact with words or sound, also where they were deleted. */
export function hasConversation(database: ReadableDatabase, interactionId: number): boolean {
  return one(database, 'SELECT 1 FROM transcripts WHERE interaction_id = ?', interactionId) !== undefined
}

/** The name of a source; null where there is none of this number. */
export function readSourceName(database: ReadableDatabase, id: number): string | null {
  return one<{ name: string }>(database, 'SELECT name FROM sources WHERE id = ?', id)?.name ?? null
}

/** Sessions that somebody shared with others. */
export function countSharedSessions(database: ReadableDatabase, identityIds: readonly number[]): number {
  return one<{ n: number }>(
    database,
    `SELECT count(DISTINCT session_id) AS n FROM coaching_session_people WHERE person_id IN (SELECT value FROM json_each(?1))
       AND session_id IN (SELECT session_id FROM coaching_session_people WHERE person_id NOT IN (SELECT value FROM json_each(?1)))`,
    JSON.stringify(identityIds),
  )!.n
}
