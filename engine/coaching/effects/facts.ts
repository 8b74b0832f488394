import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { readStrata } from '../../interactions/index.ts'
import {
  addUpByPerson,
  adjustForCaseMix,
  observedValue,
  readDailySums,
  type MetricCell,
} from '../../metrics/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import type { EffectPeers } from './peers.ts'
import type { Days } from './windows.ts'

/** What one agent showed over some days. */
export interface ShownSample {
  agentId: string
  /** Effective, of drawn reviews. */
  n: number
  observed: number
  raw: number | null
  /** Adjusted, modelling scale. */
  value: number
  withinSumOfSquares: number
}

/** What was observed of some drivers over some days, read once for any number of sessions. */
export interface EffectFacts {
  /** One agent's cells by day. */
  cellsOf: (driverId: string, agentId: string) => readonly MetricCell[]
  /** Samples of peers over some days, adjusted among them, of one kind; kept for the next session that asks. */
  samplesOf: (
    definition: MetricDefinition,
    days: Days,
    wantsDrawn: boolean,
    peers: EffectPeers,
  ) => Map<string, ShownSample>
}

/** Reads what was observed on the drivers over the days, once for all the people; yields between pieces. */
export function* readEffectFacts(
  database: ReadableDatabase,
  driverIds: readonly string[],
  range: Days,
  personIds: readonly number[],
): Generator<void, EffectFacts> {
  const strata = new Map(readStrata(database).map((stratum) => [stratum.id, stratum]))
  const daily = yield* readDailySums(database, driverIds, range, personIds)
  const kept = new Map<string, Map<string, ShownSample>>()
  const samplesOf: EffectFacts['samplesOf'] = (definition, days, wantsDrawn, peers) => {
    const key = `${definition.id} ${days.from} ${days.to} ${wantsDrawn} ${peers.key}`
    const known = kept.get(key)
    if (known !== undefined) return known
    const cells = [...peers.ids].flatMap((id) =>
      daily.over(definition.id, Number(id), days).filter(({ drawn }) => (drawn !== null) === wantsDrawn),
    )
    const sums = addUpByPerson(cells)
    const samples = new Map(
      [...adjustForCaseMix(definition, cells, strata, () => '')].map(([agentId, one]) => {
        const own = sums.get(Number(agentId))!
        const sample: ShownSample = {
          agentId,
          n: one.n,
          observed: own.observed,
          raw: observedValue(definition, own),
          value: one.adjusted,
          withinSumOfSquares: one.withinSumOfSquares,
        }
        return [agentId, sample]
      }),
    )
    kept.set(key, samples)
    return samples
  }
  return {
    cellsOf: (driverId, agentId) => daily.byDay(driverId, Number(agentId), range),
    samplesOf,
  }
}
