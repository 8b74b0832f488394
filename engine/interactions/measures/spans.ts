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

/** The gaps between joined spans. */
export function gapsBetween(spans: readonly TimeSpan[]): TimeSpan[] {
  return spans.slice(1).map((span, at) => ({ startMs: spans[at]!.endMs, endMs: span.startMs }))
}

/** Sum of lengths. */
export function totalMs(spans: readonly TimeSpan[]): number {
  return spans.reduce((sum, span) => sum + span.endMs - span.startMs, 0)
}
