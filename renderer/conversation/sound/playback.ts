import type { Conversation } from '../../../shared/contract/conversations.ts'

type Segment = Conversation['segments'][number]
type Word = NonNullable<Segment['words']>[number]

/** Turns that have times, in the order they begin: what finding a position needs. */
export function timedSegments(segments: readonly Segment[]): (Segment & { startMs: number })[] {
  return segments
    .filter((segment): segment is Segment & { startMs: number } => segment.startMs !== null)
    .toSorted((a, b) => a.startMs - b.startMs)
}

/** Where in a list ordered by `startMs` the last one begins at or before a time; -1 before the first. */
function lastBegun(items: readonly { startMs: number }[], ms: number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (items[middle]!.startMs <= ms) low = middle + 1
    else high = middle
  }
  return low - 1
}

/**
 * The turn being spoken at a time: of those that sound, the one that began last; in a pause, the last one that ended. Null before the
 * first. `timed` as `timedSegments` gives it.
 */
export function segmentAt(timed: readonly (Segment & { startMs: number })[], ms: number): number | null {
  const last = lastBegun(timed, ms)
  if (last < 0) return null
  // Somebody who only puts a word in does not take the turn from the one who goes on speaking.
  for (let place = last; place >= Math.max(0, last - 4); place--) {
    const { endMs } = timed[place]!
    if (endMs !== null && ms < endMs) return timed[place]!.index
  }
  return timed[last]!.index
}

/** The place of the word being spoken in a turn; between two words the one before. Null before the first. */
export function wordAt(words: readonly Word[] | null, ms: number): number | null {
  if (words === null) return null
  const place = lastBegun(words, ms)
  return place < 0 ? null : place
}

/** The word that a character of the text belongs to, or the next one after it. */
export function wordAtCharacter(words: readonly Word[] | null, character: number): Word | null {
  return words?.find(({ endChar }) => character < endChar) ?? null
}

/** Where the turn after, or before, a position begins. Going back within the first second and a half of a turn skips it. */
export function turnStart(
  timed: readonly { startMs: number }[],
  ms: number,
  direction: 1 | -1,
): number | null {
  if (direction === 1) return timed.find(({ startMs }) => startMs > ms + 1)?.startMs ?? null
  return timed.findLast(({ startMs }) => startMs < ms - 1500)?.startMs ?? 0
}
