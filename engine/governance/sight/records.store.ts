import { all, one, type ReadableDatabase } from '../../store/index.ts'

/** Kinds of records an input may name, each with the table it stands in. */
const tables = {
  team: 'teams',
  contact: 'interactions',
  evaluation: 'evaluations',
  recording: 'recordings',
  review: 'reviews',
  session: 'coaching_sessions',
  commitment: 'commitments',
  mark: 'coached_marks',
  list: 'waiting_lists',
  finding: 'systemic_findings',
  dispute: 'disputes',
} as const
export type RecordKind = keyof typeof tables | 'person'

/** Whether a record is there, as this connection sees it. */
export function isThere(database: ReadableDatabase, kind: RecordKind, id: number): boolean {
  const sql =
    kind === 'person'
      ? 'SELECT 1 FROM identities WHERE person_id = ? LIMIT 1'
      : `SELECT 1 FROM ${tables[kind]} WHERE id = ?`
  return one(database, sql, id) !== undefined
}

/** Whether a person has figures between two days that this narrowed connection does not show. */
export function hasHiddenDays(
  database: ReadableDatabase,
  personId: number,
  from: number,
  to: number,
): boolean {
  const days = (table: string, day: string) =>
    `SELECT 1 FROM main.${table} AS mine JOIN main.identities AS whose ON whose.id = mine.identity_id
     WHERE whose.person_id = ?1 AND ${day} BETWEEN ?2 AND ?3
       AND NOT EXISTS (SELECT 1 FROM temp.seen WHERE seen.person_id = ?1 AND ${day} BETWEEN seen.from_day AND seen.to_day)`
  return (
    one(
      database,
      `${days('interaction_days', 'mine.day')} UNION ALL ${days('observation_days', 'mine.day')} LIMIT 1`,
      personId,
      from,
      to,
    ) !== undefined
  )
}

/** Whether somebody may be seen on a day. */
export function isPersonSeen(database: ReadableDatabase, personId: number, day: number): boolean {
  return (
    one(
      database,
      'SELECT 1 FROM temp.seen WHERE person_id = ? AND ? BETWEEN from_day AND to_day LIMIT 1',
      personId,
      day,
    ) !== undefined
  )
}

/** The days a session's figures are from. */
export function readSessionWindow(
  database: ReadableDatabase,
  id: number,
): { from: number; to: number } | undefined {
  return one(
    database,
    'SELECT window_from AS "from", window_to AS "to" FROM coaching_sessions WHERE id = ?',
    id,
  )
}

/** Names and ids of everybody and of teams, as they stand in the sources. */
export function readNamings(
  database: ReadableDatabase,
): { personId: number; name: string | null; email: string | null; externalId: string | null }[] {
  return all(
    database,
    'SELECT person_id AS personId, name, email, external_id AS externalId FROM main.identities',
  )
}

/** The names of all teams. */
export function readTeamNames(database: ReadableDatabase): string[] {
  return all<{ name: string }>(database, 'SELECT name FROM main.teams').map(({ name }) => name)
}
