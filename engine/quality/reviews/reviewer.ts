import { readSetting, writeSetting, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'

const KEY = 'reviewer'
const UNNAMED = 'Reviewer'

/** Who scores in this workspace, or null while nobody said so. */
export function readReviewer(database: ReadableDatabase): string | null {
  return readSetting(database, KEY) ?? null
}

/** The name to put under a review. */
export function reviewerName(database: ReadableDatabase): string {
  return readReviewer(database) ?? UNNAMED
}

/** Says who scores from now on. */
export function writeReviewer(database: WritableDatabase, name: string): void {
  writeSetting(database, KEY, name)
}
