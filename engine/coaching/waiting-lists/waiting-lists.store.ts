import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'

/** A draw as it stands in its table. Days are day numbers. */
export interface WaitingListRow {
  id: number
  driverId: string
  driverLabel: string
  windowFrom: number
  windowTo: number
  seed: number
  drawnDay: number
  drawnAt: number
  drawnBy: string
  removedAt: number | null
}

/** Who was drawn, under the person they belong to now; `personId` is null where that person is gone from the data. */
export interface WaitingListPersonRow {
  listId: number
  place: number
  /** As noted. */
  notedId: number
  personId: number | null
  name: string
  isFirst: 0 | 1
}

const SELECT = `SELECT id, driver_id AS driverId, driver_label AS driverLabel, window_from AS windowFrom, window_to AS windowTo, seed, drawn_day AS drawnDay,
    drawn_at AS drawnAt, drawn_by AS drawnBy, removed_at AS removedAt
  FROM waiting_lists`

/** Every draw that is not undone, the newest first. */
export function readWaitingLists(database: ReadableDatabase): WaitingListRow[] {
  return all<WaitingListRow>(
    database,
    `${SELECT} WHERE removed_at IS NULL ORDER BY drawn_at DESC, waiting_lists.id DESC`,
  )
}

/** One draw, undone or not. */
export function findWaitingList(database: ReadableDatabase, id: number): WaitingListRow | undefined {
  return one<WaitingListRow>(database, `${SELECT} WHERE id = ?`, id)
}

/** Who was drawn, in all draws that stand and those that do not, each in its order. */
export function readWaitingListPeople(database: ReadableDatabase): WaitingListPersonRow[] {
  return all<WaitingListPersonRow>(
    database,
    `SELECT list_id AS listId, place, people.person_id AS notedId, identities.person_id AS personId, people.name, is_first AS isFirst
     FROM waiting_list_people AS people LEFT JOIN identities ON identities.id = people.person_id ORDER BY list_id, place`,
  )
}

/** Adds a draw with its people in the order drawn; gives its id. */
export function insertWaitingList(
  database: WritableDatabase,
  list: Omit<WaitingListRow, 'id' | 'removedAt'>,
  people: readonly { personId: number; name: string; isFirst: boolean }[],
): number {
  const { id } = run(
    database,
    `INSERT INTO waiting_lists (driver_id, driver_label, window_from, window_to, seed, drawn_day, drawn_at, drawn_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    list.driverId,
    list.driverLabel,
    list.windowFrom,
    list.windowTo,
    list.seed,
    list.drawnDay,
    list.drawnAt,
    list.drawnBy,
  )
  for (const [index, { personId, name, isFirst }] of people.entries())
    run(
      database,
      'INSERT INTO waiting_list_people (list_id, place, person_id, name, is_first) VALUES (?, ?, ?, ?, ?)',
      id,
      index + 1,
      personId,
      name,
      isFirst ? 1 : 0,
    )
  return id
}

/** Undoes a draw, or with null takes that back. */
export function setWaitingListRemoved(
  database: WritableDatabase,
  id: number,
  removedAt: number | null,
): void {
  run(database, 'UPDATE waiting_lists SET removed_at = ? WHERE id = ?', removedAt, id)
}
