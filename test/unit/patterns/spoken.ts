import type { ConversationSegment } from '../../../engine/language/index.ts'

/** A turn of a call: who, from when to when in seconds, what. */
export function said(
  speaker: 'agent' | 'customer',
  fromSeconds: number,
  toSeconds: number,
  text: string,
): ConversationSegment {
  return { speaker, startMs: fromSeconds * 1000, endMs: toSeconds * 1000, text }
}
