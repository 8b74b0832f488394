export { customerHasher } from './customer-hasher.ts'
export { collectFiles } from './collect-files.ts'
export { hashOfCustomer } from './customer-key.ts'
export { describeRecordings } from './describe-recordings.ts'
export { expandOrders, importFiles, locate } from './import-job.ts'
export { createFolderLook, type FolderLook } from './folder-look.ts'
export { inspectFile, previewMapping } from './inspect.ts'
export { countQuarantine, dismissRows, readQuarantine } from './quarantine.store.ts'
export { readRatings, type WrittenRating } from './read-ratings.ts'
export { retryQuarantine } from './retry.ts'
export { ensureSource, readSources } from './sources.store.ts'
export { createUploads, type Uploads } from './uploads.ts'
export { shownName } from './shown-name.ts'
export { decodeText } from './readers/index.ts'
export { plainNumbers } from './values/plain-numbers.ts'
export { refreshDerived, refreshFactsInPieces, refreshInPieces } from './refresh.ts'
export {
  finishImport,
  insertImport,
  readImport,
  readImportOrigins,
  readImports,
  type ImportRow,
} from './imports.store.ts'
export { undoImport, withdrawImport } from './undo.ts'
export * from './transfer/index.ts'
