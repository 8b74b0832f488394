export { openFile } from './open-file.ts'
export { fileNameHints } from './file-name-hints.ts'
export { fileProblem } from './file-problems.ts'
export { FileProblem } from './types.ts'
export type {
  FileProblemCode,
  OpenedFile,
  OpenedRecording,
  OpenedTable,
  OpenedTables,
  ParsedTranscript,
  RowBatch,
  RowProblem,
} from './types.ts'
export { decodeText } from './text-decoding.ts'
