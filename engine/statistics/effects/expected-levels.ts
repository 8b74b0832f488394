import { pooledWithinVariance } from '../moments.ts'
import { shrinkMeans } from '../mean-shrinkage.ts'
import { shrinkShares } from '../share-shrinkage.ts'

/** What one agent showed in a window, adjusted for case mix; modelling scale. */
export interface WindowSample {
  agentId: string
  n: number
  value: number
  /** Not read for a proportion. */
  withinSumOfSquares: number
}

/** E(theta | before) of one agent with what it was made from. */
export interface ExpectedLevel {
  mean: number
  variance: number
  reliability: number
}

export interface ExpectedLevels {
  byAgent: Map<string, ExpectedLevel>
  peerMean: number
  betweenAgentSd: number
  /** Variance of one observation of somebody at this level, and the degrees of freedom it is known on. */
  observationVarianceAt: (level: number) => number
  noiseDegreesOfFreedom: number
  basis: 'nonparametric' | 'hierarchical' | 'wide-default'
}

const LEAST_SHARE = 0.005

/**
 * Everybody's level before, by the shrinkage of their peers in the same window. The variance of one observation is pooled within agents over these samples and
 * `further` ones (those of the time after), which know nothing of coaching. Null where there is nothing to learn from: nobody has an observation, or nobody two.
 */
export function expectedLevels(
  kind: 'mean' | 'proportion',
  given: readonly WindowSample[],
  further: readonly WindowSample[] = [],
): ExpectedLevels | null {
  const samples = given.filter(({ n, value }) => n > 0 && Number.isFinite(value))
  if (samples.length === 0) return null
  const clamped = (value: number) => Math.min(1, Math.max(0, value))
  const pooled = pooledWithinVariance([...samples, ...further])
  if (kind === 'mean' && pooled.variance === null) return null
  const variance = pooled.variance ?? 0
  const fit =
    kind === 'proportion'
      ? shrinkShares(samples.map(({ n, value }) => ({ n, passes: n * clamped(value) })))
      : shrinkMeans(
          samples.map(({ n, value }) => ({ mean: value, variance: variance / n })),
          variance,
          pooled.degreesOfFreedom,
        )
  return {
    byAgent: new Map(
      samples.map(({ agentId }, i) => {
        const { mean, standardDeviation } = fit.posteriors[i]!
        return [agentId, { mean, variance: standardDeviation ** 2, reliability: fit.reliabilities[i]! }]
      }),
    ),
    peerMean: fit.peerMean,
    betweenAgentSd: fit.betweenAgentSd,
    observationVarianceAt: (level) => {
      if (kind === 'mean') return variance
      const share = Math.min(1 - LEAST_SHARE, Math.max(LEAST_SHARE, level))
      return share * (1 - share)
    },
    noiseDegreesOfFreedom: kind === 'mean' ? pooled.degreesOfFreedom : Infinity,
    basis: fit.basis,
  }
}
