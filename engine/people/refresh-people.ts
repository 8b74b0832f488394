import type { ReadableDatabase, WritableDatabase } from '../store/index.ts'
import { assignPerson, readIdentities } from './identities.store.ts'
import { comparableKey, joinIdentities, type JoiningResult } from './joining.ts'
import {
  readDecisions,
  readSharedContacts,
  replaceAutomaticJoins,
  replaceProposals,
} from './joining.store.ts'

/** Which identities are one person, computed from what stands in the workspace now. */
function computeJoining(database: ReadableDatabase): JoiningResult {
  const { shared, comparable } = readSharedContacts(database)
  return joinIdentities({
    identities: readIdentities(database),
    sharedContacts: shared,
    comparableContacts: new Map(
      comparable.map((row) => [comparableKey(row.identityId, row.sourceId), row.contacts]),
    ),
    decisions: readDecisions(database),
  })
}

/**
 * Joins identities into people anew after an import, an undo or a decision. A function of the facts and the decisions alone, so that
 * undoing an import also undoes every join that rested on it.
 */
export function refreshPeople(database: WritableDatabase, now: number): void {
  const { joins, personOf, proposals } = computeJoining(database)
  replaceAutomaticJoins(database, joins, now)
  for (const [identityId, personId] of personOf) assignPerson(database, identityId, personId)
  replaceProposals(database, proposals)
}
