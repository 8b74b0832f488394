import { createAffectedDays } from '../affected-days.ts'
import {
  chooseFacts,
  chooseNothing,
  deletedKeys,
  erase,
  findDeleted,
  findDeletedPeople,
  findDeletedSounds,
  keyedKinds,
  choosePerson,
  readNamings,
} from '../erasing/index.ts'
import { refreshDerived } from '../imports/index.ts'
import { inTransaction, type WritableDatabase } from '../store/index.ts'

/** Deletes in a workspace that comes from before what was deleted since, by the keys that say what must not come back. */
export function eraseAgain(database: WritableDatabase, at: number): void {
  const keys = deletedKeys(database)
  if (keys === null) return
  inTransaction(database, () => {
    const affected = createAffectedDays()
    chooseNothing(database)
    for (const kind of keyedKinds) chooseFacts(database, kind, findDeleted(database, kind, keys, null))
    chooseFacts(database, 'transcripts', findDeletedSounds(database, keys, null))
    erase(database, { at, keys, affected, withReferences: true })
    const people = new Set(findDeletedPeople(database, keys, null).map(({ personId }) => personId))
    for (const personId of people) {
      chooseNothing(database)
      choosePerson(database, personId)
      erase(database, { at, keys, affected, withReferences: false, namings: readNamings(database, personId) })
    }
    refreshDerived(database, affected, at)
  })
}
