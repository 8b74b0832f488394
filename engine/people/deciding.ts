import { t } from '#speech'
import { Problem } from '../problem.ts'
import type { WritableDatabase } from '../store/index.ts'
import { deleteDecision } from './decisions.store.ts'
import { readIdentities } from './identities.store.ts'
import { readLinks, writeDecision, type LinkRow } from './joining.store.ts'

function assertPeople(database: WritableDatabase, ids: readonly number[]): void {
  const people = new Set(readIdentities(database).map((identity) => identity.personId))
  if (new Set(ids).size !== ids.length || !ids.every((id) => people.has(id)))
    throw new Problem('NOT_FOUND', t`One of them is no longer there; the list has changed meanwhile.`)
}

/**
 * Notes that some people are all one; gives the links' ids. Each is linked with the oldest of them, whose id the one person has: so
 * whoever is told apart again later is told apart from all that stay.
 */
export function confirmSame(database: WritableDatabase, personIds: readonly number[], now: number): number[] {
  assertPeople(database, personIds)
  const [oldest, ...others] = personIds.toSorted((a, b) => a - b)
  return others.map((other) =>
    writeDecision(database, {
      a: oldest!,
      b: other,
      state: 'joined',
      reasons: JSON.stringify([t`Somebody confirmed that they are one person.`]),
      at: now,
      undoneAt: null,
    }),
  )
}

/** Notes that a person is none of some others: they are neither joined nor proposed again. Gives the links' ids. */
export function confirmApart(
  database: WritableDatabase,
  personId: number,
  fromIds: readonly number[],
  now: number,
): number[] {
  assertPeople(database, [personId, ...fromIds])
  return fromIds.map((other) =>
    writeDecision(database, {
      a: Math.min(personId, other),
      b: Math.max(personId, other),
      state: 'apart',
      reasons: JSON.stringify([t`Somebody said that they are two people.`]),
      at: now,
      undoneAt: null,
    }),
  )
}

/** Takes decisions back, as if nothing had been said: what had been proposed is proposed again. */
export function takeBack(database: WritableDatabase, linkIds: readonly number[]): void {
  const known = new Set(readLinks(database).map(({ id }) => id))
  if (!linkIds.every((id) => known.has(id)))
    throw new Problem('NOT_FOUND', t`That decision is no longer there.`)
  for (const id of linkIds) deleteDecision(database, id)
}

/** Takes a join back, whoever or whatever made it: the two identities stay apart from now on. */
export function undoJoin(database: WritableDatabase, linkId: number, now: number): LinkRow {
  const link = readLinks(database).find((one) => one.id === linkId)
  if (!link || link.state === 'apart') throw new Problem('NOT_FOUND', t`That merge is no longer there.`)
  writeDecision(database, {
    a: link.identityId,
    b: link.otherIdentityId,
    state: 'apart',
    reasons: link.reasons,
    at: link.at,
    undoneAt: now,
  })
  return { ...link, state: 'apart', undoneAt: now }
}
