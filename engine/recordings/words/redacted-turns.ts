import { redactionLabels, redactSegments, type RedactionSpan } from '../../language/index.ts'
import { joinSpans, type TimeSpan } from '../../interactions/measures/index.ts'
import type { TranscribedSegment, TranscribedWord } from '../transcription/index.ts'

/** A word of a stored turn: characters in the redacted text, milliseconds in the recording. */
export type PlacedWord = [
  startChar: number,
  endChar: number,
  startMs: number,
  endMs: number,
  probability: number | null,
]

/** A turn as it may be stored. */
export interface RedactedTurn {
  channel: number
  startMs: number
  endMs: number
  text: string
  probability: number | null
  /** Null where the words' places could not be told for sure. */
  words: PlacedWord[] | null
}

/** Recognisers place a word up to a tenth of a second beside its sound: that much around a redacted one is silent, too. */
const MARGIN_MS = 120

/**
 * Redacts what was recognised, as one conversation, before any of it is stored, and says which stretches of the sound hold what was
 * redacted. Where a redacted word's time is not known its whole turn is silent. What was `leftOut` as not believed is stored nowhere, but
 * where it would be redacted nobody hears it: a number recognised badly is still said.
 */
export function redactTurns(
  kept: readonly TranscribedSegment[],
  leftOut: readonly TranscribedSegment[] = [],
): {
  turns: RedactedTurn[]
  silenced: TimeSpan[]
} {
  const isLeftOut = new Set(leftOut)
  const segments = [...kept, ...leftOut].toSorted((a, b) => a.startMs - b.startMs)
  const redacted = redactSegments(
    segments.map(({ channel, text }) => ({ speaker: String(channel), text: text.trim() })),
  )
  const silenced: TimeSpan[] = []
  const all = segments.map((segment, at): RedactedTurn => {
    const original = segment.text.trim()
    const { text, spans } = redacted[at]!
    const found = locateWords(original, segment.words)
    const isMappable = found !== null && replaced(original, spans) === text
    if (spans.length > 0) {
      const spoken = isMappable ? spans.map((span) => timesOf(span, found)) : [null]
      for (const time of spoken) silenced.push(widened(time ?? segment))
    }
    return {
      channel: segment.channel,
      startMs: Math.round(segment.startMs),
      endMs: Math.round(segment.endMs),
      text,
      probability: segment.probability,
      words: isMappable ? placeWords(found, spans) : null,
    }
  })
  const turns = all.filter((_, at) => !isLeftOut.has(segments[at]!))
  return { turns, silenced: joinSpans(silenced) }
}

interface LocatedWord {
  start: number
  end: number
  word: TranscribedWord
}

/** Where each word stands in the text; null where one of them is not found in its place. */
function locateWords(text: string, words: readonly TranscribedWord[]): LocatedWord[] | null {
  if (words.length === 0) return null
  const located: LocatedWord[] = []
  let from = 0
  for (const word of words) {
    const spelled = word.text.trim()
    if (spelled === '') continue
    const start = text.indexOf(spelled, from)
    if (start < 0) return null
    from = start + spelled.length
    located.push({ start, end: from, word })
  }
  return located
}

function replaced(text: string, spans: readonly RedactionSpan[]): string {
  let result = ''
  let from = 0
  for (const span of spans) {
    result += text.slice(from, span.start) + redactionLabels[span.kind]
    from = span.end
  }
  return result + text.slice(from)
}

/** From the first word that touches the span to the last; null where none does. */
function timesOf(span: RedactionSpan, words: readonly LocatedWord[]): TimeSpan | null {
  const touching = words.filter((word) => word.start < span.end && span.start < word.end)
  const [first, last] = [touching[0], touching.at(-1)]
  return first && last ? { startMs: first.word.startMs, endMs: last.word.endMs } : null
}

/** The words that are left, where they stand once labels took the place of what was redacted. */
function placeWords(words: readonly LocatedWord[], spans: readonly RedactionSpan[]): PlacedWord[] {
  return words.flatMap(({ start, end, word }): PlacedWord[] => {
    if (spans.some((span) => start < span.end && span.start < end)) return []
    const shift = spans
      .filter((span) => span.end <= start)
      .reduce((sum, span) => sum + redactionLabels[span.kind].length - (span.end - span.start), 0)
    return [
      [
        start + shift,
        end + shift,
        Math.round(word.startMs),
        Math.round(word.endMs),
        word.probability === null ? null : Math.round(word.probability * 1000) / 1000,
      ],
    ]
  })
}

function widened({ startMs, endMs }: TimeSpan): TimeSpan {
  return { startMs: Math.max(0, Math.round(startMs) - MARGIN_MS), endMs: Math.round(endMs) + MARGIN_MS }
}
