import { closeSync, openSync } from 'node:fs'
import papaparse from 'papaparse'
import { dayOfNumber } from '../../shared/domain/time.ts'
import { neutralised } from '../formula-cells.ts'
import { writeAll } from './write-all.ts'
import type { ExportColumn, ExportRow, ExportValue } from './export-table.ts'

/** Takes the rows of a table; nothing is kept in memory. */
export interface TableWriter {
  write(rows: readonly ExportRow[]): void
  finish(): void
  /** Lets go of the file, wherever it stands. */
  abandon(): void
}

/** Writes RFC 4180 with a head, in UTF-8. A text a spreadsheet would take for a formula gets an apostrophe before it. */
export function csvWriter(path: string, columns: readonly ExportColumn[]): TableWriter {
  const file = openSync(path, 'w', 0o600)
  const put = (lines: unknown[][]) =>
    writeAll(file, `${papaparse.unparse(lines, { newline: '\r\n', header: false })}\r\n`)
  try {
    put([columns.map(({ name }) => name)])
  } catch (error) {
    closeSync(file)
    throw error
  }
  return {
    write(rows) {
      if (rows.length > 0) put(rows.map((row) => row.map((value, at) => written(value, columns[at]!))))
    },
    finish: () => closeSync(file),
    abandon: () => closeSync(file),
  }
}

function written(value: ExportValue, { type }: ExportColumn): string | number | boolean | null {
  if (value === null) return null
  if (type === 'boolean') return value !== 0
  if (type === 'date') return dayOfNumber(Number(value))
  if (type === 'timestamp') return new Date(Number(value)).toISOString()
  return typeof value === 'string' ? neutralised(value) : value
}
