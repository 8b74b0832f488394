import { readSetting, writeSetting, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

const KEY = 'facts-revision'

/** A number that changes whenever facts change, or who is who; what is computed from them can be kept under it. */
export function readFactsRevision(database: ReadableDatabase): number {
  return Number(readSetting(database, KEY) ?? 0)
}

/** To be called in the transaction of the change. */
export function raiseFactsRevision(database: WritableDatabase): void {
  writeSetting(database, KEY, String(readFactsRevision(database) + 1))
}
