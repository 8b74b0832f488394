import { normalQuantile } from './normal.ts'

/**
 * Score interval of a share (Wilson 1927; method 3 of Newcombe, Statistics in Medicine 1998). Passes and n
 * may be fractional; passes outside 0..n are clamped. Null for n = 0: a share of nothing is undefined.
 */
export function wilsonInterval(
  passes: number,
  n: number,
  confidence = 0.95,
): { share: number; low: number; high: number } | null {
  if (!(n > 0)) return null
  const z = normalQuantile(1 - (1 - confidence) / 2)
  const share = Math.min(1, Math.max(0, passes / n))
  const z2 = z * z
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n)
  const half = (z / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))
  return {
    share,
    low: share === 0 ? 0 : Math.max(0, centre - half),
    high: share === 1 ? 1 : Math.min(1, centre + half),
  }
}
