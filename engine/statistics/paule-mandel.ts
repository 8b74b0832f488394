/** A value with its sampling variance, and the group within which it is compared (one group by default). */
export interface NoisyValue {
  mean: number
  variance: number
  group?: string
}

function generalisedQ(values: readonly NoisyValue[], tauSquared: number): number {
  const groups = new Map<string, { weight: number; sum: number; squares: number }>()
  for (const { mean, variance, group = '' } of values) {
    const weight = 1 / (variance + tauSquared)
    const entry = groups.get(group) ?? { weight: 0, sum: 0, squares: 0 }
    // Running update of the weighted squares about the mean: no cancellation at large values.
    const total = entry.weight + weight
    const distance = mean - (entry.weight > 0 ? entry.sum : mean)
    entry.squares += ((entry.weight * weight) / total) * distance * distance
    entry.sum = (entry.weight > 0 ? entry.sum : mean) + (weight / total) * distance
    entry.weight = total
    groups.set(group, entry)
  }
  let q = 0
  for (const { squares } of groups.values()) q += squares
  return q
}

/**
 * Between-agent variance by Paule & Mandel (1982): the tau2 at which the weighted squares about the mean
 * equal their degrees of freedom (k less the number of groups). 0 where the spread is no more than noise, or
 * k is too small. Sampling variances above 0.
 */
export function pauleMandelVariance(values: readonly NoisyValue[]): number {
  const groupCount = new Set(values.map(({ group = '' }) => group)).size
  const degreesOfFreedom = values.length - groupCount
  if (degreesOfFreedom < 1) return 0
  if (generalisedQ(values, 0) <= degreesOfFreedom) return 0
  let low = 0
  let high = 0
  for (const { variance } of values) high += variance / values.length
  while (generalisedQ(values, high) > degreesOfFreedom) {
    low = high
    high *= 4
    if (!Number.isFinite(high)) return low
  }
  for (let step = 0; step < 60 && high - low > 1e-9 * high; step++) {
    const middle = (low + high) / 2
    if (generalisedQ(values, middle) > degreesOfFreedom) low = middle
    else high = middle
  }
  return (low + high) / 2
}
