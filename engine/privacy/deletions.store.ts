import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

export type DeletionKind = 'retention' | 'person' | 'customer' | 'conversation'

/** A deletion as it is kept: its proof. Instants in milliseconds UTC; `counts` and `heldBack` are JSON objects of numbers. */
export interface DeletionRow {
  id: number
  at: number
  who: string
  kind: DeletionKind
  why: string
  policyVersion: number
  counts: string
  heldBack: string
  digest: string
  verifiedAt: number | null
  cleanedAt: number | null
  backupsGoneAt: number | null
}

const ROW = `SELECT id, at, who, kind, why, policy_version AS policyVersion, counts, held_back AS heldBack, digest, verified_at AS verifiedAt,
  cleaned_at AS cleanedAt, backups_gone_at AS backupsGoneAt FROM deletions`

/** Every deletion, the newest first. */
export function readDeletions(database: ReadableDatabase): DeletionRow[] {
  return all<DeletionRow>(database, `${ROW} ORDER BY id DESC`)
}

/** Keeps what a deletion came to; gives its number. */
export function insertDeletion(
  database: WritableDatabase,
  row: Omit<DeletionRow, 'id' | 'cleanedAt' | 'backupsGoneAt'>,
): number {
  return run(
    database,
    `INSERT INTO deletions (at, who, kind, why, policy_version, counts, held_back, digest, verified_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.at,
    row.who,
    row.kind,
    row.why,
    row.policyVersion,
    row.counts,
    row.heldBack,
    row.digest,
    row.verifiedAt,
  ).id
}

/** One deletion, or undefined. */
export function readDeletionRow(database: ReadableDatabase, id: number): DeletionRow | undefined {
  return one<DeletionRow>(database, `${ROW} WHERE id = ?`, id)
}

/** Adds to what a deletion came to, while it is under way. */
export function updateDeletion(
  database: WritableDatabase,
  id: number,
  { counts, digest }: Pick<DeletionRow, 'counts' | 'digest'>,
): void {
  run(database, 'UPDATE deletions SET counts = ?, digest = ? WHERE id = ?', counts, digest, id)
}

/** Notes that the free parts of the file were cleaned after all deletions so far. */
export function markCleaned(database: WritableDatabase, at: number): void {
  run(database, 'UPDATE deletions SET cleaned_at = ? WHERE cleaned_at IS NULL', at)
}

/** Notes of every deletion that no backup is left from before it. `oldest`: when the oldest backup was made; null without any. */
export function markBackupsGone(database: WritableDatabase, oldest: number | null, at: number): number {
  return run(
    database,
    'UPDATE deletions SET backups_gone_at = ?1 WHERE backups_gone_at IS NULL AND (?2 IS NULL OR at < ?2)',
    at,
    oldest,
  ).changes
}

/** Whether a deletion waits for something: the cleaning of the file, or for the last backup from before it to go. */
export function isAnythingLeft(database: ReadableDatabase, what: 'cleaning' | 'backups'): boolean {
  const column = what === 'cleaning' ? 'cleaned_at' : 'backups_gone_at'
  return one(database, `SELECT 1 FROM deletions WHERE ${column} IS NULL LIMIT 1`) !== undefined
}

/** What a restored workspace takes over: what was deleted stays deleted, what is held stays held. */
export function copyPrivacy(from: ReadableDatabase, to: WritableDatabase): void {
  for (const table of ['legal_holds', 'deletions', 'deleted_keys']) {
    const columns = all<{ name: string }>(from, `SELECT name FROM pragma_table_info('${table}')`).map(
      ({ name }) => name,
    )
    run(to, `DELETE FROM ${table === 'deletions' ? 'deleted_keys' : table}`)
    run(to, `DELETE FROM ${table}`)
    const insert = to.raw.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
    )
    for (const row of all(from, `SELECT ${columns.join(', ')} FROM ${table}`)) insert.run(row)
  }
}
