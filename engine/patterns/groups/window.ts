import { t } from '#speech'
import type { PatternDriver } from '../../../shared/contract/group-patterns.ts'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { dayNumber } from '../../../shared/domain/time.ts'
import { driverKind, groupsOf, type GroupedWindow } from '../../coaching/index.ts'
import { wholeOf, type EngineContext } from '../../context.ts'
import { Problem } from '../../problem.ts'
import { languageAtHand } from '../../speaking-in.ts'
import { revisionOf } from '../../store/index.ts'
import { newestDay, readPreferences } from '../../workspace/index.ts'

const MOST_KEPT = 4

/** The window asked for: the workspace's own length, ending at the newest data, unless told otherwise. */
export interface AskedWindow {
  days?: number | undefined
  to?: string | undefined
}

const caches = new WeakMap<object, { revision: number; kept: Map<string, GroupedWindow> }>()

/** Groups of the window asked for, remembered while nothing has been written. */
export function groupedWindow(context: EngineContext, asked: AskedWindow): GroupedWindow {
  const read = wholeOf(context)
  const to =
    asked.to === undefined ? (newestDay(read) ?? Math.floor(context.now() / 86_400_000)) : dayNumber(asked.to)
  const days = asked.days ?? readPreferences(read).windowDays
  const revision = revisionOf(read)
  let cache = caches.get(read)
  if (cache?.revision !== revision) caches.set(read, (cache = { revision, kept: new Map() }))
  // definitions have their words in them
  const key = `${to} ${days} ${languageAtHand()}`
  let grouped = cache.kept.get(key)
  if (!grouped) {
    grouped = groupsOf(read, to, days)
    if (cache.kept.size >= MOST_KEPT) cache.kept.delete(cache.kept.keys().next().value!)
    cache.kept.set(key, grouped)
  }
  return grouped
}

/** A driver as the page shows it. */
export function patternDriver(definition: MetricDefinition): PatternDriver {
  const { id, label, unit, scale, polarity, smallestDifference, target } = definition
  return { id, label, kind: driverKind(id), unit, scale, polarity, delta: smallestDifference, target }
}

/** The definition of a driver; `NOT_FOUND` with one sentence where there is none. */
export function mustDriver(
  definitions: ReadonlyMap<string, MetricDefinition>,
  driverId: string,
): MetricDefinition {
  const definition = definitions.get(driverId)
  if (definition?.role !== 'driver')
    throw new Problem('NOT_FOUND', t`That driver is no longer measured here; go back to the heat map.`)
  return definition
}
