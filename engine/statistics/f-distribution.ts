import quantile from '@stdlib/stats-base-dists-f-quantile'

/** The x with P(X <= x) = probability of Fisher's F; probability in 0..1, degrees of freedom above 0, may be fractional. */
export function fQuantile(probability: number, numeratorDegrees: number, denominatorDegrees: number): number {
  return quantile(probability, numeratorDegrees, denominatorDegrees)
}
