import type { Capability } from '../../shared/domain/capabilities.ts'

/** Whoever brings data in knows on what basis they were made, and may say so. */
export const MAY_SAY_BASIS: Capability = 'import'

/** Calls by which one person reads or hears one conversation on its page: all others use what was said for something. */
const reading = new Set([
  'conversations.get',
  'conversations.correct',
  'conversations.undoCorrections',
  'recordings.ofContacts',
  'recordings.peaks',
])

/** Whether a call only reads a conversation: who may say what its basis is must be able to look at it first. */
export function isOnlyReading(path: readonly string[]): boolean {
  return reading.has(path.join('.'))
}
