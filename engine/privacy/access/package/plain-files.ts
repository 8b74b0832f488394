import { closeSync, openSync } from 'node:fs'
import papaparse from 'papaparse'
import { writeAll } from '../../../exports/index.ts'
import { neutralised } from '../../../formula-cells.ts'
import type { HeldValue } from '../values.ts'

/** A file that is written piece by piece, for its owner alone. */
export interface PlainFile {
  write(text: string): void
  close(): void
}

export function plainFile(path: string): PlainFile {
  const file = openSync(path, 'wx', 0o600)
  return { write: (text) => writeAll(file, text), close: () => closeSync(file) }
}

/** One row of a table that any spreadsheet opens and none runs. */
export function csvLine(values: readonly HeldValue[]): string {
  const cells = values.map((value) => {
    if (value !== null && typeof value === 'object') return neutralised(JSON.stringify(value))
    return typeof value === 'string' ? neutralised(value) : value
  })
  return `${papaparse.unparse([cells], { newline: '\r\n', header: false })}\r\n`
}
