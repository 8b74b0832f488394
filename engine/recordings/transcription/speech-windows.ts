import type { TimeSpan } from '../../interactions/measures/index.ts'

/** Whisper works on 30 s at a time; what is longer is cut by itself, with nothing gained. */
const LONGEST_MS = 28_000
/** Speech this close belongs into one piece: the recogniser needs what goes before. */
const JOINED_MS = 1500
/** Soft beginnings and ends are quieter than the detector hears. */
const PADDING_MS = 200
/** Shorter sounds are coughs and clicks. */
const SHORTEST_MS = 120

/**
 * The pieces of a channel worth recognising: its speech, joined over short pauses, padded, at most 28 s each, in order. Silence is never
 * among them, since recognisers invent text over it.
 */
export function speechWindows(speech: readonly TimeSpan[]): TimeSpan[] {
  const windows: TimeSpan[] = []
  for (const span of speech) {
    if (span.endMs - span.startMs < SHORTEST_MS) continue
    const padded = { startMs: Math.max(0, span.startMs - PADDING_MS), endMs: span.endMs + PADDING_MS }
    const last = windows.at(-1)
    if (last && padded.startMs <= last.endMs + JOINED_MS && padded.endMs - last.startMs <= LONGEST_MS) {
      last.endMs = Math.max(last.endMs, padded.endMs)
      continue
    }
    if (last) padded.startMs = Math.max(padded.startMs, last.endMs)
    for (let startMs = padded.startMs; startMs < padded.endMs; startMs += LONGEST_MS)
      windows.push({ startMs, endMs: Math.min(padded.endMs, startMs + LONGEST_MS) })
  }
  return windows
}
