import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

/** A row that could not be taken. Cells redacted, both lists as JSON. */
export interface QuarantineRow {
  id: number
  importId: number
  file: string
  sheet: string | null
  rowNumber: number
  code: string
  column: string | null
  message: string
  columns: string
  cells: string
}

/** Puts a row aside with the reason. */
export function quarantineRow(database: WritableDatabase, row: Omit<QuarantineRow, 'id' | 'file'>): void {
  run(
    database,
    `INSERT INTO quarantine (import_id, sheet, row_number, code, column_name, message, columns, cells) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    row.importId,
    row.sheet,
    row.rowNumber,
    row.code,
    row.column,
    row.message,
    row.columns,
    row.cells,
  )
}

/** The rows in quarantine, newest import first. */
export function readQuarantine(
  database: ReadableDatabase,
  options: { importId: number | null; limit: number },
): QuarantineRow[] {
  return all<QuarantineRow>(
    database,
    `SELECT standing_quarantine.id, import_id AS importId, file_name AS file, sheet, row_number AS rowNumber, code, column_name AS "column", message,
            columns, cells
     FROM standing_quarantine JOIN imports ON imports.id = import_id
     WHERE (? IS NULL OR import_id = ?) ORDER BY import_id DESC, standing_quarantine.id LIMIT ?`,
    options.importId,
    options.importId,
    options.limit,
  )
}

/** How many rows are in quarantine. */
export function countQuarantine(database: ReadableDatabase, importId: number | null = null): number {
  return one<{ n: number }>(
    database,
    'SELECT count(*) AS n FROM standing_quarantine WHERE (? IS NULL OR import_id = ?)',
    importId,
    importId,
  )!.n
}

/** Takes the rows of an import out of quarantine. */
export function clearQuarantine(database: WritableDatabase, importId: number): void {
  run(database, 'DELETE FROM quarantine WHERE import_id = ?', importId)
}

/** Notes that rows are not worth repairing; gives how many. */
export function dismissRows(database: WritableDatabase, ids: readonly number[], now: number): number {
  let dismissed = 0
  for (const id of ids)
    dismissed += run(
      database,
      'UPDATE quarantine SET dismissed_at = ? WHERE id = ? AND dismissed_at IS NULL',
      now,
      id,
    ).changes
  return dismissed
}
