import { pauleMandelVariance, type NoisyValue } from '../paule-mandel.ts'
import { centreGivenTau, normaliseLogWeights } from '../tau-posterior.ts'

const POINTS = 60

/** How much more values differ within their groups than their sampling variances say. */
export interface ExtraSpread {
  /** E(tau2): 0 where there are no degrees of freedom to tell. */
  variance: number
  /** Values less groups. */
  degreesOfFreedom: number
}

/**
 * The posterior mean of tau2 of values about their groups' own means, flat prior on tau (Gelman et al., BDA3, eq. 5.21, the groups' means integrated out
 * one by one). An estimate that is 0 whenever the spread happens to be small (Paule & Mandel) would make few controls look like sure ones. Sampling variances
 * above 0.
 */
export function extraSpread(values: readonly NoisyValue[]): ExtraSpread {
  const groups = [...Map.groupBy(values, ({ group = '' }) => group).values()]
  const degreesOfFreedom = values.length - groups.length
  if (degreesOfFreedom < 1) return { variance: 0, degreesOfFreedom: 0 }
  let precision = 0
  for (const { variance } of values) precision += 1 / variance
  const highest = 3 * (Math.sqrt(pauleMandelVariance(values)) + Math.sqrt(values.length / precision))
  const logDensities = new Float64Array(POINTS)
  const tauAt = (j: number) => ((j + 0.5) / POINTS) * highest
  for (let j = 0; j < POINTS; j++)
    for (const own of groups) logDensities[j]! += centreGivenTau(own, tauAt(j) ** 2).logDensity
  const probabilities = normaliseLogWeights(logDensities)
  let variance = 0
  for (let j = 0; j < POINTS; j++) variance += probabilities[j]! * tauAt(j) ** 2
  return { variance, degreesOfFreedom }
}
