import type { ConversationSegment } from '../../language/index.ts'
import type { EvidenceSpan } from './rule-answer.ts'
import type { Turn } from './turns.ts'

/** The words `first` to `last` of a turn, one span per segment they stand in. */
export function evidenceOf(
  segments: readonly ConversationSegment[],
  turn: Pick<Turn, 'tokens'>,
  first: number,
  last: number,
): EvidenceSpan[] {
  const spans: { segmentIndex: number; start: number; end: number }[] = []
  for (const token of turn.tokens.slice(first, last + 1)) {
    const span = spans.at(-1)
    if (span !== undefined && span.segmentIndex === token.segmentIndex) span.end = token.end
    else spans.push({ segmentIndex: token.segmentIndex, start: token.start, end: token.end })
  }
  return spans.map((span) => spanEvidence(segments, span.segmentIndex, span.start, span.end))
}

/** A whole segment: where something was expected and not said. */
export function segmentEvidence(segments: readonly ConversationSegment[], index: number): EvidenceSpan {
  return spanEvidence(segments, index, 0, segments[index]!.text.length)
}

/** A stretch of one segment, `end` exclusive. */
export function spanEvidence(
  segments: readonly ConversationSegment[],
  segmentIndex: number,
  start: number,
  end: number,
): EvidenceSpan {
  const segment = segments[segmentIndex]!
  return { segmentIndex, start, end, ...timesOf(segment, start, end), quote: segment.text.slice(start, end) }
}

/** Word times where every word is found again in the text in its order, else the segment's. */
function timesOf(
  segment: ConversationSegment,
  start: number,
  end: number,
): { startMs: number | null; endMs: number | null } {
  let startMs = segment.startMs
  let endMs = segment.endMs
  let at = 0
  let isInside = false
  for (const word of segment.words ?? []) {
    const found = segment.text.indexOf(word.text, at)
    if (found < 0) return { startMs: segment.startMs, endMs: segment.endMs }
    at = found + word.text.length
    if (at <= start) continue
    if (found >= end) break
    if (!isInside) startMs = word.startMs
    isInside = true
    endMs = word.endMs
  }
  return { startMs, endMs }
}
