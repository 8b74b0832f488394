import { all, run, type WritableDatabase } from '../store/index.ts'

/** A shorter text would be found in cells that have nothing to do with it. */
const LEAST_TELLING = 4

/** In place of what named somebody in a text of others. */
const GONE = '[deleted]'

/** What people wrote about more than one person or contact, or about a group: it stays, without the words that named whoever was deleted. */
const written: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ['systemic_findings', ['title', 'owner', 'why']],
  ['systemic_finding_events', ['text']],
  ['coaching_sessions', ['title', 'agenda', 'questions', 'shared_notes', 'private_notes', 'draft']],
]

/**
 * Takes away what names somebody by one of these texts, wherever it was written: rows that were set aside, saved searches, the words of conversations
 * that came with a calibration, and their mention in notes. Gives how many rows were set aside.
 */
export function eraseNamed(database: WritableDatabase, texts: readonly string[]): number {
  const telling = texts.filter((text) => text.length >= LEAST_TELLING)
  if (telling.length === 0) return 0
  const words = JSON.stringify(telling)
  const holds = (column: string) =>
    `EXISTS (SELECT 1 FROM json_each(?1) AS text WHERE instr(lower(${column}), lower(text.value)) > 0)`
  run(database, `DELETE FROM saved_searches WHERE ${holds('search')} OR ${holds('name')}`, words)
  run(
    database,
    `UPDATE calibration_items SET conversation = json_set(conversation, '$.turns', json('[]')) WHERE ${holds('conversation')}`,
    words,
  )
  for (const [table, columns] of written)
    for (const column of columns) leaveOut(database, table, column, telling)
  // cells are a JSON array of texts
  return run(
    database,
    `DELETE FROM quarantine WHERE EXISTS (SELECT 1 FROM json_each(cells) AS cell WHERE ${holds('cell.value')})`,
    words,
  ).changes
}

function leaveOut(database: WritableDatabase, table: string, column: string, texts: readonly string[]): void {
  const mention = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${texts.map((text) => literal(text)).join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  )
  const rows = all<{ id: number; text: string }>(
    database,
    `SELECT id, ${column} AS text FROM ${table} WHERE ${column} IS NOT NULL`,
  )
  for (const { id, text } of rows) {
    const next = text.replace(mention, GONE)
    if (next !== text) run(database, `UPDATE ${table} SET ${column} = ? WHERE id = ?`, next, id)
  }
}

/** A text as a regular expression that finds it. */
function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
