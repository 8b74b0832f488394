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
 * undoing an import also undoes every join that rested on it. Whether any identity belongs to another person than before.
 */
export function refreshPeople(database: WritableDatabase, now: number): boolean {
  const { joins, personOf, proposals } = computeJoining(database)
  replaceAutomaticJoins(database, joins, now)
  let hasMoved = false
  for (const [identityId, personId] of personOf)
    if (assignPerson(database, identityId, personId)) hasMoved = true
  replaceProposals(database, proposals)
  return hasMoved
}
