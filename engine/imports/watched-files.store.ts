import { one, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

/** A file in a watched folder as it was last seen. */
export interface WatchedFile {
  /** Its path, hashed under the workspace's key. */
  file: string
  /** Its size and time. */
  look: string
  sha256: string
}

/** How a file was last seen, or undefined. */
export function readWatchedFile(database: ReadableDatabase, file: string): WatchedFile | undefined {
  return one<WatchedFile>(database, 'SELECT file, look, sha256 FROM watched_files WHERE file = ?', file)
}

/** Remembers how a file was seen. */
export function writeWatchedFile(database: WritableDatabase, { file, look, sha256 }: WatchedFile): void {
  run(
    database,
    'INSERT INTO watched_files (file, look, sha256) VALUES (?, ?, ?) ON CONFLICT (file) DO UPDATE SET look = excluded.look, sha256 = excluded.sha256',
    file,
    look,
    sha256,
  )
}

/** Whether a file of these bytes was ever imported, also where that was undone: what was taken back is not brought in again. */
export function wasImported(database: ReadableDatabase, sha256: string): boolean {
  return one(database, 'SELECT 1 FROM imports WHERE file_sha256 = ? LIMIT 1', sha256) !== undefined
}
