import type { OwnRecords } from '../governance/index.ts'
import type { ReadableDatabase, WritableDatabase } from '../store/index.ts'
import { travellingSettings, type Travelling } from './travelling.store.ts'
import { veilCell } from './veil-cell.ts'

/** What conditions and told columns may ask for. */
export interface CopyFacts {
  /** The newest day of the whole workspace. */
  newest: number
  /** The supervisor, as sessions call their coach. */
  coach: string
}

const ROWS_AT_A_TIME = 2000

/** Columns that are taken as they are: references, keys and words of a closed list, and what was said. */
const AS_IT_STANDS =
  /(^|_)(ref|refs|key|keys|id|ids|sha256|state|kind|origin|basis|vendor|language|quote|definition)$|^(segments\.text|segment_corrections\.(before|after))$/

/** Copies what travels of one table, in pieces; gives how many rows were copied so far. `isBehind`: from the table itself, whatever the views show. */
export function* copyTable(
  from: OwnRecords,
  to: WritableDatabase,
  table: Travelling,
  { facts, isBehind }: { facts: CopyFacts; isBehind: boolean },
): Generator<number, void, void> {
  const { name, told = {}, where = 'TRUE', isAsItStands } = table
  const columns = to.raw.prepare('SELECT name, type FROM pragma_table_info(?)').all(name) as {
    name: string
    type: string
  }[]
  const isVeiled = columns.map(
    ({ name: column, type }) =>
      type === 'TEXT' &&
      !isAsItStands &&
      !AS_IT_STANDS.test(column) &&
      !AS_IT_STANDS.test(`${name}.${column}`),
  )
  const rows = from.read.raw
    .prepare(
      `SELECT ${columns.map((one) => `${told[one.name] ?? `mine.${one.name}`} AS ${one.name}`).join(', ')}
       FROM ${isBehind ? `main.${name}` : name} AS mine WHERE ${where}`,
    )
    .raw()
  const insert = to.raw.prepare(
    `INSERT INTO ${name} (${columns.map((one) => one.name).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  const wanted = Object.fromEntries(
    Object.entries(facts).filter(([key]) => `${where} ${Object.values(told).join(' ')}`.includes(`@${key}`)),
  )
  let n = 0
  for (const row of rows.iterate(wanted) as IterableIterator<unknown[]>) {
    insert.run(
      row.map((cell, at) => (isVeiled[at] && typeof cell === 'string' ? veilCell(cell, from.veil) : cell)),
    )
    if (++n % ROWS_AT_A_TIME === 0) yield n
  }
  yield n
}

/** Copies the few settings that travel. */
export function copySettings(from: ReadableDatabase, to: WritableDatabase): void {
  const insert = to.raw.prepare('INSERT INTO settings (key, value) VALUES (?, ?)')
  const rows = from.raw
    .prepare('SELECT key, value FROM settings WHERE key IN (SELECT value FROM json_each(?))')
    .raw()
    .all(JSON.stringify(travellingSettings)) as string[][]
  for (const row of rows) insert.run(row)
}

/** Facts of which imports stand behind them, in the copy. */
const BROUGHT = [
  'interactions',
  'transcripts',
  'evaluations',
  'surveys',
  'shifts',
  'period_summaries',
  'roster_entries',
]
const BEHIND_FACTS = BROUGHT.map(
  (table) => `SELECT import_id FROM ${table} WHERE import_id IS NOT NULL`,
).join(' UNION ')

/**
 * The imports that brought something of what travels: which source, which kind and when. Of their files neither name nor counts, which tell of everybody.
 * With them who they name of those who travel, and how they word the questions.
 */
export function copyImports(from: ReadableDatabase, to: WritableDatabase): void {
  const ids = JSON.stringify(to.raw.prepare(BEHIND_FACTS).pluck().all())
  const insert = (table: string, columns: string, sql: string) => {
    const put = to.raw.prepare(
      `INSERT INTO ${table} (${columns}) VALUES (${columns
        .split(', ')
        .map(() => '?')
        .join(', ')})`,
    )
    for (const row of from.raw.prepare(sql).raw().all(ids) as unknown[][]) put.run(row)
  }
  insert(
    'imports',
    'id, source_id, kind, vendor, confidence, file_name, file_path, file_sha256, file_bytes, mappings, imported_at, undone_at, rows_read, rows_added, rows_updated, rows_unchanged, rows_quarantined, facts, warnings, place',
    `SELECT id, source_id, kind, vendor, confidence, 'a file', NULL, file_sha256, 0, '[]', imported_at, undone_at, 0, 0, 0, 0, 0, '{}', '[]', NULL
     FROM main.imports WHERE id IN (SELECT value FROM json_each(?))`,
  )
  insert(
    'identity_mentions',
    'import_id, identity_id',
    `SELECT import_id, identity_id FROM main.identity_mentions WHERE import_id IN (SELECT value FROM json_each(?))
       AND identity_id IN (SELECT id FROM identities)`,
  )
  insert(
    'question_statements',
    'question_id, import_id, label, section, weight',
    `SELECT question_id, import_id, label, section, weight FROM main.question_statements WHERE import_id IN (SELECT value FROM json_each(?))`,
  )
}

/** How much of each kind a copy holds; its `peers`, who are sums without names, are no agents of it. */
export function countCopied(
  { raw }: ReadableDatabase,
  peers: number,
): {
  agents: number
  contacts: number
  conversations: number
  evaluations: number
} {
  return raw
    .prepare(
      `SELECT (SELECT count(DISTINCT person_id) FROM identities) - @peers AS agents, (SELECT count(*) FROM interactions) AS contacts,
         (SELECT count(*) FROM transcripts) AS conversations, (SELECT count(*) FROM evaluations) AS evaluations`,
    )
    .get({ peers }) as { agents: number; contacts: number; conversations: number; evaluations: number }
}

/** Recordings of a copy with their sound, and those whose file was not there. */
export function countSounds({ raw }: ReadableDatabase): { sounds: number; soundsLeftOut: number } {
  return raw
    .prepare(
      `SELECT count(*) FILTER (WHERE media_name IS NOT NULL AND path IS NULL) AS sounds,
         count(*) FILTER (WHERE media_name IS NULL OR path IS NOT NULL) AS soundsLeftOut FROM recordings`,
    )
    .get() as { sounds: number; soundsLeftOut: number }
}

/** The highest numbers of what a copy begins with: what is higher was made in it. */
export function readBeginning({ raw }: ReadableDatabase): {
  imports: number
  evaluations: number
  sessions: number
  marks: number
} {
  return raw
    .prepare(
      `SELECT (SELECT ifnull(max(id), 0) FROM imports) AS imports, (SELECT ifnull(max(id), 0) FROM evaluations) AS evaluations,
         (SELECT ifnull(max(id), 0) FROM coaching_sessions) AS sessions, (SELECT ifnull(max(id), 0) FROM coached_marks) AS marks`,
    )
    .get() as { imports: number; evaluations: number; sessions: number; marks: number }
}

/** Prepares an empty file for being filled: nothing in it has to survive a crash before it is whole, and what is deleted is overwritten. */
export function fillFast({ raw }: WritableDatabase): void {
  raw.pragma('foreign_keys = OFF')
  raw.pragma('synchronous = OFF')
  raw.pragma('secure_delete = ON')
}

/** Leaves one file that says everything. */
export function closeWhole({ raw }: WritableDatabase): void {
  raw.pragma('journal_mode = DELETE')
  raw.close()
}
