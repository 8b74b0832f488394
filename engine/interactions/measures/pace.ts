import type { SpokenSegment } from './spoken-segments.ts'

export type SegmentPace = { segmentIndex: number; wordsPerMinute: number }

const shortestPacedMs = 1000
const fewestPacedWords = 3

/** Words per minute of a segment; null where it is too short to have a pace (under 1 s or three words). */
export function segmentPace(segment: SpokenSegment): number | null {
  const durationMs = segment.endMs - segment.startMs
  if (durationMs < shortestPacedMs || segment.words < fewestPacedWords) return null
  return (segment.words / durationMs) * 60_000
}

/** Words per minute of everything a speaker says, over the time spent saying it; null without speech. */
export function speakerPace(spoken: readonly SpokenSegment[], speaker: string): number | null {
  let words = 0
  let durationMs = 0
  for (const segment of spoken)
    if (segment.speaker === speaker) {
      words += segment.words
      durationMs += segment.endMs - segment.startMs
    }
  return durationMs === 0 || words === 0 ? null : (words / durationMs) * 60_000
}

/**
 * How long the speaker lets pass before answering: the median over turns that follow another speaker's, 0 where they begin
 * before the other has ended. Listeners' signs are no answers. Null where the speaker answers nobody.
 */
export function responseLatencyMs(spoken: readonly SpokenSegment[], speaker: string): number | null {
  const latencies: number[] = []
  let before: SpokenSegment | undefined
  for (const segment of spoken) {
    if (segment.isBackchannel) continue
    if (before !== undefined && before.speaker !== speaker && segment.speaker === speaker)
      latencies.push(Math.max(0, segment.startMs - before.endMs))
    before = segment
  }
  return median(latencies)
}

function median(values: number[]): number | null {
  if (values.length === 0) return null
  const sorted = values.sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
