import type { ReadableDatabase } from '../store/index.ts'

/** A column of an exported table. Dates are day numbers and timestamps epoch milliseconds until they are written. */
export interface ExportColumn {
  name: string
  type: 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'timestamp'
  /** `s`, `share 0-1` and the like; empty where there is none. */
  unit: string
  meaning: string
}

export type ExportValue = string | number | null
export type ExportRow = readonly ExportValue[]

export interface ExportTable {
  name: string
  meaning: string
  columns: readonly ExportColumn[]
  /** How many pages there will be, nearly: what progress is told by. */
  pageCount: (database: ReadableDatabase) => number
  /** The rows a page at a time, so that a million cost no more memory than a thousand. */
  pages: (database: ReadableDatabase) => Iterable<readonly ExportRow[]>
}
