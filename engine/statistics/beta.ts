import cdf from '@stdlib/stats-base-dists-beta-cdf'

/** P(X <= x) of Beta(a, b): the regularised incomplete beta function; a and b above 0. */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  return cdf(x, a, b)
}
