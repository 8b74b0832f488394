import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import {
  addUpByPerson,
  adjustForCaseMix,
  addUp,
  bySelection,
  observedValue,
  readCells,
  readFirstContactResolution,
  type MetricCell,
} from '../../metrics/index.ts'
import type { Standardised } from '../../statistics/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { estimateBoth, type AgentSample, type DriverFacts, type QueueSample } from '../assessment/index.ts'
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
      samples: samplesOf(scene, definition, own, (cells) => volumeOf(definition, cells)),
      queueSamples: queueSamplesOf(scene, definition, own),
    }
  })
}

/**
 * Each agent's posterior mean of a metric, for the regression between agents (methods 4): the noise of few observations would make
 * every weight look smaller. All from drawn reviews or none: of whichever there are more agents.
 */
export function posteriorMeans(
  scene: Scene,
  definition: MetricDefinition,
  cells: CellBook,
): Map<string, number> {
  const samples = samplesOf(scene, definition, cells.of(definition.id), () => () => 0)
  const { drawn, others } = estimateBoth(driverFacts(definition), samples, scene.groupOf)
  return new Map(
    [...(drawn.size >= others.size ? drawn : others)].map(([agentId, { posterior }]) => [
      agentId,
      posterior.mean,
    ]),
  )
}

/** In how many contacts a week a driver applies to a person of whom so much was observed. */
type ContactsPerWeek = (personId: number, observed: number) => number

/**
 * What was observed of each active person, raw and adjusted for case mix: one sample of drawn reviews, weighted by their chances and counted as what
 * they are worth, and one of everything else.
 */
export function samplesOf(
  scene: Pick<Scene, 'strata' | 'workGroupOf' | 'activeIds'>,
  definition: MetricDefinition,
  cells: readonly MetricCell[],
  contactsPerWeekOf: (cells: readonly MetricCell[]) => ContactsPerWeek,
): AgentSample[] {
  const { drawn, others } = bySelection(cells)
  return [drawn, others].flatMap((own) =>
    own.length === 0 ? [] : samplesOfOneKind(scene, definition, own, contactsPerWeekOf(own)),
  )
}

function samplesOfOneKind(
  { strata, workGroupOf, activeIds }: Pick<Scene, 'strata' | 'workGroupOf' | 'activeIds'>,
  definition: MetricDefinition,
  cells: readonly MetricCell[],
  contactsPerWeekOf: ContactsPerWeek,
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
    const own = sums.get(Number(agentId))!
    return {
      agentId,
      n: one.n,
      drawn: own.variance === undefined ? null : { observed: own.observed, variance: own.variance },
      raw: observedValue(definition, own),
      adjusted: one.adjusted,
      withinSumOfSquares: one.withinSumOfSquares,
      contactsPerWeek: contactsPerWeekOf(Number(agentId), own.observed),
    }
  })
}

function queueSamplesOf(
  { strata, activeIds }: Scene,
  definition: MetricDefinition,
  cells: readonly MetricCell[],
): QueueSample[] {
  const groups = new Map<string, { agentId: string; queueId: string; cells: MetricCell[] }>()
  for (const cell of cells) {
    const queueId = strata.get(cell.stratumId)?.queue
    const agentId = String(cell.personId)
    if (!queueId || !activeIds.has(agentId)) continue
    const key = `${agentId}\u001f${queueId}\u001f${cell.drawn === null}`
    const group = groups.get(key)
    if (group) group.cells.push(cell)
    else groups.set(key, { agentId, queueId, cells: [cell] })
  }
  return [...groups.values()].map(({ agentId, queueId, cells: own }) => {
    const { n, sum, sumSq } = onModellingScale(definition, own)
    return {
      agentId,
      queueId,
      n,
      isDrawn: own[0]!.drawn !== null,
      value: sum / n,
      withinSumOfSquares: Math.max(0, sumSq - (sum * sum) / n),
    }
  })
}

function onModellingScale(
  { isLogScale }: MetricDefinition,
  cells: readonly MetricCell[],
): { n: number; sum: number; sumSq: number } {
  if (!isLogScale || cells.some(({ logSum }) => logSum === null)) return addUp(cells)
  let [n, sum, sumSq] = [0, 0, 0]
  for (const cell of cells) {
    n += cell.n
    sum += cell.logSum!
    sumSq += cell.logSumSq ?? 0
  }
  return { n, sum, sumSq }
}
