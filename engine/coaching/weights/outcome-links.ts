import type { ReadableDatabase } from '../../store/index.ts'
import { posteriorMeans, readRankingCells } from '../gathering/measures.ts'
import type { RankedWindow } from '../ranking.ts'
import { driverWeights } from './kept-weights.ts'
import type { KnownWeight } from './weights.ts'

const known = new WeakMap<RankedWindow, Map<string, ReadonlyMap<string, KnownWeight>>>()

/**
 * What drivers are worth on an outcome, as the ranking of a window weighs them: on the workspace's own outcome the very same weights with what was
 * pinned; on another what the same estimate gives for it. Kept for as long as the ranking is.
 */
export function outcomeLinks(
  database: ReadableDatabase,
  ranked: RankedWindow,
  outcomeId: string,
): ReadonlyMap<string, KnownWeight> {
  const { gathered } = ranked
  if (outcomeId === gathered.outcome.id) return gathered.weights
  const kept = known.get(ranked) ?? new Map<string, ReadonlyMap<string, KnownWeight>>()
  known.set(ranked, kept)
  let links = kept.get(outcomeId)
  if (!links) {
    const drivers = [...gathered.definitions.values()].filter(({ role }) => role === 'driver')
    let cells: ReturnType<typeof readRankingCells> | undefined
    links = driverWeights(database, drivers, outcomeId, (metricId) => {
      const definition = gathered.definitions.get(metricId)
      cells ??= readRankingCells(database, gathered)
      return definition ? posteriorMeans(gathered, definition, cells) : new Map<string, number>()
    })
    kept.set(outcomeId, links)
  }
  return links
}
