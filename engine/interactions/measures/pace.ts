import type { SpokenTurn } from './spoken-segments.ts'

export type SegmentPace = { segmentIndex: number; wordsPerMinute: number }

/** Words of a segment and the time in which its speaker is speaking there. */
export type PacedSegment = { index: number; speaker: string; words: number; speechMs: number }

const shortestPacedMs = 1000
const fewestPacedWords = 3

/** Words per minute of each segment that is long enough to have a pace (1 s, three words). */
export function segmentPaces(segments: readonly PacedSegment[]): SegmentPace[] {
  return segments
    .filter(({ words, speechMs }) => speechMs >= shortestPacedMs && words >= fewestPacedWords)
    .map(({ index, words, speechMs }) => ({
      segmentIndex: index,
      wordsPerMinute: (words / speechMs) * 60_000,
    }))
}

/** Words per minute of everything a speaker says, over the time spent saying it; null without speech. */
export function speakerPace(segments: readonly PacedSegment[], speaker: string): number | null {
  let words = 0
  let durationMs = 0
  for (const segment of segments)
    if (segment.speaker === speaker && segment.speechMs > 0) {
      words += segment.words
      durationMs += segment.speechMs
    }
  return durationMs === 0 || words === 0 ? null : (words / durationMs) * 60_000
}

/**
 * How long the speaker lets pass before answering: the median over turns that follow another speaker's, 0 where they begin
 * before the other has ended. Listeners' signs are no answers. Null where the speaker answers nobody.
 */
export function responseLatencyMs(turns: readonly SpokenTurn[], speaker: string): number | null {
  const latencies: number[] = []
  let before: SpokenTurn | undefined
  for (const turn of turns) {
    if (turn.isBackchannel) continue
    if (before !== undefined && before.speaker !== speaker && turn.speaker === speaker)
      latencies.push(Math.max(0, turn.startMs - before.endMs))
    before = turn
  }
  return median(latencies)
}

function median(values: number[]): number | null {
  if (values.length === 0) return null
  const sorted = values.sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
