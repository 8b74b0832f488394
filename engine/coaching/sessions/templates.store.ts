import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'

/** Questions of the workspace's own; `questions` is JSON. */
export interface TemplateRow {
  id: number
  readyKey: string | null
  name: string
  driverId: string | null
  questions: string
}

const COLUMNS =
  'SELECT id, ready_key AS readyKey, name, driver_id AS driverId, questions FROM question_templates'
const SELECT = `${COLUMNS} WHERE removed_at IS NULL`

/** All of them, in the order of their names. */
export function readTemplates(database: ReadableDatabase): TemplateRow[] {
  return all<TemplateRow>(database, `${SELECT} ORDER BY name, id`)
}

/** One that is not removed. */
export function findTemplate(database: ReadableDatabase, id: number): TemplateRow | undefined {
  return one<TemplateRow>(database, `${SELECT} AND id = ?`, id)
}

/** One that is removed and can be brought back. */
export function findRemovedTemplate(database: ReadableDatabase, id: number): TemplateRow | undefined {
  return one<TemplateRow>(database, `${COLUMNS} WHERE removed_at IS NOT NULL AND id = ?`, id)
}

/** Adds one; gives its id. */
export function insertTemplate(
  database: WritableDatabase,
  { readyKey, name, driverId, questions }: Omit<TemplateRow, 'id'>,
  now: number,
): number {
  return run(
    database,
    'INSERT INTO question_templates (ready_key, name, driver_id, questions, updated_at) VALUES (?, ?, ?, ?, ?)',
    readyKey,
    name,
    driverId,
    questions,
    now,
  ).id
}

/** Writes one anew. */
export function updateTemplate(
  database: WritableDatabase,
  { id, name, driverId, questions }: Omit<TemplateRow, 'readyKey'>,
  now: number,
): void {
  run(
    database,
    'UPDATE question_templates SET name = ?, driver_id = ?, questions = ?, updated_at = ? WHERE id = ?',
    name,
    driverId,
    questions,
    now,
    id,
  )
}

/** Takes one away, or brings it back with null. */
export function markTemplateRemoved(database: WritableDatabase, id: number, removedAt: number | null): void {
  run(database, 'UPDATE question_templates SET removed_at = ? WHERE id = ?', removedAt, id)
}

/** How often each template's questions are in a session that was not removed. */
export function countUses(database: ReadableDatabase): Map<string, number> {
  const rows = all<{ templateId: string; n: number }>(
    database,
    `SELECT template_id AS templateId, count(*) AS n FROM coaching_sessions
     WHERE template_id IS NOT NULL AND removed_at IS NULL AND state <> 'cancelled' GROUP BY 1`,
  )
  return new Map(rows.map(({ templateId, n }) => [templateId, n]))
}
