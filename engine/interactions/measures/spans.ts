/** A stretch of a conversation in milliseconds from its start, end exclusive. */
export type TimeSpan = { startMs: number; endMs: number }

/** Spans joined where they touch or overlap, in order. */
export function joinSpans(spans: readonly TimeSpan[]): TimeSpan[] {
  const joined: TimeSpan[] = []
  for (const span of [...spans].sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs)) {
    const last = joined.at(-1)
    if (last !== undefined && span.startMs <= last.endMs) last.endMs = Math.max(last.endMs, span.endMs)
    else joined.push({ startMs: span.startMs, endMs: span.endMs })
  }
  return joined
}

/** What two lists of joined spans have in common, in order. */
export function commonSpans(one: readonly TimeSpan[], other: readonly TimeSpan[]): TimeSpan[] {
  const common: TimeSpan[] = []
  let at = 0
  let place = 0
  while (at < one.length && place < other.length) {
    const a = one[at]!
    const b = other[place]!
    const startMs = Math.max(a.startMs, b.startMs)
    const endMs = Math.min(a.endMs, b.endMs)
    if (startMs < endMs) common.push({ startMs, endMs })
    if (a.endMs < b.endMs) at++
    else place++
  }
  return common
}

/** The gaps between joined spans. */
export function gapsBetween(spans: readonly TimeSpan[]): TimeSpan[] {
  return spans.slice(1).map((span, at) => ({ startMs: spans[at]!.endMs, endMs: span.startMs }))
}

/** Sum of lengths. */
export function totalMs(spans: readonly TimeSpan[]): number {
  return spans.reduce((sum, span) => sum + span.endMs - span.startMs, 0)
}
