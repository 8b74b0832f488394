import cdf from '@stdlib/stats-base-dists-t-cdf'
import quantile from '@stdlib/stats-base-dists-t-quantile'

/** P(T <= t) of Student's t; degrees of freedom above 0, may be fractional. */
export function studentTCdf(t: number, degreesOfFreedom: number): number {
  return cdf(t, degreesOfFreedom)
}

/** The t with P(T <= t) = probability; probability in 0..1, degrees of freedom above 0. */
export function studentTQuantile(probability: number, degreesOfFreedom: number): number {
  return quantile(probability, degreesOfFreedom)
}
