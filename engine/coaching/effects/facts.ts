import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { readStrata } from '../../interactions/index.ts'
import {
  addUpByPerson,
  adjustForCaseMix,
  bySelection,
  observedValue,
  peerGroupOf,
  readCells,
  readVolumes,
  type MetricCell,
} from '../../metrics/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
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
  cellsOf: (driverId: string) => readonly MetricCell[]
  /** Everybody's samples of a driver over some days, of one kind, kept for the next session that asks. */
  samplesOf: (definition: MetricDefinition, days: Days, wantsDrawn: boolean) => Map<string, ShownSample>
  /** Who shares the work of whom, over some days. */
  groupOf: (days: Days) => (personId: string) => string
}

const DAYS_A_WEEK = 7

/** Cells of a person and stratum as one, so that many days cost what one does. Drawn and other ones stay apart. */
function withoutDays(cells: readonly MetricCell[], days: Days): MetricCell[] {
  const merged = new Map<number, MetricCell>()
  const plus = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : a + b)
  for (const cell of cells) {
    if (cell.day < days.from || cell.day > days.to) continue
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

/** Keeps what was worked out under a key. */
function keeping<Value>(): (key: string, make: () => Value) => Value {
  const kept = new Map<string, Value>()
  return (key, make) => {
    let value = kept.get(key)
    if (value === undefined) kept.set(key, (value = make()))
    return value
  }
}

/** Reads the cells of the drivers over the days, in one query. */
export function readEffectFacts(
  database: ReadableDatabase,
  driverIds: readonly string[],
  days: Days,
): EffectFacts {
  const strata = new Map(readStrata(database).map((stratum) => [stratum.id, stratum]))
  const byDriver = Map.groupBy(
    readCells(database, { range: days, metricIds: driverIds, byDay: true }).filter(
      ({ personId }) => personId !== 0,
    ),
    ({ metricId }) => metricId,
  )
  const selections = new Map([...byDriver].map(([id, cells]) => [id, bySelection(cells)]))
  const samples = keeping<Map<string, ShownSample>>()
  const groups = keeping<(personId: string) => string>()
  // Peer groups change little from day to day: those of the weeks around serve all sessions of a week.
  const groupOf = ({ from, to }: Days) => {
    const around = { from: from - (from % DAYS_A_WEEK), to: to - (to % DAYS_A_WEEK) + DAYS_A_WEEK - 1 }
    return groups(`${around.from} ${around.to}`, () => peerGroupOf(readVolumes(database, around), strata))
  }
  return {
    cellsOf: (driverId) => byDriver.get(driverId) ?? [],
    groupOf,
    samplesOf: (definition, of, wantsDrawn) =>
      samples(`${definition.id} ${of.from} ${of.to} ${wantsDrawn}`, () => {
        const chosen = selections.get(definition.id)?.[wantsDrawn ? 'drawn' : 'others'] ?? []
        const cells = withoutDays(chosen, of)
        const sums = addUpByPerson(cells)
        return new Map(
          [...adjustForCaseMix(definition, cells, strata, groupOf(of))].map(([agentId, one]) => {
            const own = sums.get(Number(agentId))!
            return [
              agentId,
              {
                agentId,
                n: one.n,
                observed: own.observed,
                raw: observedValue(definition, own),
                value: one.adjusted,
                withinSumOfSquares: one.withinSumOfSquares,
              },
            ]
          }),
        )
      }),
  }
}
