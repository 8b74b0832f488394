import { refreshLinks } from '../interactions/index.ts'
import { rebuildRollups } from '../metrics/index.ts'
import { refreshPeople } from '../people/index.ts'
import { refreshCriticalQuestions, refreshScores } from '../quality/index.ts'
import type { WritableDatabase } from '../store/index.ts'

/**
 * What brings everything derived in line with the facts, in order: who is who, which contact a row belongs to, the recomputed scores,
 * and the rollups of the days concerned. Steps, so that a large import can let other calls through between them.
 */
export function refreshSteps(
  database: WritableDatabase,
  affectedDays: Set<number>,
  now: number,
): (() => void)[] {
  return [
    () => refreshPeople(database, now),
    () => refreshLinks(database, affectedDays),
    () => refreshCriticalQuestions(database),
    () => refreshScores(database, affectedDays),
    () => rebuildRollups(database, affectedDays),
  ]
}

/** All of it at once, after an undo or a decision about people. */
export function refreshDerived(database: WritableDatabase, affectedDays: Set<number>, now: number): void {
  for (const step of refreshSteps(database, affectedDays, now)) step()
}
