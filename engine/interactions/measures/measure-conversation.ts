import type { ConversationSegment } from '../../language/index.ts'
import { interruptions, longestMonologue, overlaps, speechBySpeaker } from './floor.ts'
import type { Interruption } from './floor.ts'
import { statedHolds } from './holds.ts'
import type { Hold } from './holds.ts'
import { responseLatencyMs, segmentPace, speakerPace } from './pace.ts'
import type { SegmentPace } from './pace.ts'
import { gapsBetween, joinSpans, totalMs } from './spans.ts'
import type { TimeSpan } from './spans.ts'
import { spokenSegments } from './spoken-segments.ts'
import { usualThresholds } from './thresholds.ts'
import type { MeasureThresholds } from './thresholds.ts'

export type SpeakerMeasures = {
  speaker: string
  talkMs: number
  /** Share of all speakers' talk time, 0..1. */
  talkShare: number
  wordsPerMinute: number | null
  responseLatencyMs: number | null
}

/** What a conversation's timing shows; null where it is undefined, never 0. */
export type ConversationMeasures = {
  basis: 'text-timing'
  /** From the first word to the last. */
  durationMs: number | null
  speakers: SpeakerMeasures[]
  /** The agent's share of agent and customer talk time. */
  agentTalkShare: number | null
  longestMonologue: (TimeSpan & { speaker: string }) | null
  longestMonologueMs: number | null
  /** Stretches of over 3 s in which nobody speaks, stated holds apart, and their share of the duration. */
  silences: TimeSpan[]
  silenceShare: number | null
  longestSilence: TimeSpan | null
  /** Stretches of over 1 s in which two speak at once. */
  overtalks: TimeSpan[]
  overtalkShare: number | null
  overtalksPerMinute: number | null
  interruptions: Interruption[]
  interruptionsPerMinute: number | null
  /** Of those, the agent's: what can be coached. */
  agentInterruptionsPerMinute: number | null
  holds: Hold[]
  holdMs: number | null
  pace: SegmentPace[]
}

/**
 * Conversation measures from transcript timing (methods.md 6; field defaults: silence over 3 s, overlap over 1 s). Segments
 * without times, without words or not understood are left out; with fewer than one timed segment everything is null.
 */
export function measureConversation(
  segments: readonly ConversationSegment[],
  thresholds: MeasureThresholds = usualThresholds,
): ConversationMeasures {
  const spoken = spokenSegments(segments)
  const speech = joinSpans(spoken)
  const durationMs = speech.length === 0 ? null : speech.at(-1)!.endMs - speech[0]!.startMs
  const bySpeaker = speechBySpeaker(spoken)
  const hasTwo = bySpeaker.size >= 2
  const holds = statedHolds(segments, spoken, thresholds.holdMs)
  const silences = gapsBetween(speech).filter(
    (gap) =>
      gap.endMs - gap.startMs > thresholds.silenceMs &&
      !holds.some((hold) => hold.startMs < gap.endMs && gap.startMs < hold.endMs),
  )
  const overtalks = overlaps(bySpeaker).filter((span) => span.endMs - span.startMs > thresholds.overtalkMs)
  const interrupted = interruptions(spoken, thresholds)
  const monologue = longestMonologue(spoken, thresholds.silenceMs)
  const perMinute = (count: number) =>
    durationMs === null || !hasTwo || durationMs === 0 ? null : (count / durationMs) * 60_000
  const share = (ms: number) => (durationMs === null || durationMs === 0 ? null : ms / durationMs)
  return {
    basis: 'text-timing',
    durationMs,
    speakers: speakerMeasures(bySpeaker, spoken),
    agentTalkShare: agentShare(bySpeaker),
    longestMonologue: monologue,
    longestMonologueMs: monologue === null ? null : monologue.endMs - monologue.startMs,
    silences,
    silenceShare: share(totalMs(silences)),
    longestSilence: longest(silences),
    overtalks,
    overtalkShare: hasTwo ? share(totalMs(overtalks)) : null,
    overtalksPerMinute: perMinute(overtalks.length),
    interruptions: interrupted,
    interruptionsPerMinute: perMinute(interrupted.length),
    agentInterruptionsPerMinute: bySpeaker.has('agent')
      ? perMinute(interrupted.filter((interruption) => interruption.by === 'agent').length)
      : null,
    holds,
    holdMs: durationMs === null ? null : totalMs(holds),
    pace: spoken.flatMap((segment) => {
      const wordsPerMinute = segmentPace(segment)
      return wordsPerMinute === null ? [] : [{ segmentIndex: segment.index, wordsPerMinute }]
    }),
  }
}

function speakerMeasures(
  bySpeaker: ReadonlyMap<string, readonly TimeSpan[]>,
  spoken: ReturnType<typeof spokenSegments>,
): SpeakerMeasures[] {
  const allMs = [...bySpeaker.values()].reduce((sum, spans) => sum + totalMs(spans), 0)
  return [...bySpeaker].map(([speaker, spans]) => ({
    speaker,
    talkMs: totalMs(spans),
    talkShare: totalMs(spans) / allMs,
    wordsPerMinute: speakerPace(spoken, speaker),
    responseLatencyMs: responseLatencyMs(spoken, speaker),
  }))
}

function agentShare(bySpeaker: ReadonlyMap<string, readonly TimeSpan[]>): number | null {
  const agent = bySpeaker.get('agent')
  const customer = bySpeaker.get('customer')
  if (agent === undefined || customer === undefined) return null
  return totalMs(agent) / (totalMs(agent) + totalMs(customer))
}

function longest(spans: readonly TimeSpan[]): TimeSpan | null {
  return spans.reduce<TimeSpan | null>(
    (most, span) => (most === null || span.endMs - span.startMs > most.endMs - most.startMs ? span : most),
    null,
  )
}
