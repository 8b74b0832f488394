import { refreshLinks } from '../interactions/index.ts'
import { daysOfImport, rebuildRollups } from '../metrics/index.ts'
import { refreshPeople } from '../people/index.ts'
import type { WritableDatabase } from '../store/index.ts'

/**
 * Brings everything derived in line with the facts after an import or an undo: who is who, which contact a row belongs to, and the
 * rollups of the days concerned.
 */
export function refreshDerived(
  database: WritableDatabase,
  change: { importId: number; affectedDays: Set<number>; now: number },
): void {
  for (const day of daysOfImport(database, change.importId)) change.affectedDays.add(day)
  refreshPeople(database, change.now)
  refreshLinks(database, change.affectedDays)
  rebuildRollups(database, change.affectedDays)
}
