/**
 * Quantile by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996). Null for no
 * values.
 */
export function empiricalQuantile(values: readonly number[], probability: number): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const position = (sorted.length - 1) * Math.min(1, Math.max(0, probability))
  const below = sorted[Math.floor(position)] ?? 0
  const above = sorted[Math.ceil(position)] ?? below
  return below + (above - below) * (position - Math.floor(position))
}
