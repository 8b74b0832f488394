export { openFile } from './open-file.ts'
export { fileNameHints } from './file-name-hints.ts'
export type { FileNameHints } from './file-name-hints.ts'
export { FileProblem } from './types.ts'
export type {
  FileProblemCode,
  OnRowBatch,
  OpenedDocument,
  OpenedFile,
  OpenedTable,
  OpenedTables,
  OpenedTranscripts,
  ParsedTranscript,
  ReadRowsOptions,
  RowBatch,
  RowProblem,
  RowProblemCode,
  RowsRead,
  SpeakerRole,
  TableFileDetails,
  TableFormat,
  TextEncoding,
  TranscriptParticipant,
  TranscriptSegment,
  TranscriptWord,
} from './types.ts'
