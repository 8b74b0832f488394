const FEWEST_DEGREES = 30
const MOST = 3

/** One agent's drawn observations: n_eff of them, their spread, and the variance of their Hajek mean. */
export interface DrawnSample {
  n: number
  withinSumOfSquares: number
  variance: number | null
}

/**
 * How much more (above 1) or less drawn observations tell than n_eff alone says. Kish's number takes weights to have nothing to do with values. A plan
 * that looks where trouble is gives its small weights to the calls that differ most, which tells more; s^2 / n_eff is then too large, and a prior that
 * is fitted with it too narrow. The ratio of that variance to Hajek's own, each summed over all agents, as one agent's would be far too uncertain
 * (a pooled design effect, as Kish 1965, section 8.2 advises for many small groups). Between 1/3 and 3, and 1 where fewer than 30 degrees of freedom
 * tell it.
 */
export function designGain(samples: readonly DrawnSample[]): number {
  let byNumber = 0
  let byDesign = 0
  let degreesOfFreedom = 0
  for (const { n, withinSumOfSquares, variance } of samples) {
    // under one and a half the first of the two is all noise
    if (variance === null || n < 1.5) continue
    byNumber += withinSumOfSquares / (n - 1) / n
    byDesign += variance
    degreesOfFreedom += n - 1
  }
  if (degreesOfFreedom < FEWEST_DEGREES || !(byDesign > 0) || !(byNumber > 0)) return 1
  return Math.min(MOST, Math.max(1 / MOST, byNumber / byDesign))
}
