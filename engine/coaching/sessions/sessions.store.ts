import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'

/** A session as it stands in its table. Lists and figures are JSON; days are day numbers. */
export interface SessionRow {
  id: number
  state: 'prepared' | 'running' | 'held' | 'cancelled'
  title: string
  coach: string
  driverId: string | null
  focusLabel: string
  windowFrom: number
  windowTo: number
  agenda: string
  questions: string
  moments: string
  sharedNotes: string
  privateNotes: string
  templateId: string | null
  plannedAt: number | null
  plannedMinutes: number
  startedAt: number | null
  heldMs: number
  runningSince: number | null
  heldAt: number | null
  nextAt: number | null
  /** JSON: the commitment being worded. */
  draft: string | null
  createdAt: number
  updatedAt: number
  removedAt: number | null
}

/** Who took part, under the person they belong to now; `personId` is null where that person is gone from the data. */
export interface SessionPersonRow {
  sessionId: number
  /** As noted. */
  notedId: number
  personId: number | null
  name: string
  team: string | null
  figure: string | null
  acknowledgedAt: number | null
  acknowledgedHow: 'in-session' | 'file' | null
  agrees: 0 | 1 | null
  comment: string | null
  /** Their words while nobody has noted whether they agree. */
  draftWords: string
}

const columns = {
  state: 'state',
  title: 'title',
  coach: 'coach',
  driverId: 'driver_id',
  focusLabel: 'focus_label',
  windowFrom: 'window_from',
  windowTo: 'window_to',
  agenda: 'agenda',
  questions: 'questions',
  moments: 'moments',
  sharedNotes: 'shared_notes',
  privateNotes: 'private_notes',
  templateId: 'template_id',
  plannedAt: 'planned_at',
  plannedMinutes: 'planned_minutes',
  startedAt: 'started_at',
  heldMs: 'held_ms',
  runningSince: 'running_since',
  heldAt: 'held_at',
  nextAt: 'next_at',
  draft: 'draft',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  removedAt: 'removed_at',
} satisfies Record<keyof Omit<SessionRow, 'id'>, string>

const SELECT = `SELECT id, ${Object.entries(columns)
  .map(([name, column]) => `${column} AS ${name}`)
  .join(', ')} FROM coaching_sessions`

/** One session, removed ones too. */
export function findSession(database: ReadableDatabase, id: number): SessionRow | undefined {
  return one<SessionRow>(database, `${SELECT} WHERE id = ?`, id)
}

/** The merged workspace that a session was held in; null where it was held here. */
export function readOrigin(database: ReadableDatabase, id: number): string | null {
  return (
    one<{ name: string }>(
      database,
      'SELECT name FROM merged_sessions JOIN merged_workspaces ON merged_workspaces.id = workspace_id WHERE session_id = ?',
      id,
    )?.name ?? null
  )
}

/** Every session that is not removed, the last written first. */
export function readSessions(database: ReadableDatabase): SessionRow[] {
  return all<SessionRow>(database, `${SELECT} WHERE removed_at IS NULL ORDER BY updated_at DESC, id DESC`)
}

/** Who takes part in one session, or in all that are not removed. */
export function readSessionPeople(database: ReadableDatabase, sessionId: number | null): SessionPersonRow[] {
  return all<SessionPersonRow>(
    database,
    `SELECT session_id AS sessionId, people.person_id AS notedId, identities.person_id AS personId, people.name, people.team, figure,
       acknowledged_at AS acknowledgedAt, acknowledged_how AS acknowledgedHow, agrees, comment, draft_words AS draftWords
     FROM coaching_session_people AS people JOIN coaching_sessions ON coaching_sessions.id = session_id
     LEFT JOIN identities ON identities.id = people.person_id
     WHERE ${sessionId === null ? 'removed_at IS NULL AND ? IS NULL' : 'session_id = ?'} ORDER BY people.name, people.person_id`,
    sessionId,
  )
}

