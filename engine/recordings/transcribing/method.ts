import { createHash } from 'node:crypto'

/** Raised when windows, filters or the way words become turns change: words are then made anew where somebody asks. */
export const METHOD_VERSION = 1

/** The same for the same sound, recogniser and settings only. */
export function transcriptionKey(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
