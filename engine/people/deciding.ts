import { Problem } from '../problem.ts'
import type { WritableDatabase } from '../store/index.ts'
import { readIdentities } from './identities.store.ts'
import { readLinks, writeDecision, type LinkRow } from './joining.store.ts'

/** The pair of identities that stand for two people: the oldest of each. */
function pairOf(database: WritableDatabase, one: number, other: number): { a: number; b: number } {
  const people = new Set(readIdentities(database).map((identity) => identity.personId))
  if (!people.has(one) || !people.has(other) || one === other)
    throw new Problem('NOT_FOUND', 'One of the two is no longer there; the list has changed meanwhile.')
  return { a: Math.min(one, other), b: Math.max(one, other) }
}

/** Notes that two people are one; gives the link's id. */
export function confirmSame(database: WritableDatabase, one: number, other: number, now: number): number {
  return writeDecision(database, {
    ...pairOf(database, one, other),
    state: 'joined',
    reasons: JSON.stringify(['Somebody confirmed that they are one person.']),
    at: now,
    undoneAt: null,
  })
}

/** Notes that two people are two: they are neither joined nor proposed again. */
export function confirmApart(database: WritableDatabase, one: number, other: number, now: number): void {
  writeDecision(database, {
    ...pairOf(database, one, other),
    state: 'apart',
    reasons: JSON.stringify(['Somebody said that they are two people.']),
    at: now,
    undoneAt: null,
  })
}

/** Takes a join back, whoever or whatever made it: the two identities stay apart from now on. */
export function undoJoin(database: WritableDatabase, linkId: number, now: number): LinkRow {
  const link = readLinks(database).find((one) => one.id === linkId)
  if (!link || link.state === 'apart') throw new Problem('NOT_FOUND', 'That merge is no longer there.')
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
