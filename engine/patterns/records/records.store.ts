import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'

/** A systemic finding as it is kept. Days are day numbers; figures and conversations JSON. */
export interface RecordRow {
  id: number
  title: string
  driverId: string
  driverLabel: string
  groupKind: 'team' | 'queue'
  groupKey: string
  groupLabel: string
  owner: string
  status: 'open' | 'doing' | 'done' | 'dropped'
  why: string
  windowFrom: number
  windowTo: number
  figures: string
  conversations: string
  dueDay: number | null
  checkFrom: number | null
  createdAt: number
  updatedAt: number
  removedAt: number | null
}

export interface RecordEvent {
  at: number
  kind: 'created' | 'note' | 'changed' | 'removed' | 'restored'
  text: string
}

const columns: Record<keyof Omit<RecordRow, 'id'>, string> = {
  title: 'title',
  driverId: 'driver_id',
  driverLabel: 'driver_label',
  groupKind: 'group_kind',
  groupKey: 'group_key',
  groupLabel: 'group_label',
  owner: 'owner',
  status: 'status',
  why: 'why',
  windowFrom: 'window_from',
  windowTo: 'window_to',
  figures: 'figures',
  conversations: 'conversations',
  dueDay: 'due_day',
  checkFrom: 'check_from',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  removedAt: 'removed_at',
}
type Column = keyof typeof columns
const names = Object.keys(columns) as Column[]
const SELECT = `SELECT id, ${names.map((name) => `${columns[name]} AS ${name}`).join(', ')} FROM systemic_findings`

/** All records, removed ones where wanted: those in work first, the first due before others. */
export function readRecords(
  database: ReadableDatabase,
  { driverId, includeRemoved }: { driverId?: string | undefined; includeRemoved: boolean },
): RecordRow[] {
  return all<RecordRow>(
    database,
    `${SELECT} WHERE (?1 IS NULL OR driver_id = ?1) AND (?2 = 1 OR removed_at IS NULL)
     ORDER BY CASE status WHEN 'doing' THEN 0 WHEN 'open' THEN 1 WHEN 'done' THEN 2 ELSE 3 END, due_day IS NULL, due_day, id`,
    driverId ?? null,
    Number(includeRemoved),
  )
}

export function findRecord(database: ReadableDatabase, id: number): RecordRow | undefined {
  return one<RecordRow>(database, `${SELECT} WHERE id = ?`, id)
}

/** Adds a record; gives its id. */
export function insertRecord(database: WritableDatabase, record: Omit<RecordRow, 'id'>): number {
  return run(
    database,
    `INSERT INTO systemic_findings (${names.map((name) => columns[name]).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ...names.map((name) => record[name]),
  ).id
}

/** Writes what is named. */
export function updateRecord(
  database: WritableDatabase,
  id: number,
  values: Partial<Omit<RecordRow, 'id'>>,
): void {
  const named = names.filter((name) => values[name] !== undefined)
  run(
    database,
    `UPDATE systemic_findings SET ${named.map((name) => `${columns[name]} = ?`).join(', ')} WHERE id = ?`,
    ...named.map((name) => values[name]),
    id,
  )
}

export function insertEvent(database: WritableDatabase, id: number, event: RecordEvent): void {
  run(
    database,
    'INSERT INTO systemic_finding_events (finding_id, at, kind, text) VALUES (?, ?, ?, ?)',
    id,
    event.at,
    event.kind,
    event.text,
  )
}

/** The newest line of a record's history. */
export function readLastEvent(
  database: ReadableDatabase,
  id: number,
): (RecordEvent & { id: number }) | undefined {
  return one<RecordEvent & { id: number }>(
    database,
    'SELECT id, at, kind, text FROM systemic_finding_events WHERE finding_id = ? ORDER BY at DESC, id DESC LIMIT 1',
    id,
  )
}

/** Writes a line of the history anew. */
export function updateEvent(
  database: WritableDatabase,
  eventId: number,
  { at, text }: Pick<RecordEvent, 'at' | 'text'>,
): void {
  run(database, 'UPDATE systemic_finding_events SET at = ?, text = ? WHERE id = ?', at, text, eventId)
}

/** What happened to a record, oldest first. */
export function readEvents(database: ReadableDatabase, id: number): RecordEvent[] {
  return all<RecordEvent>(
    database,
    'SELECT at, kind, text FROM systemic_finding_events WHERE finding_id = ? ORDER BY at, id',
    id,
  )
}

/** Which of these contacts and evaluations are still there. */
export function readStanding(
  database: ReadableDatabase,
  ids: { interactionIds: readonly number[]; evaluationIds: readonly number[] },
): { interactions: Set<number>; evaluations: Set<number> } {
  const of = (table: 'interactions' | 'evaluations', wanted: readonly number[]) =>
    new Set(
      all<{ id: number }>(
        database,
        `SELECT id FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
        JSON.stringify(wanted),
      ).map(({ id }) => id),
    )
  return {
    interactions: of('interactions', ids.interactionIds),
    evaluations: of('evaluations', ids.evaluationIds),
  }
}
