import { refreshLinks } from '../interactions/index.ts'
import { rebuildRollups } from '../metrics/index.ts'
import { refreshPeople } from '../people/index.ts'
import { refreshCriticalQuestions, refreshScores } from '../quality/index.ts'
import type { WritableDatabase } from '../store/index.ts'

/**
 * Brings everything derived in line with the facts after imports or an undo: who is who, which contact a row belongs to, the
 * recomputed scores, and the rollups of the days concerned.
 */
export function refreshDerived(database: WritableDatabase, affectedDays: Set<number>, now: number): void {
  refreshPeople(database, now)
  refreshLinks(database, affectedDays)
  refreshCriticalQuestions(database)
  refreshScores(database, affectedDays)
  rebuildRollups(database, affectedDays)
}
