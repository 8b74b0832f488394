import type { Mapping } from '../../../shared/domain/import-kinds.ts'
import type { Language } from '../../speaking-in.ts'
import type { Period } from '../values/periods.ts'
import type { PackedBatch } from './packed-rows.ts'

/** What the reading thread is asked to do. */
export interface RowsOrder {
  path: string
  /** Which of the file's tables, and its columns as they were when the mapping was made. */
  tableIndex: number
  columns: readonly string[]
  mapping: Mapping
  filePeriod: Period | null
  customerKey: Uint8Array
  /** What its sentences are said in. */
  language: Language
}

/** What the reading thread says. It hears of each batch that was taken. */
export type RowsWord =
  | { says: 'batch'; batch: PackedBatch }
  | { says: 'progress'; share: number }
  | { says: 'done' }
  | {
      says: 'failed'
      kind: 'file' | 'problem' | 'other'
      code: string | null
      message: string
      stack: string | null
    }
