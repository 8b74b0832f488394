import { normalCdf, normalDensity, normalQuantile } from './normal.ts'
import { bisect, type Posterior } from './posterior.ts'

/** Weights (summing to 1), means and standard deviations (0 allowed) of the components, in parallel. */
export interface NormalMixture {
  weights: Float64Array
  means: Float64Array
  standardDeviations: Float64Array
}

/** A mixture of normals as a posterior, in closed form; quantiles by safeguarded Newton steps. */
export function normalMixturePosterior({ weights, means, standardDeviations }: NormalMixture): Posterior {
  const count = weights.length
  let mean = 0
  for (let j = 0; j < count; j++) mean += weights[j]! * means[j]!
  let variance = 0
  for (let j = 0; j < count; j++) {
    variance += weights[j]! * (standardDeviations[j]! ** 2 + (means[j]! - mean) ** 2)
  }
  const standardDeviation = Math.sqrt(variance)

  function probabilityBelow(value: number): number {
    let total = 0
    for (let j = 0; j < count; j++) {
      const sd = standardDeviations[j]!
      const distance = value - means[j]!
      total += weights[j]! * (sd > 0 ? normalCdf(distance / sd) : distance >= 0 ? 1 : 0)
    }
    return Math.min(1, total)
  }

  function density(value: number): number {
    let total = 0
    for (let j = 0; j < count; j++) {
      const sd = standardDeviations[j]!
      if (sd > 0) total += (weights[j]! * normalDensity((value - means[j]!) / sd)) / sd
    }
    return total
  }

  return {
    mean,
    standardDeviation,
    probabilityBelow,
    expectedShortfall: (bound) => {
      let total = 0
      for (let j = 0; j < count; j++) {
        const sd = standardDeviations[j]!
        const distance = bound - means[j]!
        if (sd === 0) {
          total += weights[j]! * Math.max(0, distance)
          continue
        }
        const z = distance / sd
        total += weights[j]! * (distance * normalCdf(z) + sd * normalDensity(z))
      }
      return Math.max(0, total)
    },
    quantile: (probability) => {
      if (standardDeviation === 0) return mean
      let value = mean + standardDeviation * normalQuantile(Math.min(1 - 1e-9, Math.max(1e-9, probability)))
      for (let step = 0; step < 8; step++) {
        const error = probabilityBelow(value) - probability
        if (Math.abs(error) < 1e-5) return value
        const slope = density(value)
        if (slope * standardDeviation < 1e-4) break
        value -= error / slope
      }
      const reach = 40 * standardDeviation
      return bisect(mean - reach, mean + reach, (candidate) => probabilityBelow(candidate) < probability)
    },
  }
}
