import type { WritableDatabase } from './database.ts'

interface KeyPart {
  id: number
  table: string
  from: string
  to: string | null
  on_delete: string
}

/** Tables whose rows may name facts by kind and number, which no foreign key says. */
const FACT_TABLES = [
  'interactions',
  'evaluations',
  'surveys',
  'shifts',
  'period_summaries',
  'roster_entries',
  'transcripts',
]

/**
 * Takes away what refers to rows that are not there: a reference that may be empty becomes so, else the row goes with what it belongs to. Repeats until
 * nothing refers to what is not there. Foreign keys must be off.
 */
export function settleReferences(database: WritableDatabase): void {
  const { raw } = database
  const tables = raw
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all() as string[]
  let changed = -1
  while (changed !== 0) {
    changed = 0
    for (const table of tables)
      for (const key of keysOf(database, table)) changed += settle(database, table, key)
  }
  for (const [at, table] of FACT_TABLES.entries())
    raw
      .prepare(`DELETE FROM fact_layers WHERE fact_kind = ? AND fact_id NOT IN (SELECT id FROM ${table})`)
      .run(at + 1)
}

function keysOf({ raw }: WritableDatabase, table: string): KeyPart[][] {
  const parts = raw.prepare('SELECT * FROM pragma_foreign_key_list(?)').all(table) as KeyPart[]
  return [...Map.groupBy(parts, ({ id }) => id).values()]
}

function settle({ raw }: WritableDatabase, table: string, key: readonly KeyPart[]): number {
  const [first] = key
  const parent = first!.table
  const primary = raw
    .prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
    .pluck()
    .all(parent) as string[]
  const pairs = key.map(({ from, to }, at) => ({ from, to: to ?? primary[at]! }))
  const isGone = `${pairs.map(({ from }) => `"${table}"."${from}" IS NOT NULL`).join(' AND ')} AND NOT EXISTS (
    SELECT 1 FROM "${parent}" AS parent WHERE ${pairs.map(({ from, to }) => `parent."${to}" = "${table}"."${from}"`).join(' AND ')})`
  const isNeeded = raw
    .prepare('SELECT "notnull" OR pk > 0 FROM pragma_table_info(?) WHERE name = ?')
    .pluck()
    .get(table, first!.from) as number
  let changed = 0
  if (key.length === 1 && !isNeeded)
    changed += raw
      .prepare(`UPDATE OR IGNORE "${table}" SET "${first!.from}" = NULL WHERE ${isGone}`)
      .run().changes
  return changed + raw.prepare(`DELETE FROM "${table}" WHERE ${isGone}`).run().changes
}
