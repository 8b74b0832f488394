/** One file, opened: its form is decided by what is in it, never by its extension. */
export type OpenedFile = OpenedTables | OpenedTranscripts | OpenedDocument | OpenedRecording

export interface OpenedTables {
  form: 'table'
  format: TableFormat
  details: TableFileDetails
  /** At least one; several for workbooks with several sheets and pages with several tables. */
  tables: OpenedTable[]
}

export interface OpenedTranscripts {
  form: 'transcripts'
  /** 'webvtt', 'subrip', 'text' (written down), 'json' or 'jsonl'. Which vendor wrote it stands in each transcript. */
  format: 'webvtt' | 'subrip' | 'text' | 'json' | 'jsonl'
  transcripts: ParsedTranscript[]
}

export interface OpenedDocument {
  form: 'document'
  format: 'json'
  /** A JSON tree that is neither a list of records nor a transcript, nested at most 64 deep. */
  document: unknown
}

export interface OpenedRecording {
  form: 'recording'
  /** Such as 'wav' or 'ogg-opus'. */
  format: string
  codec: string
  /** Hz. */
  sampleRate: number
  channelCount: number
  /** As the header states it; null where it does not. */
  durationMs: number | null
}

export type TableFormat = 'delimited' | 'xlsx' | 'html' | 'json' | 'jsonl'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export interface TableFileDetails {
  /** As far as the beginning of the file shows it; null for workbooks. */
  encoding: TextEncoding | null
  hasByteOrderMark: boolean
  /** Only delimited text has one. */
  delimiter: string | null
  /** Names of the workbook's hidden sheets that hold rows; they are among the tables, marked. */
  hiddenSheets: string[]
  /** Where the list of records stands in a JSON file, such as 'data.items'; '' is the top. */
  recordPath: string | null
}

export interface OpenedTable {
  /** The sheet's name; null where the file has a single unnamed table. */
  name: string | null
  isHidden: boolean
  /** Unique and never empty; several header rows are combined into one name per column. */
  columns: string[]
  /** The header as it stands in the file, zero to three rows. None: columns are 'column 1' ... */
  headerRows: string[][]
  /** What stands above the header (report title, 'Generated on ...'), cells joined by a space. */
  preamble: string[]
  /** Row number of the first row below the header; see RowBatch for how rows are numbered. */
  firstDataRow: number
  /** The first data rows (about 200), padded to the number of columns. */
  sample: string[][]
  /**
   * Reads every data row once, in order. May be called again; each call reads the file anew.
   * Throws FileProblem when the file is torn, gone or changed since it was opened, and the signal's
   * reason when it is aborted. While onBatch returns a promise, reading waits for it.
   */
  rows(onBatch: OnRowBatch, options?: ReadRowsOptions): Promise<RowsRead>
}

export type OnRowBatch = (batch: RowBatch) => void | Promise<void>

/**
 * Consecutive rows: rows[i] is row firstRowNumber + i. Empty rows are not delivered, but numbered, so a
 * new batch starts after each. Numbers are 1-based and are those a person finds in the file: for
 * delimited text and workbooks the row as Excel shows it (header and lines above it counted, a cell with
 * line breaks counted once, an Excel 'sep=' line not counted); for JSON the record's place in its list;
 * for JSON lines the line.
 * Cells are strings. Every row has at least as many cells as the table has columns; cells beyond the last
 * column are kept when one of them holds something.
 */
export interface RowBatch {
  firstRowNumber: number
  rows: string[][]
  /** About rows of this batch, or about rows that could not be delivered (broken JSON lines). */
  problems: RowProblem[]
}

export interface ReadRowsOptions {
  signal?: AbortSignal
  /** Share of the file's bytes read so far, never falling; 1 at the end. */
  onProgress?: (share0to1: number) => void
}

export interface RowsRead {
  rowsRead: number
  emptyRows: number
  /** The first thousand problems; every one of them was in a batch. */
  problems: RowProblem[]
  problemCounts: Partial<Record<RowProblemCode, number>>
}

export type RowProblemCode =
  /** Fewer cells than columns; delivered, missing cells are ''. */
  | 'too-short'
  /** More filled cells than columns; delivered with all of them. */
  | 'too-long'
  /** Quotes inside a quoted cell were not doubled; delivered as read. */
  | 'broken-quotes'
  /** A quote was opened and never closed; the line is delivered by itself, quotes kept as text. */
  | 'unclosed-quote'
  /** A JSON line that is no JSON; not delivered, its text stands in the problem. */
  | 'not-json'
  /** A JSON value that is no record; not delivered, its text stands in the problem. */
  | 'not-a-record'
  /** A field that no earlier record had, found too late for a column of its own; the field is in text. */
  | 'unexpected-field'

export interface RowProblem {
  rowNumber: number
  code: RowProblemCode
  /** One sentence for a supervisor. */
  message: string
  /** What could not be delivered, at most 2,000 characters, unredacted. */
  text?: string
}

export type SpeakerRole = 'agent' | 'customer' | 'bot' | 'unknown'

/** One conversation. Offsets are milliseconds from its start. */
export interface ParsedTranscript {
  /** The vendor's id of this transcript, not of the contact. */
  externalId: string | null
  /** The contact's id, from the file or its name. */
  contactRef: string | null
  /** UTC milliseconds. */
  startedAtMs: number | null
  languageCode: string | null
  /** Whether the customer consented to being recorded, where the file says so. */
  consent: boolean | null
  durationMs: number | null
  channelKind: 'voice' | 'chat' | null
  participants: TranscriptParticipant[]
  /** In order of time where there are times. Each spoken word stands in exactly one segment. */
  segments: TranscriptSegment[]
  /** Who wrote the file, such as 'Deepgram'; 'unknown' when read by its structure alone. */
  vendor: string
  /** Measures and labels the vendor adds (sentiment, interruptions, categories), as they stand. */
  vendorFacts: Record<string, unknown>
  /** Sentences about what was missing or repaired. */
  warnings: string[]
}

export interface TranscriptParticipant {
  label: string
  role: SpeakerRole
  name?: string
  externalId?: string
}

export interface TranscriptSegment {
  /** One of the participants' labels; null when nobody is named. */
  speakerLabel: string | null
  role: SpeakerRole
  startMs: number | null
  endMs: number | null
  text: string
  /** False for what is only a mark such as '[noise]', '(music)' or '[BLANK_AUDIO]'. */
  isSpeech: boolean
  /** 0 to 1. */
  confidence: number | null
  words?: TranscriptWord[]
}

export interface TranscriptWord {
  text: string
  startMs: number | null
  endMs: number | null
  confidence: number | null
}

export type FileProblemCode =
  | 'missing'
  | 'directory'
  | 'unreadable'
  | 'changed'
  | 'empty'
  | 'no-rows'
  | 'torn'
  | 'password-protected'
  | 'old-excel'
  | 'binary-excel'
  | 'archive'
  | 'audio'
  | 'pdf'
  | 'image'
  | 'office-document'
  | 'unknown-format'
  | 'too-large'
  | 'too-deep'
  | 'archive-bomb'
  | 'damaged'

/** Why a whole file cannot be read: a code from a closed list and one sentence saying what to do. */
export class FileProblem extends Error {
  readonly code: FileProblemCode

  constructor(code: FileProblemCode, message: string) {
    super(message)
    this.name = 'FileProblem'
    this.code = code
  }
}
