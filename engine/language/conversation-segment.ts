/** One thing said or written, as every reading of a conversation takes it. */
export type ConversationSegment = {
  /** `agent`, `customer`, `unknown`, or another participant's name. */
  speaker: string
  /** Milliseconds from the start of the conversation; null where the source has no times (chats). */
  startMs: number | null
  endMs: number | null
  text: string
  /** Single words with times, where the source has them. */
  words?: readonly { text: string; startMs: number; endMs: number; probability?: number }[]
  /** Mean probability that recognition gave its words, 0..1. */
  probability?: number | null
}

/** Below this mean probability a segment is neither sentiment nor evidence: recognition invents text over noise. */
const leastProbability = 0.4

/** Whether a segment was understood well enough to be read at all. */
export function isUnderstood(segment: ConversationSegment): boolean {
  return typeof segment.probability !== 'number' || segment.probability >= leastProbability
}
