import { t } from '#speech'
import type { ReadableDatabase, WritableDatabase } from '../store/index.ts'
import type { Proposal } from './proposing.ts'
import { assignPerson, readIdentities } from './identities.store.ts'
import { comparableKey, joinIdentities, type JoiningResult } from './joining.ts'
import {
  readContested,
  readDecisions,
  readSharedContacts,
  replaceAutomaticJoins,
  replaceProposals,
} from './joining.store.ts'

/** Two people decided opposite things: neither is the likelier. */
const CONTESTED_CONFIDENCE = 0.5

/** Which identities are one person, computed from what stands in the workspace now. */
function* computeJoining(database: ReadableDatabase): Generator<void, JoiningResult> {
  const { shared, comparable } = readSharedContacts(database)
  yield
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
 * undoing an import also undoes every join that rested on it. Whether any identity belongs to another person than before. Yields between pieces.
 */
export function* refreshPeople(database: WritableDatabase, now: number): Generator<void, boolean> {
  const { joins, personOf, proposals } = yield* computeJoining(database)
  yield
  replaceAutomaticJoins(database, joins, now)
  let hasMoved = false
  for (const [identityId, personId] of personOf)
    if (assignPerson(database, identityId, personId)) hasMoved = true
  replaceProposals(database, [...proposals, ...contestedProposals(database, personOf, proposals)])
  return hasMoved
}

/** What was decided otherwise in a merged workspace is proposed here, where somebody decides. */
function contestedProposals(
  database: ReadableDatabase,
  personOf: ReadonlyMap<number, number>,
  known: readonly Proposal[],
): Proposal[] {
  const proposed = new Set(known.map(({ a, b }) => `${a} ${b}`))
  return readContested(database).flatMap(({ a: one, b: other, workspace }) => {
    const [a, b] = [personOf.get(one), personOf.get(other)].toSorted((x, y) => (x ?? 0) - (y ?? 0))
    if (a === undefined || b === undefined || a === b || proposed.has(`${a} ${b}`)) return []
    proposed.add(`${a} ${b}`)
    return [
      {
        a,
        b,
        confidence: CONTESTED_CONFIDENCE,
        reasons: [t`In ${{ workspace }} somebody decided that they are one person.`],
        against: [t`Here somebody decided that they are two.`],
      },
    ]
  })
}
