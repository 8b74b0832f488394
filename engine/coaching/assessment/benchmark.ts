import { empiricalQuantile } from '../../statistics/index.ts'
import type { Estimate } from './estimate.ts'
import type { DriverAssessment, DriverFacts } from './types.ts'

const BETTER_QUARTER = 0.75

/**
 * What an agent is measured by, and where that comes from; value null where there is nothing to measure by.
 */
export interface Benchmark {
  value: number | null
  basis: DriverAssessment['benchmarkBasis']
}

/**
 * The target where one is defined; a band is its own; otherwise the better quarter of the peers' posterior
 * means (the 75th percentile, the 25th where lower is better). One agent alone has no peers to be measured
 * by.
 */
export function benchmarkFor(facts: DriverFacts, peers: readonly Estimate[]): Benchmark {
  if (typeof facts.polarity === 'object') return { value: facts.polarity.low, basis: 'band' }
  if (facts.target !== null && Number.isFinite(facts.target)) return { value: facts.target, basis: 'target' }
  if (peers.length < 2) return { value: null, basis: 'none' }
  const means = peers.map(({ posterior }) => posterior.mean)
  const share = facts.polarity === 'higher' ? BETTER_QUARTER : 1 - BETTER_QUARTER
  return { value: empiricalQuantile(means, share), basis: 'peers' }
}
