import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'

/** What was agreed, under the person it belongs to now (null where that person is gone from the data). */
export interface CommitmentRow {
  id: number
  sessionId: number
  notedId: number
  personId: number | null
  /** As the session noted it. */
  name: string
  driverId: string | null
  focusLabel: string
  behaviour: string
  seenBy: string
  dueDay: number | null
  state: 'open' | 'kept' | 'not-kept' | 'dropped'
  closedAt: number | null
  closedNote: string
  createdAt: number
  removedAt: number | null
}

const SELECT = `SELECT commitments.id, commitments.session_id AS sessionId, commitments.person_id AS notedId, identities.person_id AS personId,
    people.name, driver_id AS driverId, focus_label AS focusLabel, behaviour, seen_by AS seenBy, due_day AS dueDay, commitments.state,
    closed_at AS closedAt, closed_note AS closedNote, commitments.created_at AS createdAt, commitments.removed_at AS removedAt
  FROM commitments JOIN coaching_sessions ON coaching_sessions.id = commitments.session_id
  JOIN coaching_session_people AS people ON people.session_id = commitments.session_id AND people.person_id = commitments.person_id
  LEFT JOIN identities ON identities.id = commitments.person_id`

/** Every standing commitment of sessions that stand, the first due first, those without a day last. */
export function readCommitments(database: ReadableDatabase): CommitmentRow[] {
  return all<CommitmentRow>(
    database,
    `${SELECT} WHERE commitments.removed_at IS NULL AND coaching_sessions.removed_at IS NULL
     ORDER BY due_day IS NULL, due_day, commitments.id`,
  )
}

/** One commitment, removed or not. */
export function findCommitment(database: ReadableDatabase, id: number): CommitmentRow | undefined {
  return one<CommitmentRow>(database, `${SELECT} WHERE commitments.id = ?`, id)
}

/** Adds one; gives its id. */
export function insertCommitment(
  database: WritableDatabase,
  agreed: {
    sessionId: number
    notedId: number
    behaviour: string
    seenBy: string
    dueDay: number | null
    now: number
  },
): number {
  return run(
    database,
    'INSERT INTO commitments (session_id, person_id, behaviour, seen_by, due_day, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    agreed.sessionId,
    agreed.notedId,
    agreed.behaviour,
    agreed.seenBy,
    agreed.dueDay,
    agreed.now,
  ).id
}

/** Words one anew. */
export function updateCommitment(
  database: WritableDatabase,
  id: number,
  agreed: { behaviour: string; seenBy: string; dueDay: number | null },
): void {
  run(
    database,
    'UPDATE commitments SET behaviour = ?, seen_by = ?, due_day = ? WHERE id = ?',
    agreed.behaviour,
    agreed.seenBy,
    agreed.dueDay,
    id,
  )
}

/** Writes what became of one. */
export function updateCommitmentState(
  database: WritableDatabase,
  id: number,
  became: { state: CommitmentRow['state']; closedAt: number | null; note: string },
): void {
  run(
    database,
    'UPDATE commitments SET state = ?, closed_at = ?, closed_note = ? WHERE id = ?',
    became.state,
    became.closedAt,
    became.note,
    id,
  )
}

/** Removes one, or brings it back with null. */
export function markCommitmentRemoved(
  database: WritableDatabase,
  id: number,
  removedAt: number | null,
): void {
  run(database, 'UPDATE commitments SET removed_at = ? WHERE id = ?', removedAt, id)
}
