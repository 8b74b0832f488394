import type { AffectedDays } from './affected-days.ts'
import { keepForRanking } from './coaching/index.ts'
import { rebuildRollups } from './metrics/index.ts'
import { refreshCriticalQuestions } from './quality/index.ts'
import type { WritableDatabase } from './store/index.ts'

/** Brings what follows from evaluations in line after a review was submitted or taken back: the sums of its day, and what drivers are worth. */
export function refreshReviewed(database: WritableDatabase, affected: AffectedDays): void {
  refreshCriticalQuestions(database)
  rebuildRollups(database, affected)
  keepForRanking(database)
}
