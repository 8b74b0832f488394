/** A value with its sampling variance, and the group within which it is compared (one group by default). */
export interface NoisyValue {
  mean: number
  variance: number
  group?: string
}

const MOST_STEPS = 200

/** Weighted squares about each group's own weighted mean, and how fast they fall as tau2 grows. */
function generalisedQ(
  groups: readonly (readonly NoisyValue[])[],
  tauSquared: number,
): { q: number; fall: number } {
  let q = 0
  let fall = 0
  for (const values of groups) {
    // means are taken from the first value: no cancellation at large values
    const origin = values[0]!.mean
    let weights = 0
    let sum = 0
    for (const { mean, variance } of values) {
      const weight = 1 / (variance + tauSquared)
      weights += weight
      sum += weight * (mean - origin)
    }
    const centre = sum / weights
    for (const { mean, variance } of values) {
      const weight = 1 / (variance + tauSquared)
      const distance = mean - origin - centre
      const square = weight * distance * distance
      q += square
      fall += weight * square
    }
  }
  return { q, fall }
}

/**
 * Between-agent variance by Paule & Mandel (1982): the tau2 at which the weighted squares about the mean
 * equal their degrees of freedom (k less the number of groups), found by Newton's method from 0, as they do
 * themselves: the squares fall ever more slowly in tau2, so that the steps come closer from one side. 0 where
 * the spread is no more than noise, or k is too small. Sampling variances above 0.
 */
export function pauleMandelVariance(values: readonly NoisyValue[]): number {
  const groups = [...Map.groupBy(values, ({ group = '' }) => group).values()]
  const degreesOfFreedom = values.length - groups.length
  if (degreesOfFreedom < 1) return 0
  let tauSquared = 0
  for (let step = 0; step < MOST_STEPS; step++) {
    const { q, fall } = generalisedQ(groups, tauSquared)
    const excess = q - degreesOfFreedom
    if (!(excess > 0) || !(fall > 0)) break
    const next = tauSquared + excess / fall
    if (!Number.isFinite(next) || next - tauSquared <= 1e-12 * next) break
    tauSquared = next
  }
  return tauSquared
}