/** Adds a session with its people; gives its id. */
export function insertSession(
  database: WritableDatabase,
  session: Omit<SessionRow, 'id'>,
  people: readonly { personId: number; name: string; team: string | null; figure: string | null }[],
): number {
  const names = Object.keys(columns) as (keyof typeof columns)[]
  const { id } = run(
    database,
    `INSERT INTO coaching_sessions (${names.map((name) => columns[name]).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ...names.map((name) => session[name]),
  )
  for (const person of people) insertPerson(database, id, person)
  return id
}

/** Adds somebody to a session. */
export function insertPerson(
  database: WritableDatabase,
  sessionId: number,
  person: { personId: number; name: string; team: string | null; figure: string | null },
): void {
  run(
    database,
    'INSERT INTO coaching_session_people (session_id, person_id, name, team, figure) VALUES (?, ?, ?, ?, ?)',
    sessionId,
    person.personId,
    person.name,
    person.team,
    person.figure,
  )
}

/** Takes somebody out of a session. */
export function deletePerson(database: WritableDatabase, sessionId: number, notedId: number): void {
  run(
    database,
    'DELETE FROM coaching_session_people WHERE session_id = ? AND person_id = ?',
    sessionId,
    notedId,
  )
}

/** Writes the named columns of a session and leaves the others alone. */
export function updateSession(
  database: WritableDatabase,
  id: number,
  values: Partial<Omit<SessionRow, 'id'>>,
): void {
  const named = (Object.keys(values) as (keyof typeof columns)[]).filter((name) => values[name] !== undefined)
  run(
    database,
    `UPDATE coaching_sessions SET ${named.map((name) => `${columns[name]} = ?`).join(', ')} WHERE id = ?`,
    ...named.map((name) => values[name]),
    id,
  )
}

/** Writes which team somebody was in on the day of the session. */
export function updateTeam(
  database: WritableDatabase,
  sessionId: number,
  notedId: number,
  team: string | null,
): void {
  run(
    database,
    'UPDATE coaching_session_people SET team = ? WHERE session_id = ? AND person_id = ?',
    team,
    sessionId,
    notedId,
  )
}

/** Writes that somebody has read what was agreed, or takes it back with null. */
export function updateAcknowledgement(
  database: WritableDatabase,
  sessionId: number,
  notedId: number,
  given: { at: number; how: 'in-session' | 'file'; agrees: boolean; comment: string } | null,
): void {
  run(
    database,
    'UPDATE coaching_session_people SET acknowledged_at = ?, acknowledged_how = ?, agrees = ?, comment = ? WHERE session_id = ? AND person_id = ?',
    given?.at ?? null,
    given?.how ?? null,
    given === null ? null : given.agrees ? 1 : 0,
    given?.comment ?? null,
    sessionId,
    notedId,
  )
}

/** Writes somebody's words as they are typed, before they are noted. */
export function updateDraftWords(
  database: WritableDatabase,
  sessionId: number,
  notedId: number,
  words: string,
): void {
  run(
    database,
    'UPDATE coaching_session_people SET draft_words = ? WHERE session_id = ? AND person_id = ?',
    words,
    sessionId,
    notedId,
  )
}

/** A session as the ranking sees it: whom it concerns, on what, and whether it is still to come. */
export interface CoachingEvent {
  personId: number
  driverId: string | null
  /** When it was held; null while it is prepared or running. */
  heldAt: number | null
}

/** Sessions that are prepared, running or held, one row for each person. */
export function readCoachingEvents(database: ReadableDatabase): CoachingEvent[] {
  return all<CoachingEvent>(
    database,
    `SELECT identities.person_id AS personId, driver_id AS driverId, held_at AS heldAt
     FROM coaching_sessions JOIN coaching_session_people ON session_id = coaching_sessions.id
     JOIN identities ON identities.id = coaching_session_people.person_id
     WHERE removed_at IS NULL AND state <> 'cancelled' ORDER BY held_at DESC, coaching_sessions.id DESC`,
  )
}
