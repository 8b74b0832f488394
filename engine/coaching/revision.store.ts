import type { ReadableDatabase } from '../store/index.ts'

/** A number that changes with every commit of another connection or process. */
export function readRevision(database: ReadableDatabase): number {
  return database.raw.pragma('data_version', { simple: true }) as number
}
