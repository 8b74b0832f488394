import { FEWEST_PEERS_FOR_A_PRIOR } from '../peer-fit.ts'
import { normaliseLogWeights } from '../tau-posterior.ts'
import type { LinkedReviewers } from './reviewer-links.ts'

const POINTS = 60

/** What is believed of the spread between reviewers: values of its sd with their probabilities. */
export interface SeverityPrior {
  basis: 'hierarchical' | 'wide-default'
  sds: Float64Array
  probabilities: Float64Array
  /** Henderson's method 3, at least 0; reported, never plugged in. */
  variance: number
}

/**
 * Variance between reviewers by the method of moments: R(reviewers | mean, agents) set equal to its expectation (Henderson's
 * method 3; Searle, Casella & McCulloch, Variance Components 1992, chapter 5). 0 where reviewers differ by no more than chance.
 */
function hendersonVariance(groups: readonly LinkedReviewers[], residualVariance: number): number {
  let squares = 0
  let rank = 0
  let trace = 0
  for (const group of groups) {
    squares += group.reviewerSquares
    rank += group.directions.length
    trace += group.trace
  }
  return trace > 0 ? Math.max(0, (squares - rank * residualVariance) / trace) : 0
}

/**
 * Posterior of the sd between reviewers under a flat prior, on 60 midpoints (Gelman et al., BDA3, eq. 5.21, with the centre
 * known to be 0: agents are taken out, and what is left are differences). In every direction the estimate is normal about 0 with
 * variance sigma2 / information + sd^2. Under five reviewers that says too little: the variance of one score stands in.
 */
export function severityPrior(groups: readonly LinkedReviewers[], residualVariance: number): SeverityPrior {
  const directions = groups.flatMap((group) => group.directions)
  const variance = hendersonVariance(groups, residualVariance)
  if (directions.length < FEWEST_PEERS_FOR_A_PRIOR - 1) {
    const sds = Float64Array.of(Math.sqrt(residualVariance))
    return { basis: 'wide-default', sds, probabilities: Float64Array.of(1), variance }
  }
  const trace = groups.reduce((sum, group) => sum + group.trace, 0)
  const typicalError = Math.sqrt((residualVariance * directions.length) / trace)
  const highest = 3 * (Math.sqrt(variance) + typicalError)
  const sds = new Float64Array(POINTS)
  const logDensities = new Float64Array(POINTS)
  for (let point = 0; point < POINTS; point++) {
    const sd = ((point + 0.5) / POINTS) * highest
    let logDensity = 0
    for (const { information, estimate } of directions) {
      const total = residualVariance / information + sd * sd
      logDensity -= 0.5 * (Math.log(total) + (estimate * estimate) / total)
    }
    sds[point] = sd
    logDensities[point] = logDensity
  }
  return { basis: 'hierarchical', sds, probabilities: normaliseLogWeights(logDensities), variance }
}
