/**
 * Percentiles of bytes in a window that slides along them. `move(from, to)` must not go back; `percentile(share)` is the smallest
 * value with at least that share of the window at or under it, 0 for an empty window.
 */
export function createSlidingHistogram(values: Uint8Array): {
  move(from: number, to: number): void
  percentile(share: number): number
} {
  const counts = new Int32Array(256)
  let start = 0
  let end = 0
  return {
    move(from, to) {
      const until = Math.min(to, values.length)
      while (end < until) counts[values[end++]!]!++
      while (start < Math.min(from, end)) counts[values[start++]!]!--
    },
    percentile(share) {
      const wanted = Math.max(1, share * (end - start))
      let seen = 0
      for (let value = 0; value < 256; value++) {
        seen += counts[value]!
        if (seen >= wanted) return value
      }
      return 0
    },
  }
}
