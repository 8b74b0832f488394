import betaQuantile from '@stdlib/stats-base-dists-beta-quantile'
import { betaCdf } from '../../../engine/statistics/beta.ts'
import type { Posterior } from '../../../engine/statistics/posterior.ts'

/**
 * Beta(a, b) as a posterior of a share, in closed form: what the priors on cells are held against. The expected shortfall under bound c is c I_c(a, b) - a/(a+b)
 * I_c(a+1, b), with I the regularised incomplete beta function.
 */
export function betaPosterior(a: number, b: number): Posterior {
  const mean = a / (a + b)
  const standardDeviation = Math.sqrt((mean * (1 - mean)) / (a + b + 1))
  return {
    mean,
    standardDeviation,
    probabilityBelow: (value) => betaCdf(value, a, b),
    expectedShortfall: (bound) => {
      if (bound >= 1) return bound - mean
      return Math.max(0, bound * betaCdf(bound, a, b) - mean * betaCdf(bound, a + 1, b))
    },
    quantile: (probability) => betaQuantile(probability, a, b),
  }
}
