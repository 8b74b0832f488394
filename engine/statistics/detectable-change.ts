const TWO_SIDED_95_POWER_80 = 1.96 + 0.84

/**
 * Observations needed before and after to see a change of half the gap with 80% power at the two-sided 5%
 * level: 2 s2 (1.96 + 0.84)^2 / (gap / 2)^2, the two-sample size (Cohen 1988; Fleiss 1981, eq. 3.2), rounded
 * up. `variance` is that of one observation. Null where there is no gap to close.
 */
export function observationsToSeeHalf(gap: number, variance: number): number | null {
  if (!(gap > 0)) return null
  const half = gap / 2
  const needed = Math.ceil((2 * variance * TWO_SIDED_95_POWER_80 ** 2) / (half * half))
  return Number.isFinite(needed) ? Math.max(1, needed) : null
}
