import { createHash } from 'node:crypto'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { readCatalogue, readFactsRevision } from '../../metrics/index.ts'
import { readSetting, writeSetting, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'
import { readPreferences } from '../../workspace/index.ts'
import { estimateDrivers, type KnownWeight } from './weights.ts'

/** Raised when weights are estimated in another way, so that kept ones are not taken for those. */
const METHOD = 2

/** Under this name among the settings. */
const KEPT = 'driver-weights'

interface Kept {
  /** The facts, the outcome and the definitions they were estimated from. */
  basis: string
  weights: [string, KnownWeight][]
}

function basisOf(
  database: ReadableDatabase,
  drivers: readonly MetricDefinition[],
  outcomeId: string,
): string {
  const definitions = drivers.map(({ id, priorWeight, polarity }) => [id, priorWeight, polarity])
  const told = createHash('sha256')
    .update(JSON.stringify([METHOD, outcomeId, definitions]))
    .digest('hex')
  return `${readFactsRevision(database)} ${told}`
}

/**
 * Weights by driver on the outcome, as estimated from all facts: those kept since the last import where they still hold, else estimated
 * now. They read every contact with an outcome, of all time, which is the larger part of ranking a large workspace.
 */
export function driverWeights(
  database: ReadableDatabase,
  drivers: readonly MetricDefinition[],
  outcomeId: string,
  agentMeans: (metricId: string) => ReadonlyMap<string, number>,
): ReadonlyMap<string, KnownWeight> {
  const text = readSetting(database, KEPT)
  // written below
  const kept = text === undefined ? undefined : (JSON.parse(text) as Kept)
  if (kept?.basis === basisOf(database, drivers, outcomeId)) return new Map(kept.weights)
  return estimateDrivers(database, drivers, outcomeId, agentMeans)
}

/**
 * Estimates the weights after the facts changed, and keeps them for every ranking until they change again. Where paired contacts are so
 * few that agents' means of the window are asked for, nothing is kept: then estimating is quick.
 */
export function keepDriverWeights(database: WritableDatabase): void {
  const drivers = readCatalogue(database).filter(({ role }) => role === 'driver')
  const outcomeId = readPreferences(database).outcomeMetricId
  let dependsOnWindow = false
  const weights = estimateDrivers(database, drivers, outcomeId, () => {
    dependsOnWindow = true
    return new Map()
  })
  const kept: Kept = { basis: basisOf(database, drivers, outcomeId), weights: [...weights] }
  writeSetting(database, KEPT, JSON.stringify(dependsOnWindow ? { basis: '', weights: [] } : kept))
}

/** Keeps weights that were estimated elsewhere, for as long as the facts here stay what they are. */
export function keepWeightsOfElsewhere(
  database: WritableDatabase,
  weights: ReadonlyMap<string, KnownWeight>,
): void {
  const drivers = readCatalogue(database).filter(({ role }) => role === 'driver')
  const basis = basisOf(database, drivers, readPreferences(database).outcomeMetricId)
  writeSetting(database, KEPT, JSON.stringify({ basis, weights: [...weights] } satisfies Kept))
}
