import { cellPosterior } from './cell-posterior.ts'
import { evenEdges } from './grid-prior.ts'
import { durationFromLog } from './log-durations.ts'
import type { Posterior } from './posterior.ts'

const CELLS = 61

/**
 * The posterior of a mean duration exp(mu + s2 / 2) from that of mu, so that gap, target and weight are all
 * in seconds. s2, the variance of a single observation's logarithm, is taken as known.
 */
export function durationPosterior(ofLog: Posterior, varianceOfLogs: number): Posterior {
  const reach = 6 * ofLog.standardDeviation
  const edges = evenEdges(ofLog.mean - reach, ofLog.mean + reach, CELLS)
  const masses = new Float64Array(CELLS)
  let below = ofLog.probabilityBelow(edges[0]!)
  let total = 0
  for (let g = 0; g < CELLS; g++) {
    const next = ofLog.probabilityBelow(edges[g + 1]!)
    masses[g] = Math.max(0, next - below)
    total += masses[g]!
    below = next
  }
  if (!(total > 0)) masses[CELLS >> 1] = total = 1
  return cellPosterior(
    edges.map((edge) => durationFromLog(edge, varianceOfLogs)),
    masses.map((mass) => mass / total),
  )
}
