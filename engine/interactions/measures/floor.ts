import { joinSpans } from './spans.ts'
import type { TimeSpan } from './spans.ts'
import type { SpokenSegment } from './spoken-segments.ts'
import type { MeasureThresholds } from './thresholds.ts'

export type Interruption = TimeSpan & { by: string; interrupted: string; segmentIndex: number }

/** What each speaker says, as joined spans. */
export function speechBySpeaker(spoken: readonly SpokenSegment[]): Map<string, TimeSpan[]> {
  const speakers = new Map<string, TimeSpan[]>()
  for (const segment of spoken) {
    const spans = speakers.get(segment.speaker) ?? []
    spans.push(segment)
    speakers.set(segment.speaker, spans)
  }
  return new Map([...speakers].map(([speaker, spans]) => [speaker, joinSpans(spans)]))
}

/** Where two or more speak at once, in order. */
export function overlaps(bySpeaker: ReadonlyMap<string, readonly TimeSpan[]>): TimeSpan[] {
  const changes = [...bySpeaker.values()]
    .flat()
    .flatMap(({ startMs, endMs }) => [
      { atMs: startMs, change: 1 },
      { atMs: endMs, change: -1 },
    ])
    .sort((a, b) => a.atMs - b.atMs || a.change - b.change)
  const found: TimeSpan[] = []
  let speaking = 0
  let sinceMs = 0
  for (const { atMs, change } of changes) {
    if (speaking >= 2 && speaking + change < 2 && atMs > sinceMs)
      found.push({ startMs: sinceMs, endMs: atMs })
    if (speaking < 2 && speaking + change >= 2) sinceMs = atMs
    speaking += change
  }
  return joinSpans(found)
}

/**
 * Turns that begin while another speaker has spoken for a while, overlap long enough, and go on when the other has stopped.
 * Listeners' signs ("mm-hm") neither interrupt nor can be interrupted. The span is the time both speak.
 */
export function interruptions(
  spoken: readonly SpokenSegment[],
  thresholds: MeasureThresholds,
): Interruption[] {
  const found: Interruption[] = []
  const floors = new Map<string, SpokenSegment>()
  for (const segment of spoken) {
    for (const [speaker, floor] of floors) {
      if (speaker === segment.speaker || segment.isBackchannel || floor.isBackchannel) continue
      const overlapMs = Math.min(floor.endMs, segment.endMs) - segment.startMs
      const isDeep = segment.startMs - floor.startMs >= thresholds.interruptedAfterMs
      const takesFloor = segment.endMs > floor.endMs
      if (!isDeep || !takesFloor || overlapMs < thresholds.interruptionOverlapMs) continue
      found.push({
        by: segment.speaker,
        interrupted: speaker,
        segmentIndex: segment.index,
        startMs: segment.startMs,
        endMs: floor.endMs,
      })
      break
    }
    const before = floors.get(segment.speaker)
    if (before === undefined || segment.endMs > before.endMs) floors.set(segment.speaker, segment)
  }
  return found
}

/** The longest stretch one speaker holds the floor: nobody else says more than a listener's sign, no silence breaks it. */
export function longestMonologue(
  spoken: readonly SpokenSegment[],
  silenceMs: number,
): (TimeSpan & { speaker: string }) | null {
  const stretches: (TimeSpan & { speaker: string })[] = []
  for (const segment of spoken) {
    const current = stretches.at(-1)
    const isClose = current !== undefined && segment.startMs - current.endMs <= silenceMs
    const isOwn = current !== undefined && current.speaker === segment.speaker
    if (isClose && !isOwn && segment.isBackchannel) continue
    if (isClose && isOwn) current.endMs = Math.max(current.endMs, segment.endMs)
    else stretches.push({ speaker: segment.speaker, startMs: segment.startMs, endMs: segment.endMs })
  }
  return stretches.reduce<(TimeSpan & { speaker: string }) | null>(
    (most, one) => (most === null || one.endMs - one.startMs > most.endMs - most.startMs ? one : most),
    null,
  )
}
