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

/** Spans joined where no more than `gapMs` lies between them; for spans in order that do not overlap. */
export function bridgeGaps(spans: readonly TimeSpan[], gapMs: number): TimeSpan[] {
  const bridged: TimeSpan[] = []
  for (const { startMs, endMs } of spans) {
    const last = bridged.at(-1)
    if (last !== undefined && startMs - last.endMs <= gapMs) last.endMs = endMs
    else bridged.push({ startMs, endMs })
  }
  return bridged
}

/** How much of a span lies in the given spans, which are in order and do not overlap. */
export function sharedMs(span: TimeSpan, spans: readonly TimeSpan[]): number {
  let sum = 0
  for (let at = firstEndingAfter(spans, span.startMs); at < spans.length; at++) {
    const { startMs, endMs } = spans[at]!
    if (startMs >= span.endMs) break
    sum += Math.min(endMs, span.endMs) - Math.max(startMs, span.startMs)
  }
  return sum
}

function firstEndingAfter(spans: readonly TimeSpan[], timeMs: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.endMs > timeMs) high = middle
    else low = middle + 1
  }
  return low
}

/** The gaps between joined spans. */
export function gapsBetween(spans: readonly TimeSpan[]): TimeSpan[] {
  return spans.slice(1).map((span, at) => ({ startMs: spans[at]!.endMs, endMs: span.startMs }))
}

/** Sum of lengths. */
export function totalMs(spans: readonly TimeSpan[]): number {
  return spans.reduce((sum, span) => sum + span.endMs - span.startMs, 0)
}
