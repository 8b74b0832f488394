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

const plus = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : a + b)

function addTo(own: MetricCell, cell: MetricCell): void {
  own.n += cell.n
  own.sum += cell.sum
  own.sumSq += cell.sumSq
  own.logSum = plus(own.logSum, cell.logSum)
  own.logSumSq = plus(own.logSumSq, cell.logSumSq)
  own.numerator = plus(own.numerator, cell.numerator)
  own.denominator = plus(own.denominator, cell.denominator)
  if (own.drawn === null || cell.drawn === null) return
  own.drawn.weight += cell.drawn.weight
  own.drawn.weightSq += cell.drawn.weightSq
  own.drawn.weightSqSum += cell.drawn.weightSqSum
  own.drawn.weightSqSumSq += cell.drawn.weightSqSumSq
}

/** A driver's cells of one kind, by person and stratum, days in order: a window of some peers is looked up and not searched for. */
type ByPerson = Map<number, MetricCell[][]>

function byPersonOf(cells: readonly MetricCell[]): ByPerson {
  const people = new Map<number, Map<number, MetricCell[]>>()
  for (const cell of cells) {
    let own = people.get(cell.personId)
    if (own === undefined) people.set(cell.personId, (own = new Map()))
    const days = own.get(cell.stratumId)
    if (days === undefined) own.set(cell.stratumId, [cell])
    else days.push(cell)
  }
  return new Map([...people].map(([personId, own]) => [personId, [...own.values()]]))
}

/** The peers' cells within a window, those of a person and stratum as one: many days cost what one does. */
function within(cells: ByPerson, { from, to }: Days, people: Iterable<string>): MetricCell[] {
  const found: MetricCell[] = []
  for (const person of people)
    for (const days of cells.get(Number(person)) ?? []) {
      let own: MetricCell | undefined
      for (const cell of days) {
        if (cell.day < from || cell.day > to) continue
        if (own !== undefined) addTo(own, cell)
        else {
          own = { ...cell, drawn: cell.drawn === null ? null : { ...cell.drawn } }
          found.push(own)
        }
      }
    }
  return found
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
      return [id, { drawn: byPersonOf(drawn), others: byPersonOf(others) }]
    }),
  )
  const kept = new Map<string, Map<string, ShownSample>>()
  const samplesOf: EffectFacts['samplesOf'] = (definition, of, wantsDrawn, peers) => {
    const key = `${definition.id} ${of.from} ${of.to} ${wantsDrawn} ${peers.key}`
    const known = kept.get(key)
    if (known !== undefined) return known
    const chosen = kinds.get(definition.id)?.[wantsDrawn ? 'drawn' : 'others'] ?? new Map<number, never>()
    const cells = within(chosen, of, peers.ids)
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
    cellsOf(driverId, agentId) {
      const { drawn, others } = kinds.get(driverId) ?? { drawn: undefined, others: undefined }
      return [drawn, others].flatMap((cells) => cells?.get(Number(agentId))?.flat() ?? [])
    },
    samplesOf,
  }
}
