export { openFile } from './open-file.ts'
export { fileNameHints } from './file-name-hints.ts'
export { FileProblem } from './types.ts'
export type { OpenedFile, OpenedTable, OpenedTables, ParsedTranscript, RowProblem } from './types.ts'
