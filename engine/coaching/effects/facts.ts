import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { readStrata } from '../../interactions/index.ts'
import {
  addUpByPerson,
  adjustForCaseMix,
  bySelection,
  observedValue,
  readCells,
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

/** Cells of a person and stratum as one, so that many days cost what one does. Drawn and other ones stay apart. */
function withoutDays(cells: Iterable<MetricCell>): MetricCell[] {
  const merged = new Map<number, MetricCell>()
  const plus = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : a + b)
  for (const cell of cells) {
    const key = cell.personId * 1_000_003 + cell.stratumId
    const own = merged.get(key)
    if (own === undefined) {
      merged.set(key, { ...cell, drawn: cell.drawn === null ? null : { ...cell.drawn } })
      continue
    }
    own.n += cell.n
    own.sum += cell.sum
    own.sumSq += cell.sumSq
    own.logSum = plus(own.logSum, cell.logSum)
    own.logSumSq = plus(own.logSumSq, cell.logSumSq)
    own.numerator = plus(own.numerator, cell.numerator)
    own.denominator = plus(own.denominator, cell.denominator)
    if (own.drawn === null || cell.drawn === null) continue
    own.drawn.weight += cell.drawn.weight
    own.drawn.weightSq += cell.drawn.weightSq
    own.drawn.weightSqSum += cell.drawn.weightSqSum
    own.drawn.weightSqSumSq += cell.drawn.weightSqSumSq
  }
  return [...merged.values()]
}

/** A driver's cells of one kind, by day and person: a window of some peers is looked up and not searched for. */
type ByDay = Map<number, Map<number, MetricCell[]>>

function byDayOf(cells: readonly MetricCell[]): ByDay {
  const days: ByDay = new Map()
  for (const cell of cells) {
    let day = days.get(cell.day)
    if (day === undefined) days.set(cell.day, (day = new Map()))
    const own = day.get(cell.personId)
    if (own === undefined) day.set(cell.personId, [cell])
    else own.push(cell)
  }
  return days
}

function* within(cells: ByDay, { from, to }: Days, people: readonly number[]): Generator<MetricCell> {
  for (let day = from; day <= to; day++) {
    const ofDay = cells.get(day)
    if (ofDay === undefined) continue
    for (const person of people) yield* ofDay.get(person) ?? []
  }
}

/** Reads the cells of the drivers over the days for the people, in one query. */
export function readEffectFacts(
  database: ReadableDatabase,
  driverIds: readonly string[],
  days: Days,
  personIds: readonly number[],
): EffectFacts {
  const strata = new Map(readStrata(database).map((stratum) => [stratum.id, stratum]))
  const byDriver = Map.groupBy(
    readCells(database, { range: days, metricIds: driverIds, personIds, byDay: true }),
    ({ metricId }) => metricId,
  )
  const kinds = new Map(
    [...byDriver].map(([id, cells]) => {
      const { drawn, others } = bySelection(cells)
      return [id, { drawn: byDayOf(drawn), others: byDayOf(others) }]
    }),
  )
  const kept = new Map<string, Map<string, ShownSample>>()
  const samplesOf: EffectFacts['samplesOf'] = (definition, of, wantsDrawn, peers) => {
    const key = `${definition.id} ${of.from} ${of.to} ${wantsDrawn} ${peers.key}`
    const known = kept.get(key)
    if (known !== undefined) return known
    const chosen = kinds.get(definition.id)?.[wantsDrawn ? 'drawn' : 'others'] ?? new Map<number, never>()
    const cells = withoutDays(within(chosen, of, [...peers.ids].map(Number)))
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
    cellsOf: (driverId, agentId) =>
      (byDriver.get(driverId) ?? []).filter(({ personId }) => personId === Number(agentId)),
    samplesOf,
  }
}
