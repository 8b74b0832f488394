import { bisect, normalCdf } from '../../statistics/index.ts'
import type { Estimate } from './estimate.ts'
import type { DriverPolarity } from './types.ts'

const FEWEST_PEERS_WITH_A_TENTH = 10

/**
 * The true value that one peer in ten is better than: the quantile of the average of all posteriors (the
 * estimate of the peers' distribution of Shen & Louis 1998), each taken as normal. Null for a band, under ten
 * peers, or where all are alike.
 */
export function topTenthStart(polarity: DriverPolarity, peers: readonly Estimate[]): number | null {
  if (typeof polarity === 'object' || peers.length < FEWEST_PEERS_WITH_A_TENTH) return null
  let low = Infinity
  let high = -Infinity
  const shapes: { mean: number; sd: number }[] = []
  for (const { posterior } of peers) {
    const sd = posterior.standardDeviation
    shapes.push({ mean: posterior.mean, sd })
    low = Math.min(low, posterior.mean - 4 * sd)
    high = Math.max(high, posterior.mean + 4 * sd)
  }
  if (!(high > low)) return null
  const share = polarity === 'higher' ? 0.9 : 0.1
  return bisect(low, high, (value) => {
    let below = 0
    for (const { mean, sd } of shapes)
      below += sd > 0 ? normalCdf((value - mean) / sd) : value >= mean ? 1 : 0
    return below < share * shapes.length
  })
}

/** P(the agent is among the top tenth), 0 where there is no such tenth. */
export function probabilityOfTopTenth(
  polarity: DriverPolarity,
  start: number | null,
  { posterior }: Estimate,
): number {
  if (start === null) return 0
  const below = posterior.probabilityBelow(start)
  return polarity === 'higher' ? 1 - below : below
}
