import { momentsOf, pooledWithinVariance, tauPosterior, type NoisyValue } from '../../statistics/index.ts'

/** A score of an agent, 0..1, and the probability with which it was drawn (1 where nobody knows). */
export interface AgentScore {
  personId: number
  score: number
  probability: number
}

/** A value with its 95% interval. */
export interface Interval {
  value: number
  low: number
  high: number
}

/** How far agents lie apart on a question, and how much of a difference is real. */
export interface Spread {
  betweenAgents: Interval
  agents: number
  reliabilityOfOne: Interval
  usualN: number
  reliabilityOfUsual: Interval
}

const FEWEST_AGENTS = 5

/**
 * The standard deviation between agents' true means: its posterior mean under a flat prior with the 2.5 and 97.5% points (`tauPosterior`), from agents'
 * means weighted by 1 over the probability of each pick, with the variance within agents pooled. Reliability is tau^2 / (tau^2 + sigma^2 / n) over that
 * posterior: the share of the variance between agents' figures that is between the agents (the generalisability coefficient of Cronbach et al. 1972 for
 * one facet). Null under five agents with two answers each.
 */
export function spreadOf(scores: readonly AgentScore[]): Spread | null {
  const agents = [...Map.groupBy(scores, ({ personId }) => personId).values()]
    .filter((own) => own.length > 1)
    .map((own) => {
      const weights = own.reduce((sum, { probability }) => sum + 1 / probability, 0)
      const squares = own.reduce((sum, { probability }) => sum + 1 / probability ** 2, 0)
      const sum = own.reduce((total, { score }) => total + score, 0)
      const sumOfSquares = own.reduce((total, { score }) => total + score * score, 0)
      return {
        n: own.length,
        effectiveN: weights ** 2 / squares,
        mean: own.reduce((total, { score, probability }) => total + score / probability, 0) / weights,
        withinSumOfSquares: momentsOf({ n: own.length, sum, sumOfSquares }).withinSumOfSquares,
      }
    })
  if (agents.length < FEWEST_AGENTS) return null
  const within = pooledWithinVariance(agents).variance ?? 0
  // where nobody ever varies, a thousandth of a point stands in for what was not seen
  const sigmaSquared = Math.max(within, 1e-6)
  const values = agents.map(({ mean, effectiveN }): NoisyValue => ({
    mean,
    variance: sigmaSquared / effectiveN,
  }))
  const { taus, probabilities } = tauPosterior(values)
  const quantile = (level: number) => {
    let cumulative = 0
    for (const [place, probability] of probabilities.entries()) {
      cumulative += probability
      if (cumulative >= level) return taus[place]!
    }
    return taus.at(-1)!
  }
  const [low, high] = [quantile(0.025), quantile(0.975)]
  const over = (value: (tau: number) => number): Interval => ({
    value: taus.reduce((sum, tau, place) => sum + probabilities[place]! * value(tau), 0),
    low: value(low),
    high: value(high),
  })
  const counts = agents.map(({ n }) => n).toSorted((a, b) => a - b)
  const usualN = counts[Math.floor((counts.length - 1) / 2)]!
  const reliability = (n: number) => over((tau) => tau ** 2 / (tau ** 2 + sigmaSquared / n))
  return {
    betweenAgents: over((tau) => tau),
    agents: agents.length,
    reliabilityOfOne: reliability(1),
    usualN,
    reliabilityOfUsual: reliability(usualN),
  }
}
