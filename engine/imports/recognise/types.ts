import type { ImportField, ImportKind, Mapping, Transform } from '../../../shared/domain/import-kinds.ts'
import type { Period } from '../values/periods.ts'

/** A table as far as recognition needs it: its name, heading rows and first data rows. */
export interface TableSample {
  fileName: string
  sheetName: string | null
  columns: readonly string[]
  headerRows: readonly (readonly string[])[]
  sample: readonly (readonly string[])[]
  /** The lines above the heading rows. */
  preamble?: readonly string[]
}

/** The period a file says its figures are of, outside its columns, and where it says so. */
export interface FilePeriod extends Period {
  statedIn: 'title above the table' | "sheet's name" | "file's name"
}

/** What one column was taken for and why; `field` is null for columns that are left out. */
export interface ColumnGuess {
  column: string
  field: ImportField | null
  transform: Transform
  confidence: number
  reason: string
  alternatives: { field: ImportField; confidence: number }[]
  /** Up to three filled cells, as written: to be redacted before they are shown. */
  examples: string[]
}

/** What a table was taken for. */
export interface Recognition {
  kind: ImportKind
  /** The system whose export this is; null when the headings are nobody's in particular. */
  vendor: string | null
  confidence: number
  reasons: string[]
  mapping: Mapping
  columns: ColumnGuess[]
  warnings: string[]
  /** The period the file names outside its columns: that of figures, where no column says it. */
  filePeriod: FilePeriod | null
  /** Columns nothing is read from. */
  ignored: string[]
  /** Mapped columns whose reading the sample could not settle (see `settleMapping`). */
  undecided: string[]
  /** What was assumed of these columns, as it stands among the warnings: the whole column may settle it otherwise. */
  assumptions: Map<string, string[]>
}

export interface RecogniseOptions {
  timeZone: string
  /** The kind, where somebody said it. */
  kind?: ImportKind
}
