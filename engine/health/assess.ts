import type { DataHealth, HealthSeverity } from '../../shared/contract/health.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { newestDay, readFreshness } from '../workspace/index.ts'
import { evaluationCoverage, findEvaluationGaps } from './evaluations.ts'
import { findLooseRows, findWaiting } from './rows.ts'
import { readScene, type Scene } from './scene.ts'
import { findStopped, type Stopped } from './stopped.ts'
import { findGaps, type Gaps } from './teams-and-people.ts'
import { findThinDays } from './thin.ts'
import type { Found } from './words.ts'

/** All that is known of what is missing. */
export interface Assessed {
  /** Null in an empty workspace. */
  scene: Scene | null
  found: Found[]
  coverage: DataHealth['evaluations']
  silent: Stopped['silent']
  gaps: Pick<Gaps, 'teams' | 'people'>
}

const gravest: readonly HealthSeverity[] = ['blocking', 'worth-knowing', 'note']

/** Looks at everything once: from day counts of the last twelve weeks and from what the Freshness tab counts. */
export function assessHealth(database: ReadableDatabase): Assessed {
  const to = newestDay(database)
  const waiting = findWaiting(database)
  if (to === undefined)
    return {
      scene: null,
      found: waiting,
      coverage: { agents: 0, none: 0, median: 0, imported: 0, drawn: 0, each: [] },
      silent: new Map(),
      gaps: { teams: new Map(), people: new Map() },
    }
  const scene = readScene(database, to)
  const freshness = readFreshness(database)
  const stopped = findStopped(database, scene, freshness)
  const gaps = findGaps(scene, stopped.silent)
  const coverage = evaluationCoverage(scene)
  const found = [
    ...stopped.found,
    ...gaps.found,
    ...findEvaluationGaps(scene, coverage),
    ...findThinDays(scene),
    ...waiting,
    ...findLooseRows(freshness),
  ].toSorted((a, b) => gravest.indexOf(a.severity) - gravest.indexOf(b.severity))
  return { scene, found, coverage, silent: stopped.silent, gaps }
}
