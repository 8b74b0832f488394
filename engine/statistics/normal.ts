import cdf from '@stdlib/stats-base-dists-normal-cdf'
import quantile from '@stdlib/stats-base-dists-normal-quantile'

const inverseRootTwoPi = 1 / Math.sqrt(2 * Math.PI)

/** Density of the standard normal at z. */
export function normalDensity(z: number): number {
  return inverseRootTwoPi * Math.exp(-0.5 * z * z)
}

/** P(Z <= z) of the standard normal. */
export function normalCdf(z: number): number {
  return cdf(z, 0, 1)
}

/** The z with P(Z <= z) = probability; probability in 0..1. */
export function normalQuantile(probability: number): number {
  return quantile(probability, 0, 1)
}
