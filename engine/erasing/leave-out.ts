import type { AffectedDays } from '../affected-days.ts'
import type { WritableDatabase } from '../store/index.ts'
import { deletedKeys } from './keys.ts'
import {
  findDeleted,
  findDeletedPeople,
  findDeletedSounds,
  hasDeletedKeys,
  keyedKinds,
  removeFacts,
} from './keys.store.ts'
import { erasePerson, removeOwned } from './person.store.ts'

/**
 * Leaves out what some imports bring back although it was deleted, within their transaction and before anything follows from it: facts of deleted
 * contacts and conversations, and everything that names a deleted person. Gives how many facts that were.
 */
export function leaveOutDeleted(
  database: WritableDatabase,
  importIds: readonly number[],
  affected: AffectedDays,
  at: number,
): number {
  if (importIds.length === 0 || !hasDeletedKeys(database)) return 0
  const keys = deletedKeys(database)
  if (keys === null) return 0
  let count = 0
  for (const kind of keyedKinds) {
    const ids = [
      ...findDeleted(database, kind, keys, importIds),
      ...(kind === 'transcripts' ? findDeletedSounds(database, keys, importIds) : []),
    ]
    removeFacts(database, kind, ids)
    count += ids.length
  }
  const namings = findDeletedPeople(database, keys, importIds)
  if (namings.length === 0) return count
  const ids = namings.map(({ id }) => id)
  count += removeOwned(database, ids, importIds)
  // what stood here before and names them anew loses the name again
  erasePerson(database, namings, at, affected)
  return count
}
