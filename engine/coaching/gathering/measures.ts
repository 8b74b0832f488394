import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import {
  addUpByPerson,
  adjustForCaseMix,
  observedValue,
  readCells,
  readFirstContactResolution,
  type MetricCell,
} from '../../metrics/index.ts'
import type { Standardised } from '../../statistics/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { estimateMetric, type AgentSample, type DriverFacts, type QueueSample } from '../assessment/index.ts'
import { readApplicability } from './applicability.store.ts'
import { createCellBook, type CellBook } from './cell-book.ts'
import type { Scene } from './scene.ts'
import { weeklyVolumes } from './volume.ts'

/** What was observed of one driver in a window, as the assessment takes it. */
export interface DriverMeasures {
  driverId: string
  samples: AgentSample[]
  queueSamples: QueueSample[]
}

/** The drivers and the outcome: what ranks people. */
export function isRanking({ outcome }: Scene, definition: MetricDefinition): boolean {
  return definition.role === 'driver' || definition.id === outcome.id
}

/** The facts of a driver as the assessment takes them. */
export function driverFacts(definition: MetricDefinition): DriverFacts {
  const { polarity } = definition
  return {
    driverId: definition.id,
    kind: definition.isLogScale ? 'log-mean' : definition.kind === 'proportion' ? 'proportion' : 'mean',
    polarity:
      polarity.direction === 'band'
        ? { low: polarity.low, high: polarity.high }
        : polarity.direction === 'lower'
          ? 'lower'
          : 'higher',
    target: definition.target,
    delta: definition.smallestDifference,
    leastN: definition.leastN,
    coachability: definition.coachability,
    mayBePraised: !definition.id.startsWith('auto:'),
  }
}

/** Everybody's cells of what ranks people. */
export function readRankingCells(database: ReadableDatabase, scene: Scene): CellBook {
  const { window, definitions, outcome, fcrWindowDays } = scene
  const metricIds = [...definitions.values()]
    .filter((definition) => isRanking(scene, definition) && definition.id !== 'fcr')
    .map(({ id }) => id)
  return createCellBook([
    ...readCells(database, { range: window, metricIds }),
    ...(outcome.id === 'fcr' ? readFirstContactResolution(database, window, fcrWindowDays) : []),
  ])
}

/** Adds up every driver of the window, adjusted for case mix; drivers nothing was observed of are left out. */
export function measureDrivers(database: ReadableDatabase, scene: Scene, cells: CellBook): DriverMeasures[] {
  const { window, definitions, volumes, strata } = scene
  const volumeOf = weeklyVolumes(volumes, strata, readApplicability(database, window), window.days)
  return [...definitions.values()].flatMap((definition) => {
    const own = cells.of(definition.id)
    if (definition.role !== 'driver' || own.length === 0) return []
    return {
      driverId: definition.id,
      samples: samplesOf(scene, definition, own, volumeOf(definition, own)),
      queueSamples: queueSamplesOf(scene, definition, own),
    }
  })
}

/**
 * Each agent's posterior mean of a metric, for the regression between agents (methods 4): the noise of few observations would make
 * every weight look smaller.
 */
export function posteriorMeans(
  scene: Scene,
  definition: MetricDefinition,
  cells: CellBook,
): Map<string, number> {
  const samples = samplesOf(scene, definition, cells.of(definition.id), () => 0)
  const estimates = estimateMetric(driverFacts(definition), samples, scene.groupOf)
  return new Map([...estimates].map(([agentId, { posterior }]) => [agentId, posterior.mean]))
}

/** What was observed of each active person, raw and adjusted for case mix. */
export function samplesOf(
  { strata, workGroupOf, activeIds }: Scene,
  definition: MetricDefinition,
  cells: readonly MetricCell[],
  contactsPerWeekOf: (personId: number, observed: number) => number,
): AgentSample[] {
  const standardised: ReadonlyMap<string, Standardised> = adjustForCaseMix(
    definition,
    cells,
    strata,
    workGroupOf,
  )
  const sums = addUpByPerson(cells)
  return [...standardised].flatMap(([agentId, one]) => {
    if (!activeIds.has(agentId)) return []
    return {
      agentId,
      n: one.n,
      raw: observedValue(definition, sums.get(Number(agentId))!),
      adjusted: one.adjusted,
      withinSumOfSquares: one.withinSumOfSquares,
      contactsPerWeek: contactsPerWeekOf(Number(agentId), one.n),
    }
  })
}

function queueSamplesOf(
  { strata, activeIds }: Scene,
  definition: MetricDefinition,
  cells: readonly MetricCell[],
): QueueSample[] {
  const groups = new Map<
    string,
    { agentId: string; queueId: string; n: number; sum: number; sumSq: number }
  >()
  for (const cell of cells) {
    const queue = strata.get(cell.stratumId)?.queue
    const agentId = String(cell.personId)
    if (!queue || !activeIds.has(agentId)) continue
    const key = `${agentId}\u001f${queue}`
    let group = groups.get(key)
    if (!group) groups.set(key, (group = { agentId, queueId: queue, n: 0, sum: 0, sumSq: 0 }))
    const isLog = definition.isLogScale && cell.logSum !== null
    group.n += cell.n
    group.sum += isLog ? cell.logSum! : cell.sum
    group.sumSq += isLog ? cell.logSumSq! : cell.sumSq
  }
  return [...groups.values()].map(({ agentId, queueId, n, sum, sumSq }) => ({
    agentId,
    queueId,
    n,
    value: sum / n,
    withinSumOfSquares: Math.max(0, sumSq - (sum * sum) / n),
  }))
}
