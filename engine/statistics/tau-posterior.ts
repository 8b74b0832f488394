import { pauleMandelVariance, type NoisyValue } from './paule-mandel.ts'

const TAU_POINTS = 60

/**
 * The between-agent sd on a grid: its values and probabilities, and per value the centre m and its variance
 * V_m.
 */
export interface TauPosterior {
  taus: Float64Array
  probabilities: Float64Array
  centres: Float64Array
  centreVariances: Float64Array
  pauleMandelSd: number
}

/** Turns log weights into probabilities, in place. */
export function normaliseLogWeights(logWeights: Float64Array): Float64Array {
  let largest = -Infinity
  for (const value of logWeights) if (value > largest) largest = value
  let total = 0
  for (let j = 0; j < logWeights.length; j++) {
    const weight = Math.exp(logWeights[j]! - largest)
    logWeights[j] = weight
    total += weight
  }
  for (let j = 0; j < logWeights.length; j++) logWeights[j]! /= total
  return logWeights
}

/** Precision-weighted centre of the values given tau2, its variance, and the log density of eq. 5.21. */
export function centreGivenTau(
  values: readonly NoisyValue[],
  tauSquared: number,
): { centre: number; centreVariance: number; logDensity: number } {
  let precision = 0
  let sum = 0
  for (const { mean, variance } of values) {
    const weight = 1 / (variance + tauSquared)
    precision += weight
    sum += weight * mean
  }
  const centre = sum / precision
  let logDensity = -0.5 * Math.log(precision)
  for (const { mean, variance } of values) {
    const total = variance + tauSquared
    const distance = mean - centre
    logDensity -= 0.5 * (Math.log(total) + (distance * distance) / total)
  }
  return { centre, centreVariance: 1 / precision, logDensity }
}

/**
 * Posterior of the between-agent sd under a flat prior, on 60 midpoints (Gelman et al., Bayesian Data
 * Analysis, 3rd ed., eq. 5.21). The grid ends at three times the Paule-Mandel sd plus the typical standard
 * error, beyond which a flat prior leaves next to nothing for five agents or more. Sampling variances above
 * 0, at least one value.
 */
export function tauPosterior(values: readonly NoisyValue[]): TauPosterior {
  const pauleMandelSd = Math.sqrt(pauleMandelVariance(values))
  let precision = 0
  for (const { variance } of values) precision += 1 / variance
  const typicalError = Math.sqrt(values.length / precision)
  const highest = 3 * (pauleMandelSd + typicalError)
  const taus = new Float64Array(TAU_POINTS)
  const logDensities = new Float64Array(TAU_POINTS)
  const centres = new Float64Array(TAU_POINTS)
  const centreVariances = new Float64Array(TAU_POINTS)
  for (let j = 0; j < TAU_POINTS; j++) {
    const tau = ((j + 0.5) / TAU_POINTS) * highest
    const given = centreGivenTau(values, tau * tau)
    taus[j] = tau
    logDensities[j] = given.logDensity
    centres[j] = given.centre
    centreVariances[j] = given.centreVariance
  }
  return { taus, probabilities: normaliseLogWeights(logDensities), centres, centreVariances, pauleMandelSd }
}
