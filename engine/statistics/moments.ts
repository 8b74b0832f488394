/** Sums that a rollup can carry: what mean and variance are computed from. */
export interface Sums {
  n: number
  sum: number
  sumOfSquares: number
}

/** Mean (null without observations) and the sum of squared deviations from it, never below 0. */
export interface Moments {
  n: number
  mean: number | null
  /** Sum of squared deviations from the mean. */
  withinSumOfSquares: number
  /** Sample variance on n - 1; null under two observations. */
  variance: number | null
}

/**
 * Mean and spread from sums. Cancellation may leave a tiny negative sum of squares; it is taken as 0, as is
 * one that is smaller than rounding can tell from 0, so that equal observations have no spread.
 */
export function momentsOf({ n, sum, sumOfSquares }: Sums): Moments {
  if (!(n > 0)) return { n: 0, mean: null, withinSumOfSquares: 0, variance: null }
  const mean = sum / n
  const difference = sumOfSquares - sum * mean
  const withinSumOfSquares = difference > sumOfSquares * 1e-13 ? difference : 0
  return { n, mean, withinSumOfSquares, variance: n > 1 ? withinSumOfSquares / (n - 1) : null }
}

/**
 * The variance of one observation, pooled within agents on sum(n - 1) degrees of freedom. `variance` is null
 * where no agent has two observations.
 */
export function pooledWithinVariance(samples: readonly { n: number; withinSumOfSquares: number }[]): {
  variance: number | null
  degreesOfFreedom: number
} {
  let sumOfSquares = 0
  let degreesOfFreedom = 0
  for (const { n, withinSumOfSquares } of samples) {
    if (n <= 1) continue
    sumOfSquares += withinSumOfSquares
    degreesOfFreedom += n - 1
  }
  return { variance: degreesOfFreedom > 0 ? sumOfSquares / degreesOfFreedom : null, degreesOfFreedom }
}

/** Sums of a ratio metric: numerator and denominator per observation, with their squares and product. */
export interface RatioSums {
  n: number
  numerator: number
  denominator: number
  numeratorSquares: number
  denominatorSquares: number
  products: number
}

/**
 * A ratio of sums as if it were a mean: its value, and the sum of squares of the residuals (y - R x) /
 * mean(x), whose variance divided by n is the ratio's own (Cochran, Sampling Techniques, 3rd ed. 1977, eq.
 * 2.45). Value null where the denominator is not positive.
 */
export function ratioMoments(sums: RatioSums): Moments {
  const { n, numerator, denominator, numeratorSquares, denominatorSquares, products } = sums
  if (!(n > 0) || !(denominator > 0)) return { n: 0, mean: null, withinSumOfSquares: 0, variance: null }
  const ratio = numerator / denominator
  const residualSquares = numeratorSquares - 2 * ratio * products + ratio * ratio * denominatorSquares
  const scale = numeratorSquares + ratio * ratio * denominatorSquares
  const meanDenominator = denominator / n
  const withinSumOfSquares =
    residualSquares > scale * 1e-13 ? residualSquares / (meanDenominator * meanDenominator) : 0
  return { n, mean: ratio, withinSumOfSquares, variance: n > 1 ? withinSumOfSquares / (n - 1) : null }
}
