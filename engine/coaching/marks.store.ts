import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

/** "Coached today": who was coached on what, when. */
export interface MarkRow {
  id: number
  personId: number
  driverId: string
  at: number
  note: string | null
}

const SELECT = `SELECT coached_marks.id, identities.person_id AS personId, driver_id AS driverId, at, note
  FROM coached_marks JOIN identities ON identities.id = coached_marks.person_id WHERE removed_at IS NULL`

/** Every standing mark, newest first, under the person it belongs to now. */
export function readMarks(database: ReadableDatabase): MarkRow[] {
  return all<MarkRow>(database, `${SELECT} ORDER BY at DESC, coached_marks.id DESC`)
}

/** Adds a mark; gives it as it stands. */
export function insertMark(database: WritableDatabase, mark: Omit<MarkRow, 'id'>): MarkRow {
  const { id } = run(
    database,
    'INSERT INTO coached_marks (person_id, driver_id, at, note) VALUES (?, ?, ?, ?)',
    mark.personId,
    mark.driverId,
    mark.at,
    mark.note,
  )
  return { ...mark, id }
}

/** Takes a mark back; whether there was one. */
export function removeMark(database: WritableDatabase, id: number, now: number): boolean {
  return (
    run(database, 'UPDATE coached_marks SET removed_at = ? WHERE id = ? AND removed_at IS NULL', now, id)
      .changes > 0
  )
}

/** The weights pinned by hand, by driver. */
export function readPins(database: ReadableDatabase): Map<string, number> {
  const rows = all<{ driverId: string; value: number }>(
    database,
    'SELECT driver_id AS driverId, value FROM pinned_weights',
  )
  return new Map(rows.map((row) => [row.driverId, row.value]))
}

/** Pins a weight, or takes the pin away with null. */
export function writePin(
  database: WritableDatabase,
  driverId: string,
  value: number | null,
  now: number,
): void {
  if (value === null) run(database, 'DELETE FROM pinned_weights WHERE driver_id = ?', driverId)
  else
    run(
      database,
      'INSERT INTO pinned_weights (driver_id, value, at) VALUES (?, ?, ?) ON CONFLICT (driver_id) DO UPDATE SET value = excluded.value, at = excluded.at',
      driverId,
      value,
      now,
    )
}

/** Notes that more evaluations are wanted to settle a driver. */
export function insertRequest(
  database: WritableDatabase,
  request: { personId: number; driverId: string; n: number; at: number },
): void {
  run(
    database,
    'INSERT INTO evaluation_requests (person_id, driver_id, n, at) VALUES (?, ?, ?, ?)',
    request.personId,
    request.driverId,
    request.n,
    request.at,
  )
}

/** What was asked for one person, newest first. */
export function readRequests(
  database: ReadableDatabase,
  personId: number,
): { driverId: string; n: number; at: number }[] {
  return all(
    database,
    `SELECT driver_id AS driverId, n, at FROM evaluation_requests JOIN identities ON identities.id = evaluation_requests.person_id
     WHERE identities.person_id = ? ORDER BY at DESC`,
    personId,
  )
}

/** Whether somebody has this id. */
export function personExists(database: ReadableDatabase, personId: number): boolean {
  return one(database, 'SELECT 1 FROM identities WHERE person_id = ?', personId) !== undefined
}
