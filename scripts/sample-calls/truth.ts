import { bridgeGaps, joinSpans } from '../../engine/interactions/measures/index.ts'
import type { TimeSpan } from '../../engine/interactions/measures/index.ts'
import type { Performance } from './perform.ts'

const SILENCE_MS = 3000

/** Stretches over three seconds in which nothing is heard, and stretches in which both speak. */
export function silencesAndOverlaps({ turns, holds, ringTones }: Performance): {
  silences: TimeSpan[]
  overlaps: TimeSpan[]
} {
  const heard = joinSpans([...turns, ...holds, ...ringTones])
  const stretches = bridgeGaps(heard, SILENCE_MS)
  const overlaps = turns.flatMap((turn, at) =>
    turns
      .slice(at + 1)
      .filter((other) => other.speaker !== turn.speaker && other.startMs < turn.endMs)
      .map((other) => ({ startMs: other.startMs, endMs: Math.min(turn.endMs, other.endMs) })),
  )
  return {
    silences: stretches.slice(1).map(({ startMs }, at) => ({ startMs: stretches[at].endMs, endMs: startMs })),
    overlaps: joinSpans(overlaps),
  }
}
