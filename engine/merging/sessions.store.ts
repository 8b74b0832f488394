import {
  all,
  readSetting,
  run,
  statement,
  writeSetting,
  type ReadableDatabase,
  type WritableDatabase,
} from '../store/index.ts'

/** A row as it stands in its table. */
export type Cells = Record<string, string | number | null>

/** A session that was held in another workspace, its people and commitments by how sources there name them. */
export interface SessionThere {
  id: number
  session: Cells
  people: Cells[]
  commitments: Cells[]
}

/** Everything of a session that is shared; the coach's private notes are never read, and of the moments only what was heard is taken. */
const shared = [
  'id',
  'state',
  'title',
  'coach',
  'driver_id',
  'focus_label',
  'window_from',
  'window_to',
  'agenda',
  'questions',
  'moments',
  'shared_notes',
  'template_id',
  'planned_at',
  'planned_minutes',
  'started_at',
  'held_ms',
  'held_at',
  'next_at',
  'created_at',
  'updated_at',
]

const NAMED = 'sources.name AS source, identities.key, own.person_id AS theirPersonId'
const IDENTITY = 'JOIN identities ON identities.id = own.person_id JOIN sources ON sources.id = source_id'

/** Sessions held in a workspace itself: what came to it by merging is left to those it came from. */
export function readHeldThere(database: ReadableDatabase): SessionThere[] {
  const people = Map.groupBy(
    all<Cells>(
      database,
      `SELECT session_id, ${NAMED}, own.name, own.team, own.figure, own.acknowledged_at, own.acknowledged_how, own.agrees, own.comment
       FROM coaching_session_people AS own ${IDENTITY} ORDER BY session_id, own.person_id`,
    ),
    (row) => row['session_id'],
  )
  const commitments = Map.groupBy(
    all<Cells>(
      database,
      `SELECT session_id, ${NAMED}, own.behaviour, own.seen_by, own.due_day, own.state, own.closed_at, own.closed_note, own.created_at
       FROM commitments AS own ${IDENTITY} WHERE own.removed_at IS NULL ORDER BY own.id`,
    ),
    (row) => row['session_id'],
  )
  return all<Cells>(
    database,
    `SELECT ${shared.join(', ')} FROM coaching_sessions WHERE state = 'held' AND removed_at IS NULL
       AND id NOT IN (SELECT session_id FROM merged_sessions) ORDER BY id`,
  ).map(({ id, ...session }) => ({
    id: Number(id),
    session,
    people: people.get(id) ?? [],
    commitments: commitments.get(id) ?? [],
  }))
}

/** The sessions here that came from a merged workspace. */
export function readMergedSessions(
  database: ReadableDatabase,
  workspaceId: number,
): { sessionId: number; theirId: number; digest: string }[] {
  return all(
    database,
    'SELECT session_id AS sessionId, their_id AS theirId, digest FROM merged_sessions WHERE workspace_id = ?',
    workspaceId,
  )
}

/** Notes where a session came from, or that it came anew. */
export function noteMergedSession(
  database: WritableDatabase,
  workspaceId: number,
  { sessionId, theirId, digest }: { sessionId: number; theirId: number; digest: string },
): void {
  run(
    database,
    'INSERT OR REPLACE INTO merged_sessions (session_id, workspace_id, their_id, digest) VALUES (?, ?, ?, ?)',
    sessionId,
    workspaceId,
    theirId,
    digest,
  )
}

/** Writes a row as it is; gives its number. */
export function insertCells(
  database: WritableDatabase,
  table: 'coaching_sessions' | 'coaching_session_people' | 'commitments' | 'coached_marks',
  row: Cells,
): number {
  const columns = Object.keys(row)
  return Number(
    statement(
      database,
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ).run(...Object.values(row)).lastInsertRowid,
  )
}

/** Writes a session anew under the number it has, and takes its people and commitments away to be written anew. */
export function rewriteSession(database: WritableDatabase, id: number, row: Cells): void {
  const columns = Object.keys(row)
  run(
    database,
    `UPDATE coaching_sessions SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
    ...Object.values(row),
    id,
  )
  run(database, 'DELETE FROM commitments WHERE session_id = ?', id)
  run(database, 'DELETE FROM coaching_session_people WHERE session_id = ?', id)
}

/** Takes a session away with everything of it. */
export function deleteSession(database: WritableDatabase, id: number): void {
  run(database, 'DELETE FROM coaching_sessions WHERE id = ?', id)
}

const marksOf = (workspaceId: number | string) => `merged-marks.${workspaceId}`

/** Marks "coached" that were set in a workspace itself. */
export function readMarksThere(database: ReadableDatabase): Cells[] {
  return all<Cells>(
    database,
    `SELECT ${NAMED}, own.driver_id, own.at, own.note FROM coached_marks AS own ${IDENTITY} WHERE own.removed_at IS NULL
       AND own.id NOT IN (SELECT marks.value FROM settings, json_each(settings.value) AS marks WHERE settings.key GLOB ?) ORDER BY own.id`,
    marksOf('*'),
  )
}

/** Notes which marks came with a merge. */
export function noteMergedMarks(
  database: WritableDatabase,
  workspaceId: number,
  markIds: readonly number[],
): void {
  writeSetting(database, marksOf(workspaceId), JSON.stringify(markIds))
}

/** Takes away the marks that came with a merge. */
export function takeBackMarks(database: WritableDatabase, workspaceId: number): void {
  run(
    database,
    'DELETE FROM coached_marks WHERE id IN (SELECT value FROM json_each(?))',
    readSetting(database, marksOf(workspaceId)) ?? '[]',
  )
  run(database, 'DELETE FROM settings WHERE key = ?', marksOf(workspaceId))
}
