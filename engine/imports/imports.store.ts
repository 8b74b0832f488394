import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

/** Rows by what came of them. */
export interface RowCounts {
  read: number
  added: number
  updated: number
  unchanged: number
  quarantined: number
}

/** One file read once. */
export interface ImportRow {
  id: number
  sourceId: number
  source: string
  kind: string
  vendor: string | null
  confidence: number | null
  fileName: string
  filePath: string | null
  fileSha256: string
  mappings: string
  importedAt: number
  undoneAt: number | null
  rows: RowCounts
  facts: string
  warnings: string
  inQuarantine: number
}

interface StoredImport extends Omit<ImportRow, 'rows'> {
  rowsRead: number
  rowsAdded: number
  rowsUpdated: number
  rowsUnchanged: number
  rowsQuarantined: number
}

const SELECT = `
  SELECT imports.id, source_id AS sourceId, sources.name AS source, kind, vendor, confidence, file_name AS fileName, file_path AS filePath,
         file_sha256 AS fileSha256, mappings, imported_at AS importedAt, undone_at AS undoneAt, rows_read AS rowsRead, rows_added AS rowsAdded,
         rows_updated AS rowsUpdated, rows_unchanged AS rowsUnchanged, rows_quarantined AS rowsQuarantined, facts, warnings,
         (SELECT count(*) FROM standing_quarantine WHERE import_id = imports.id) AS inQuarantine
  FROM imports JOIN sources ON sources.id = source_id`

function fromStored(row: StoredImport): ImportRow {
  const { rowsRead, rowsAdded, rowsUpdated, rowsUnchanged, rowsQuarantined, ...rest } = row
  return {
    ...rest,
    rows: {
      read: rowsRead,
      added: rowsAdded,
      updated: rowsUpdated,
      unchanged: rowsUnchanged,
      quarantined: rowsQuarantined,
    },
  }
}

/** Every import, newest first. */
export function readImports(database: ReadableDatabase): ImportRow[] {
  return all<StoredImport>(database, `${SELECT} ORDER BY imports.id DESC`).map(fromStored)
}

/** One import, or undefined. */
export function readImport(database: ReadableDatabase, id: number): ImportRow | undefined {
  const row = one<StoredImport>(database, `${SELECT} WHERE imports.id = ?`, id)
  return row && fromStored(row)
}

/** The newest standing import of a file with these very bytes. */
export function findImportOfFile(
  database: ReadableDatabase,
  sha256: string,
): { importId: number; at: number } | undefined {
  return one(
    database,
    'SELECT id AS importId, imported_at AS at FROM imports WHERE file_sha256 = ? AND undone_at IS NULL ORDER BY id DESC',
    sha256,
  )
}

/** The newest standing import of a file with these very bytes from one source. */
export function findImportOfFileBySource(
  database: ReadableDatabase,
  sha256: string,
  sourceId: number,
): number | undefined {
  return one<{ id: number }>(
    database,
    'SELECT id FROM imports WHERE file_sha256 = ? AND source_id = ? AND undone_at IS NULL ORDER BY id DESC',
    sha256,
    sourceId,
  )?.id
}

/** Opens the record of an import; its counts are filled in at the end of the same transaction. */
export function insertImport(
  database: WritableDatabase,
  record: {
    sourceId: number
    kind: string
    vendor: string | null
    confidence: number | null
    fileName: string
    filePath: string | null
    /** Where a file of one conversation lay, hashed; null for all others. */
    place: string | null
    fileSha256: string
    fileBytes: number
    mappings: string
    importedAt: number
  },
): number {
  return run(
    database,
    `INSERT INTO imports (source_id, kind, vendor, confidence, file_name, file_path, place, file_sha256, file_bytes, mappings, imported_at,
                          rows_read, rows_added, rows_updated, rows_unchanged, rows_quarantined, facts, warnings)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, '{}', '[]')`,
    record.sourceId,
    record.kind,
    record.vendor,
    record.confidence,
    record.fileName,
    record.filePath,
    record.place,
    record.fileSha256,
    record.fileBytes,
    record.mappings,
    record.importedAt,
  ).id
}

/** Writes what came of an import. */
export function finishImport(
  database: WritableDatabase,
  id: number,
  outcome: { rows: RowCounts; facts: string; warnings: string },
): void {
  run(
    database,
    `UPDATE imports SET rows_read = ?, rows_added = ?, rows_updated = ?, rows_unchanged = ?, rows_quarantined = ?, facts = ?, warnings = ?
     WHERE id = ?`,
    outcome.rows.read,
    outcome.rows.added,
    outcome.rows.updated,
    outcome.rows.unchanged,
    outcome.rows.quarantined,
    outcome.facts,
    outcome.warnings,
    id,
  )
}

/** Writes what is remarked on an import. `warnings`: sentences, as a JSON array. */
export function writeWarnings(database: WritableDatabase, id: number, warnings: string): void {
  run(database, 'UPDATE imports SET warnings = ? WHERE id = ?', warnings, id)
}

/** What more is known of an import where it stands, for a workspace that takes it over. */
export function readImportOrigins(
  database: ReadableDatabase,
): Map<number, { sourceTimeZone: string; place: string | null; fileBytes: number }> {
  const rows = all<{ id: number; sourceTimeZone: string; place: string | null; fileBytes: number }>(
    database,
    `SELECT imports.id, time_zone AS sourceTimeZone, place, file_bytes AS fileBytes FROM imports JOIN sources ON sources.id = source_id`,
  )
  return new Map(rows.map(({ id, ...origin }) => [id, origin]))
}

/** Marks an import as undone. */
export function markUndone(database: WritableDatabase, id: number, at: number): void {
  run(database, 'UPDATE imports SET undone_at = ? WHERE id = ?', at, id)
}

/** The transcript a source calls so, or undefined. */
export function findTranscriptByRef(
  database: ReadableDatabase,
  sourceId: number,
  externalRef: string,
): number | undefined {
  return one<{ id: number }>(
    database,
    'SELECT id FROM transcripts WHERE source_id = ? AND external_ref = ?',
    sourceId,
    externalRef,
  )?.id
}
