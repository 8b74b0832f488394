import cdf from '@stdlib/stats-base-dists-beta-cdf'
import quantile from '@stdlib/stats-base-dists-beta-quantile'

/** P(X <= x) of Beta(a, b): the regularised incomplete beta function; a and b above 0. */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  return cdf(x, a, b)
}

/** The x with P(X <= x) = probability of Beta(a, b); probability in 0..1, a and b above 0. */
export function betaQuantile(probability: number, a: number, b: number): number {
  return quantile(probability, a, b)
}
