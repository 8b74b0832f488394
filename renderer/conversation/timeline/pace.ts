import type { Conversation } from '../../../shared/contract/conversations.ts'

type Segment = Conversation['segments'][number]

/** The pace the strip's full height stands for. */
export const fullPace = 240

/** Words per minute of a turn; null where it is too short to say (under two seconds or five words) or has no times. */
export function wordsPerMinute(segment: Pick<Segment, 'text' | 'startMs' | 'endMs'>): number | null {
  if (segment.startMs === null || segment.endMs === null) return null
  const minutes = (segment.endMs - segment.startMs) / 60_000
  const words = segment.text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  return minutes < 2 / 60 || words < 5 ? null : words / minutes
}
