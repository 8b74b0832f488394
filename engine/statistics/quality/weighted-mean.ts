import { studentTQuantile } from '../student-t.ts'
import { assertProbability } from './inclusion-probability.ts'

/** What was found on a pick, and the probability with which it was drawn. */
export interface WeightedPick {
  value: number
  probability: number
}

export interface WeightedMean {
  n: number
  /** Kish's effective sample size, (sum w)^2 / sum w^2: what shrinkage takes as n. */
  effectiveN: number
  mean: number
  /** Of the mean; null under two picks, and the bounds with it. */
  variance: number | null
  low: number | null
  high: number | null
}

/**
 * Mean over all contacts from picks drawn with unequal probabilities: the estimator of Hajek (1971), sum(w y) / sum(w) with
 * w = 1 / pi, its variance by linearisation n/(n - 1) sum w^2 (y - mean)^2 / (sum w)^2 (Sarndal, Swensson & Wretman 1992,
 * section 5.7; the ratio of Cochran 1977, section 2.11), 95% interval by Student's t on n - 1. Null without picks. Throws on a pick
 * without a probability: requested picks and imported evaluations never enter.
 */
export function weightedMean(picks: readonly WeightedPick[], confidence = 0.95): WeightedMean | null {
  let weights = 0
  let squaredWeights = 0
  let weighted = 0
  for (const { value, probability } of picks) {
    assertProbability(probability)
    weights += 1 / probability
    squaredWeights += 1 / probability ** 2
    weighted += value / probability
  }
  const n = picks.length
  if (n === 0) return null
  const mean = weighted / weights
  const effectiveN = weights ** 2 / squaredWeights
  if (n === 1) return { n, effectiveN, mean, variance: null, low: null, high: null }
  let squares = 0
  for (const { value, probability } of picks) squares += ((value - mean) / probability) ** 2
  const variance = ((n / (n - 1)) * squares) / weights ** 2
  const reach = studentTQuantile(1 - (1 - confidence) / 2, n - 1) * Math.sqrt(variance)
  return { n, effectiveN, mean, variance, low: mean - reach, high: mean + reach }
}
