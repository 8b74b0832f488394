import {
  designGain,
  durationFromLog,
  durationPosterior,
  FEWEST_PEERS_FOR_A_PRIOR,
  pooledWithinVariance,
  shrinkMeans,
  shrinkShares,
  type PeerFit,
  type Posterior,
} from '../../statistics/index.ts'
import type { AgentSample, DriverFacts, PriorBasis } from './types.ts'

/** One agent's true value as far as it is known, with what stands beside it; on the reporting scale. */
export interface Estimate {
  sample: AgentSample
  posterior: Posterior
  adjusted: number
  reliability: number
  peerMean: number
  peerCount: number
  priorBasis: PriorBasis
  /** Variance of one observation, on the reporting scale. */
  observationVariance: number
}

/** What estimation needs of a metric, driver or not. */
export type EstimatedFacts = Pick<DriverFacts, 'kind' | 'delta'>

/** Whether a sample is of reviews drawn by chance. */
export function isDrawn(sample: Pick<AgentSample, 'drawn'>): boolean {
  return sample.drawn !== null
}

/** Whether groups are compared on drawn reviews: nobody is two people, so all are from drawn reviews or none, of whichever there are more agents. */
export function takesDrawn(samples: readonly Pick<AgentSample, 'drawn'>[]): boolean {
  const drawn = samples.filter(isDrawn).length
  return drawn > samples.length - drawn
}

const FEWEST_DEGREES_FOR_OWN_VARIANCE = 30
/**
 * Where nobody has two observations and there is nobody else, an observation is taken to be this many deltas
 * wide.
 */
const BLIND_DELTAS = 5

/** Variance of one observation, and on how many degrees of freedom it was estimated. */
export interface ObservationVariance {
  variance: number
  degreesOfFreedom: number
}

/**
 * Variance of one observation: pooled within the given samples, or within all of the driver where those are
 * few. Where no agent has two observations the spread between agents stands in, which can only make claims
 * weaker and is taken as it is.
 */
export function observationVariance(
  facts: EstimatedFacts,
  samples: readonly { n: number; value: number; withinSumOfSquares: number }[],
  everyone: readonly { n: number; value: number; withinSumOfSquares: number }[],
): ObservationVariance {
  const own = pooledWithinVariance(samples)
  const pooled =
    own.degreesOfFreedom >= FEWEST_DEGREES_FOR_OWN_VARIANCE ? own : pooledWithinVariance(everyone)
  if (pooled.variance !== null)
    return { variance: pooled.variance, degreesOfFreedom: pooled.degreesOfFreedom }
  const asItIs = (variance: number) => ({ variance, degreesOfFreedom: Infinity })
  if (everyone.length < 2) return asItIs((BLIND_DELTAS * facts.delta) ** 2)
  const mean = everyone.reduce((sum, { value }) => sum + value, 0) / everyone.length
  return asItIs(everyone.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / (everyone.length - 1))
}

/** A sample on the modelling scale: shares are clamped to 0..1, everything else is taken as it is. */
export function modellingValue(facts: EstimatedFacts, value: number): number {
  return facts.kind === 'proportion' ? Math.min(1, Math.max(0, value)) : value
}

/**
 * Samples that can be computed with: some observations, a finite value and, where it is read, a finite
 * spread.
 */
export function usable<Sample extends { n: number; withinSumOfSquares: number }>(
  facts: EstimatedFacts,
  samples: readonly Sample[],
  valueOf: (sample: Sample) => number,
): Sample[] {
  return samples.filter((sample) => {
    const hasSpread = facts.kind === 'proportion' || sample.withinSumOfSquares >= 0
    return sample.n > 0 && Number.isFinite(sample.n) && Number.isFinite(valueOf(sample)) && hasSpread
  })
}

function estimatesOf(
  facts: EstimatedFacts,
  samples: readonly AgentSample[],
  fit: PeerFit,
  variance: number,
): Estimate[] {
  const isLog = facts.kind === 'log-mean'
  return samples.map((sample, i) => {
    const modelled = fit.posteriors[i]!
    const posterior = isLog ? durationPosterior(modelled, variance) : modelled
    const value = modellingValue(facts, sample.adjusted)
    return {
      sample,
      posterior,
      adjusted: isLog ? durationFromLog(value, variance) : value,
      reliability: fit.reliabilities[i]!,
      peerMean: isLog ? durationFromLog(fit.peerMean, variance) : fit.peerMean,
      peerCount: samples.length,
      priorBasis: fit.basis,
      observationVariance:
        facts.kind === 'proportion'
          ? posterior.mean * (1 - posterior.mean)
          : isLog
            ? variance * posterior.mean ** 2
            : variance,
    }
  })
}

