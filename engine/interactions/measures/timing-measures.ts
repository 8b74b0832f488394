import { interruptions, longestMonologue, overlaps } from './floor.ts'
import type { Interruption } from './floor.ts'
import type { Hold } from './holds.ts'
import { responseLatencyMs } from './pace.ts'
import type { SegmentPace } from './pace.ts'
import { gapsBetween, totalMs } from './spans.ts'
import type { TimeSpan } from './spans.ts'
import type { SpokenTurn } from './spoken-segments.ts'
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
  basis: 'text-timing' | 'channel-activity'
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

/** What measures are made of, wherever it comes from. */
export type ConversationTiming = {
  basis: ConversationMeasures['basis']
  /** All speech, of whomever, joined. */
  speech: readonly TimeSpan[]
  /** Joined speech of each known speaker. */
  bySpeaker: ReadonlyMap<string, readonly TimeSpan[]>
  /** In order of time. */
  turns: readonly SpokenTurn[]
  /** Which of the silences were holds. */
  holds: readonly Hold[]
  wordsPerMinute: (speaker: string) => number | null
  pace: SegmentPace[]
}

/** Conversation measures (methods.md 6; field defaults: silence over 3 s, overlap over 1 s). Without speech everything is null. */
export function timingMeasures(
  timing: ConversationTiming,
  thresholds: MeasureThresholds,
): ConversationMeasures {
  const { speech, bySpeaker, turns, holds } = timing
  const durationMs = speech.length === 0 ? null : speech.at(-1)!.endMs - speech[0]!.startMs
  const hasTwo = bySpeaker.size >= 2
  const silences = gapsBetween(speech).filter(
    (gap) =>
      gap.endMs - gap.startMs > thresholds.silenceMs &&
      !holds.some((hold) => hold.startMs < gap.endMs && gap.startMs < hold.endMs),
  )
  const overtalks = overlaps(bySpeaker).filter((span) => span.endMs - span.startMs > thresholds.overtalkMs)
  const interrupted = interruptions(turns, thresholds)
  const monologue = longestMonologue(turns, thresholds.silenceMs)
  const perMinute = (count: number) =>
    durationMs === null || !hasTwo || durationMs === 0 ? null : (count / durationMs) * 60_000
  const share = (ms: number) => (durationMs === null || durationMs === 0 ? null : ms / durationMs)
  const allMs = [...bySpeaker.values()].reduce((sum, spans) => sum + totalMs(spans), 0)
  return {
    basis: timing.basis,
    durationMs,
    speakers: [...bySpeaker].map(([speaker, spans]) => ({
      speaker,
      talkMs: totalMs(spans),
      talkShare: totalMs(spans) / allMs,
      wordsPerMinute: timing.wordsPerMinute(speaker),
      responseLatencyMs: responseLatencyMs(turns, speaker),
    })),
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
    holds: [...holds],
    holdMs: durationMs === null ? null : totalMs(holds),
    pace: timing.pace,
  }
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
