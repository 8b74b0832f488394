/** A stretch of a turn's text that something points at. Characters, end exclusive. */
export interface TextSpan {
  id: string
  start: number
  end: number
}

/** A piece of a turn's text: plain words or a redaction token, and the ids of the spans that cover it. */
export interface TextPiece {
  text: string
  /** Its first character's place in the turn's text. */
  start: number
  isRedaction: boolean
  spanIds: string[]
}

/** What redaction leaves in place of what it took out. Notes of speech recognition such as `[laughter]` are not redactions and stay text. */
const redactionToken =
  /\[(?:card number|card code|expiry date|social security number|bank account|pin|e-mail|phone number)\]/g

/** Cuts a turn's text at the ends of redaction tokens and of the spans (clamped to the text), in reading order. */
export function textPieces(text: string, spans: readonly TextSpan[]): TextPiece[] {
  const clamped = spans
    .map((span) => ({ ...span, start: Math.max(0, span.start), end: Math.min(text.length, span.end) }))
    .filter((span) => span.end > span.start)
  const tokens = [...text.matchAll(redactionToken)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const cuts = new Set([0, text.length])
  for (const token of tokens) {
    cuts.add(token.start)
    cuts.add(token.end)
  }
  for (const span of clamped) {
    // A span that ends inside a token is drawn to the token's edge: half a chip says nothing.
    if (!tokens.some((token) => span.start > token.start && span.start < token.end)) cuts.add(span.start)
    if (!tokens.some((token) => span.end > token.start && span.end < token.end)) cuts.add(span.end)
  }
  const ordered = [...cuts].toSorted((a, b) => a - b)
  const pieces: TextPiece[] = []
  for (const [index, start] of ordered.entries()) {
    const end = ordered[index + 1]
    if (end === undefined) break
    pieces.push({
      text: text.slice(start, end),
      start,
      isRedaction: tokens.some((token) => token.start <= start && token.end >= end),
      spanIds: clamped.filter((span) => span.start < end && span.end > start).map((span) => span.id),
    })
  }
  return pieces
}

/** Spans of one group that overlap or touch as one span, under the id of the first: one mark without seams. */
export function joinedSpans(spans: readonly (TextSpan & { group: string })[]): TextSpan[] {
  const joined: (TextSpan & { group: string })[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const before = joined.find((other) => other.group === span.group && other.end >= span.start)
    if (before) before.end = Math.max(before.end, span.end)
    else joined.push({ ...span })
  }
  return joined
}

/** A redaction token without its brackets, as it is shown on a chip. */
export function redactionLabel(token: string): string {
  return token.slice(1, -1)
}
