import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

/** A workspace, or an aggregate of one, that was merged into this one. */
export interface MergedRow {
  id: number
  uid: string
  name: string
  form: 'workspace' | 'aggregate'
  place: string
  mergedAt: number
  fingerprint: string
  newestDay: number | null
  newestImportAt: number | null
  /** JSON. */
  choices: string
  findings: string
  undoneAt: number | null
}

const SELECT = `SELECT id, uid, name, form, place, merged_at AS mergedAt, fingerprint, newest_day AS newestDay, newest_import_at AS newestImportAt, choices,
  findings, undone_at AS undoneAt FROM merged_workspaces`

/** Everything that was ever merged, by name. */
export function readMerged(database: ReadableDatabase): MergedRow[] {
  return all<MergedRow>(database, `${SELECT} ORDER BY name, id`)
}

/** What was merged of the workspace with this uid, or undefined. */
export function findMerged(database: ReadableDatabase, uid: string): MergedRow | undefined {
  return one<MergedRow>(database, `${SELECT} WHERE uid = ?`, uid)
}

/** Notes what was merged and how it was then; gives its number. */
export function writeMerged(database: WritableDatabase, merged: Omit<MergedRow, 'id' | 'undoneAt'>): number {
  run(
    database,
    `INSERT INTO merged_workspaces (uid, name, form, place, merged_at, fingerprint, newest_day, newest_import_at, choices, findings)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (uid) DO UPDATE SET name = excluded.name, form = excluded.form, place = excluded.place, merged_at = excluded.merged_at,
       fingerprint = excluded.fingerprint, newest_day = excluded.newest_day, newest_import_at = excluded.newest_import_at, choices = excluded.choices,
       findings = excluded.findings, undone_at = NULL`,
    merged.uid,
    merged.name,
    merged.form,
    merged.place,
    merged.mergedAt,
    merged.fingerprint,
    merged.newestDay,
    merged.newestImportAt,
    merged.choices,
    merged.findings,
  )
  return findMerged(database, merged.uid)!.id
}

/** Notes that a merge was taken back. */
export function markMergeUndone(database: WritableDatabase, id: number, at: number): void {
  run(database, `UPDATE merged_workspaces SET undone_at = ?, fingerprint = '' WHERE id = ?`, at, id)
}

/** An import that came with a merge and stands. */
export interface MergedImport {
  importId: number
  theirKey: string
  digest: string
}

/** The standing imports of a merged workspace, oldest first. */
export function readMergedImports(database: ReadableDatabase, workspaceId: number): MergedImport[] {
  return all<MergedImport>(
    database,
    `SELECT import_id AS importId, their_key AS theirKey, digest FROM merged_imports JOIN imports ON imports.id = import_id
     WHERE workspace_id = ? AND undone_at IS NULL ORDER BY import_id`,
    workspaceId,
  )
}

/** Notes which import of another workspace one of ours is. */
export function writeMergedImport(
  database: WritableDatabase,
  workspaceId: number,
  { importId, theirKey, digest }: MergedImport,
): void {
  run(
    database,
    'INSERT INTO merged_imports (import_id, workspace_id, their_key, digest) VALUES (?, ?, ?, ?)',
    importId,
    workspaceId,
    theirKey,
    digest,
  )
}

/** How many standing imports and rows came with each merged workspace. */
export function countMerged(database: ReadableDatabase): Map<number, { imports: number; rows: number }> {
  const rows = all<{ id: number; imports: number; rows: number }>(
    database,
    `SELECT workspace_id AS id, count(*) AS imports, sum(rows_read) AS rows FROM merged_imports JOIN imports ON imports.id = import_id
     WHERE undone_at IS NULL GROUP BY workspace_id`,
  )
  return new Map(rows.map(({ id, imports, rows }) => [id, { imports, rows }]))
}

/** Which of this workspace's imports came with a merge, and with which. */
export const OF_MERGE = (workspaceId: string) =>
  `(SELECT import_id FROM merged_imports WHERE workspace_id = ${workspaceId})`

/** Forgets which forms are kept apart for a workspace. */
export function forgetApart(database: WritableDatabase, workspaceId: number): void {
  run(database, 'DELETE FROM forms_kept_apart WHERE workspace_id = ?', workspaceId)
}

/** Keeps a form's scores apart from those of another one, by their names. */
export function keepFormApart(
  database: WritableDatabase,
  workspaceId: number,
  names: { form: string; beside: string },
): void {
  run(
    database,
    `INSERT OR IGNORE INTO forms_kept_apart (scorecard_id, beside_id, workspace_id)
     SELECT own.id, beside.id, ? FROM scorecards AS own, scorecards AS beside WHERE own.name = ? AND beside.name = ?`,
    workspaceId,
    names.form,
    names.beside,
  )
}
