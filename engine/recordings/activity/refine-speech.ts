import { bridgeGaps, joinSpans, type TimeSpan } from '../../interactions/measures/index.ts'
import type { ActivitySpan, Heard } from './types.ts'

/** Soft beginnings and ends may lie this far beyond what is heard by loudness. */
const MARGIN_MS = 300
/** Never more of a channel in memory. */
const LONGEST_MS = 60_000
/** Pauses within speech, as `speechRuns` bridges them. */
const BRIDGED_MS = 250

/**
 * Where a voice-activity model is to look for speech on each channel: at what sounds like it by loudness, and a little around. Music and
 * tones, silence, and what leaks from the other channel are decided already.
 */
export function windowsToRefine({ channels, durationMs }: Heard): TimeSpan[][] {
  return channels.map(({ spans }) =>
    joinSpans(
      spans
        .filter(({ kind }) => kind === 'speech')
        .map(({ startMs, endMs }) => ({
          startMs: Math.max(0, startMs - MARGIN_MS),
          endMs: Math.min(durationMs, endMs + MARGIN_MS),
        })),
    ).flatMap(inPieces),
  )
}

function inPieces({ startMs, endMs }: TimeSpan): TimeSpan[] {
  const pieces = Math.max(1, Math.ceil((endMs - startMs) / LONGEST_MS))
  const each = (endMs - startMs) / pieces
  return Array.from({ length: pieces }, (_, at) => ({
    startMs: startMs + at * each,
    endMs: startMs + (at + 1) * each,
  }))
}

/** What was heard with the speech a model found in place of that found by loudness; music and tones stay, and win where the two meet. */
export function withSpeech(heard: Heard, speech: readonly (readonly TimeSpan[])[]): Heard {
  return {
    ...heard,
    channels: heard.channels.map((channel, at) => {
      const others = channel.spans.filter(({ kind }) => kind !== 'speech')
      const spoken = without(bridgeGaps(joinSpans(speech[at] ?? []), BRIDGED_MS), others).map(
        (span): ActivitySpan => ({
          kind: 'speech',
          ...span,
        }),
      )
      return {
        ...channel,
        spans: [...others, ...spoken].toSorted((a, b) => a.startMs - b.startMs),
        speechMs: spoken.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0),
      }
    }),
  }
}

function without(spans: readonly TimeSpan[], others: readonly TimeSpan[]): TimeSpan[] {
  return others.reduce(
    (left, other) =>
      left.flatMap((span) =>
        [
          { startMs: span.startMs, endMs: Math.min(span.endMs, other.startMs) },
          { startMs: Math.max(span.startMs, other.endMs), endMs: span.endMs },
        ].filter(({ startMs, endMs }) => endMs > startMs),
      ),
    [...spans],
  )
}
