import { centralInterval, momentsOf, shrinkMeans, shrinkShares } from '../../../engine/statistics/index.ts'
import type { Random } from './random.ts'

export interface Coverage {
  agents: number
  model: 'mean, bell' | 'mean, few far off' | 'share, bell' | 'share, few far off'
  share: number
  /** Of the share, between replications: agents of one replication share a prior, and are right or wrong together. */
  standardError: number
}

const AGENT_COUNTS = [8, 20, 50]
const MODELS: Coverage['model'][] = ['mean, bell', 'mean, few far off', 'share, bell', 'share, few far off']

/** Deviations of the agents' true values from the centre, in units of the usual spread. */
function deviation(random: Random, model: Coverage['model']): number {
  const isFarOff = model.endsWith('far off') && random.uniform() < 0.12
  return isFarOff ? random.normal(-5, 1) : random.normal()
}

function coveredIn(random: Random, model: Coverage['model'], agents: number): number {
  const isShare = model.startsWith('share')
  const truths: number[] = []
  const values: { n: number; mean: number; squares: number }[] = []
  for (let i = 0; i < agents; i++) {
    const n = random.integer(3, 12)
    if (isShare) {
      const truth = Math.min(0.99, Math.max(0.01, 0.75 + 0.08 * deviation(random, model)))
      truths.push(truth)
      values.push({ n, mean: random.passes(n, truth) / n, squares: 0 })
      continue
    }
    const truth = 10 + deviation(random, model)
    truths.push(truth)
    const seen = Array.from({ length: n }, () => random.normal(truth, 2))
    const mean = seen.reduce((sum, value) => sum + value, 0) / n
    values.push({ n, mean, squares: seen.reduce((sum, value) => sum + (value - mean) ** 2, 0) })
  }
  let fit
  if (isShare) fit = shrinkShares(values.map(({ n, mean }) => ({ n, passes: n * mean })))
  else {
    const squares = values.reduce((sum, value) => sum + value.squares, 0)
    const degreesOfFreedom = values.reduce((sum, { n }) => sum + n - 1, 0)
    const variance = squares / degreesOfFreedom
    fit = shrinkMeans(
      values.map(({ n, mean }) => ({ mean, variance: variance / n })),
      variance,
      degreesOfFreedom,
    )
  }
  const covered = fit.posteriors.filter((posterior, i) => {
    const { low, high } = centralInterval(posterior)
    return truths[i]! >= low && truths[i]! <= high
  })
  return covered.length
}

/** Share of 95% intervals that hold the true value, with 3-12 observations per agent. */
export function intervalCoverage(random: Random, replications: number): Coverage[] {
  return MODELS.flatMap((model) =>
    AGENT_COUNTS.map((agents) => {
      const shares = Array.from({ length: replications }, () => coveredIn(random, model, agents) / agents)
      const { mean, variance } = momentsOf({
        n: replications,
        sum: shares.reduce((sum, share) => sum + share, 0),
        sumOfSquares: shares.reduce((sum, share) => sum + share * share, 0),
      })
      return {
        agents,
        model,
        share: mean ?? 0,
        standardError: Math.sqrt((variance ?? 0) / Math.max(1, replications)),
      }
    }),
  )
}
