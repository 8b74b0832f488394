import type { Sums } from '../moments.ts'

/** Sums over drawn observations y with weights w = 1 / pi, as a rollup carries them. */
export interface WeightedSums {
  /** How many observations. */
  n: number
  /** Of w, and of its square. */
  weight: number
  weightSq: number
  /** Of w y, and of w y^2. */
  sum: number
  sumOfSquares: number
  /** Of w^2 y, and of w^2 y^2. */
  weightSqSum: number
  weightSqSumSq: number
}

/**
 * Drawn observations as so many plain ones that say as much: n_eff = (sum w)^2 / sum w^2 of them (Kish 1965, section 8.2; 1992), with Hajek's mean
 * sum(w y) / sum(w) and the weighted spread about it. On n_eff - 1 degrees of freedom that spread estimates the variance of one observation without
 * bias where weights do not go with values (reliability weights). Free of the weights' scale; add up weights over all of a window first, as n_eff of
 * days cannot be added. n 0 where there is nothing.
 */
export function effectiveSums({
  n: observed,
  weight,
  weightSq,
  sum,
  sumOfSquares,
}: Omit<WeightedSums, 'weightSqSum' | 'weightSqSumSq'>): Sums {
  if (!(weight > 0)) return { n: 0, sum: 0, sumOfSquares: 0 }
  // weights that are alike but for rounding count as many as they are
  const n = Math.min(observed, Math.round((weight ** 2 / weightSq) * 1e9) / 1e9)
  return { n, sum: (n * sum) / weight, sumOfSquares: (n * sumOfSquares) / weight }
}

/**
 * The variance of Hajek's mean by linearisation, n/(n - 1) sum w^2 (y - mean)^2 / (sum w)^2, from sums (as `weightedMean` has it from observations).
 * Null under two observations; never below 0.
 */
export function hajekVariance({
  n,
  weight,
  weightSq,
  sum,
  weightSqSum,
  weightSqSumSq,
}: WeightedSums): number | null {
  if (n < 2 || !(weight > 0)) return null
  const mean = sum / weight
  const squares = weightSqSumSq - 2 * mean * weightSqSum + mean * mean * weightSq
  // what rounding leaves of nothing is nothing
  return squares > 1e-12 * weightSqSumSq ? ((n / (n - 1)) * squares) / weight ** 2 : 0
}
