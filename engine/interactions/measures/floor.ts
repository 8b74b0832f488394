import { joinSpans } from './spans.ts'
import type { TimeSpan } from './spans.ts'
import type { SpokenSegment, SpokenTurn } from './spoken-segments.ts'
import type { MeasureThresholds } from './thresholds.ts'

export type Interruption = TimeSpan & {
  by: string
  interrupted: string
  /** The interrupter's segment; null where no text belongs to the turn. */
  segmentIndex: number | null
}

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
export function interruptions(turns: readonly SpokenTurn[], thresholds: MeasureThresholds): Interruption[] {
  const found: Interruption[] = []
  const floors = new Map<string, SpokenTurn>()
  for (const turn of turns) {
    for (const [speaker, floor] of floors) {
      if (speaker === turn.speaker || turn.isBackchannel || floor.isBackchannel) continue
      const overlapMs = Math.min(floor.endMs, turn.endMs) - turn.startMs
      const isDeep = turn.startMs - floor.startMs >= thresholds.interruptedAfterMs
      const takesFloor = turn.endMs > floor.endMs
      if (!isDeep || !takesFloor || overlapMs < thresholds.interruptionOverlapMs) continue
      found.push({
        by: turn.speaker,
        interrupted: speaker,
        segmentIndex: turn.index,
        startMs: turn.startMs,
        endMs: floor.endMs,
      })
      break
    }
    const before = floors.get(turn.speaker)
    if (before === undefined || turn.endMs > before.endMs) floors.set(turn.speaker, turn)
  }
  return found
}

/** The longest stretch one speaker holds the floor: nobody else says more than a listener's sign, no silence breaks it. */
export function longestMonologue(
  turns: readonly SpokenTurn[],
  silenceMs: number,
): (TimeSpan & { speaker: string }) | null {
  const stretches: (TimeSpan & { speaker: string })[] = []
  for (const turn of turns) {
    const current = stretches.at(-1)
    const isClose = current !== undefined && turn.startMs - current.endMs <= silenceMs
    const isOwn = current !== undefined && current.speaker === turn.speaker
    if (isClose && !isOwn && turn.isBackchannel) continue
    if (isClose && isOwn) current.endMs = Math.max(current.endMs, turn.endMs)
    else stretches.push({ speaker: turn.speaker, startMs: turn.startMs, endMs: turn.endMs })
  }
  return stretches.reduce<(TimeSpan & { speaker: string }) | null>(
    (most, one) => (most === null || one.endMs - one.startMs > most.endMs - most.startMs ? one : most),
    null,
  )
}
