import type { MetricDefinition } from '../../shared/domain/metric-definition.ts'
import type { Stratum } from '../interactions/index.ts'
import {
  durationFromLog,
  peerGroups,
  pooledWithinVariance,
  standardise,
  type Standardised,
  type StratumSums,
} from '../statistics/index.ts'
import type { MetricCell } from './reading.store.ts'
import { asPlainCells } from './selection.ts'
import { addUp, observedValue } from './value.ts'

/** Who is compared with whom: the peer group of each person, `''` where nothing is known of the work. */
export function peerGroupOf(
  volumes: readonly { personId: number; stratumId: number; n: number }[],
  strata: ReadonlyMap<number, Stratum>,
): (personId: string) => string {
  const groups = peerGroups(
    volumes
      .filter((volume) => volume.personId > 0)
      .map((volume) => {
        const stratum = strata.get(volume.stratumId)
        return {
          agentId: String(volume.personId),
          channel: stratum?.channel ?? '',
          queueId: stratum?.queue ?? null,
          n: volume.n,
        }
      }),
  )
  return (personId) => groups.get(personId) ?? ''
}

/**
 * The case-mix adjusted sums of one metric by person, on the modelling scale (logarithms for `isLogScale`). Metrics without case mix
 * are compared as they are. Drawn reviews count what they are worth; with others they are refused.
 */
export function adjustForCaseMix(
  definition: MetricDefinition,
  cells: readonly MetricCell[],
  strata: ReadonlyMap<number, Stratum>,
  groupOf: (personId: string) => string,
): Map<string, Standardised> {
  const sums: StratumSums[] = []
  for (const cell of asPlainCells(cells)) {
    if (cell.personId === 0) continue
    const stratum = definition.caseMix.length > 0 ? strata.get(cell.stratumId) : undefined
    const isLog = definition.isLogScale && cell.logSum !== null && cell.logSumSq !== null
    sums.push({
      agentId: String(cell.personId),
      queueId: stratum?.queue ?? null,
      reason: stratum?.reason ?? null,
      channel: stratum?.channel ?? '',
      n: cell.n,
      sum: isLog ? cell.logSum! : cell.sum,
      sumOfSquares: isLog ? cell.logSumSq! : cell.sumSq,
    })
  }
  const standardised = standardise(sums, groupOf)
  return definition.kind === 'ratio' ? asRatios(definition, standardised, cells) : standardised
}

/** Ratios have no case mix: the value is the sum over the sum, not the mean of the days' own ratios. */
function asRatios(
  definition: MetricDefinition,
  standardised: ReadonlyMap<string, Standardised>,
  cells: readonly MetricCell[],
): Map<string, Standardised> {
  const byPerson = Map.groupBy(cells, (cell) => String(cell.personId))
  return new Map(
    [...standardised].map(([personId, one]) => {
      const ratio = observedValue(definition, addUp(byPerson.get(personId) ?? [])) ?? one.raw
      return [personId, { ...one, raw: ratio, adjusted: ratio }]
    }),
  )
}

/** Adjusted values on the reporting scale: `exp(mu + s2/2)` for log-scale durations, shares kept within 0..1. */
export function reportAdjusted(
  definition: MetricDefinition,
  standardised: ReadonlyMap<string, Standardised>,
): Map<string, number> {
  const { variance } = pooledWithinVariance([...standardised.values()])
  return new Map(
    [...standardised].map(([personId, one]) => {
      if (definition.isLogScale) return [personId, durationFromLog(one.adjusted, variance ?? 0)]
      if (definition.kind === 'proportion') return [personId, Math.min(1, Math.max(0, one.adjusted))]
      return [personId, one.adjusted]
    }),
  )
}