/** What drawn reviews tell beyond their effective number, over all of a driver's; 1 for everything else. */
function designGainOf(samples: readonly AgentSample[]): number {
  if (!samples.some(isDrawn)) return 1
  return designGain(
    samples.map(({ n, withinSumOfSquares, drawn }) => ({
      n,
      withinSumOfSquares,
      variance: drawn?.variance ?? null,
    })),
  )
}

/**
 * Shrinks one set of peers. Samples must be usable; `everyone` is all of the driver's, for the pooled
 * variance.
 */
export function estimatePeers(
  facts: EstimatedFacts,
  peers: readonly AgentSample[],
  everyone: readonly AgentSample[],
): Estimate[] {
  if (peers.length === 0) return []
  const gain = designGainOf(everyone)
  if (facts.kind === 'proportion') {
    const shares = peers.map(({ n, adjusted }) => ({
      n: n * gain,
      passes: n * gain * modellingValue(facts, adjusted),
    }))
    return estimatesOf(facts, peers, shrinkShares(shares), 0)
  }
  const asValue = (sample: AgentSample) => ({ ...sample, value: sample.adjusted })
  const { variance, degreesOfFreedom } = observationVariance(facts, peers.map(asValue), everyone.map(asValue))
  const values = peers.map(({ n, adjusted }) => ({ mean: adjusted, variance: variance / (n * gain) }))
  return estimatesOf(facts, peers, shrinkMeans(values, variance, degreesOfFreedom), variance)
}

/** Everybody's estimates of one metric by agent: from drawn reviews, and from everything else. An agent may be in both. */
export interface Estimates {
  drawn: ReadonlyMap<string, Estimate>
  others: ReadonlyMap<string, Estimate>
}

/** Section 3 for one metric and window, drawn reviews and everything else each for itself: they share no prior, no variance and no peers. */
export function estimateBoth(
  facts: EstimatedFacts,
  samples: readonly AgentSample[],
  peerGroupOf: (agentId: string) => string,
): Estimates {
  const estimate = (own: readonly AgentSample[]) =>
    own.length === 0 ? new Map<string, Estimate>() : estimateMetric(facts, own, peerGroupOf)
  return {
    drawn: estimate(samples.filter(isDrawn)),
    others: estimate(samples.filter((sample) => !isDrawn(sample))),
  }
}

/**
 * The one estimate each agent stands on. Drawn reviews, whose chances are known, where they are enough: the metric's least n of them, counted as what
 * they are worth, and five agents to compare who have as many. Else everything else, where that is enough in the same way; else whichever says more.
 */
export function standingEstimates(
  { leastN }: Pick<DriverFacts, 'leastN'>,
  { drawn, others }: Estimates,
  peerGroupOf: (agentId: string) => string,
): ReadonlyMap<string, Estimate> {
  if (drawn.size === 0) return others
  if (others.size === 0) return drawn
  const hasEnough = ({ sample }: Estimate) => sample.n >= leastN
  const groupsOf = (estimates: ReadonlyMap<string, Estimate>) => {
    const groups = new Map<string, number>()
    for (const [agentId, estimate] of estimates)
      if (hasEnough(estimate)) groups.set(peerGroupOf(agentId), (groups.get(peerGroupOf(agentId)) ?? 0) + 1)
    return (estimate: Estimate) =>
      hasEnough(estimate) &&
      (groups.get(peerGroupOf(estimate.sample.agentId)) ?? 0) >= FEWEST_PEERS_FOR_A_PRIOR
  }
  const [isEnoughDrawn, isEnoughOtherwise] = [groupsOf(drawn), groupsOf(others)]
  const standing = new Map(others)
  for (const [agentId, own] of drawn) {
    const other = others.get(agentId)
    const isBetter =
      other === undefined ||
      isEnoughDrawn(own) ||
      (!isEnoughOtherwise(other) && own.sample.n >= other.sample.n)
    if (isBetter) standing.set(agentId, own)
  }
  return standing
}

/**
 * Section 3 for one metric and window, of samples of one kind: every agent with data, shrunk toward the agents of the same peer
 * group. Samples without observations or with a value that is no number are left out.
 */
export function estimateMetric(
  facts: EstimatedFacts,
  samples: readonly AgentSample[],
  peerGroupOf: (agentId: string) => string,
): Map<string, Estimate> {
  const everyone = usable(facts, samples, ({ adjusted }) => adjusted)
  const estimates = new Map<string, Estimate>()
  for (const peers of Map.groupBy(everyone, ({ agentId }) => peerGroupOf(agentId)).values()) {
    for (const estimate of estimatePeers(facts, peers, everyone))
      estimates.set(estimate.sample.agentId, estimate)
  }
  return estimates
}
