import { t } from '#speech'
import type { IdentityRow } from './identities.store.ts'
import { disjointSets, pairKey } from './disjoint-sets.ts'
import { doNamesContradict, isLoginOf, isSameName, sharesWord } from './names.ts'
import { proposeByName, sameIdOtherName, type Proposal } from './proposing.ts'

/** Why two identities are one person. */
export type JoinedBy = 'id' | 'email' | 'contacts' | 'confirmed'

/** Two identities held for one person. Ids ascending. */
export interface Join {
  a: number
  b: number
  by: JoinedBy
  reasons: string[]
}

/** How often two identities of different sources stand on the same contact. */
export interface SharedContacts {
  a: number
  b: number
  contacts: number
}

/** What somebody decided about a pair. Ids ascending. */
export interface Decision {
  a: number
  b: number
  state: 'joined' | 'apart'
}

export interface JoiningInput {
  identities: readonly IdentityRow[]
  sharedContacts: readonly SharedContacts[]
  /** Contacts of an identity that another source names anybody for: what consistency is measured against. */
  comparableContacts: ReadonlyMap<string, number>
  decisions: readonly Decision[]
}

export interface JoiningResult {
  joins: Join[]
  /** Identity to person: the smallest identity id of its set. */
  personOf: Map<number, number>
  proposals: Proposal[]
}

const LEAST_SHARED_CONTACTS = 3
const LEAST_CONSISTENCY = 0.9
const LEAST_ID_LENGTH = 4

/** The key of `comparableContacts`: the contacts of `identity` that `sourceId` names anybody for. */
export function comparableKey(identityId: number, sourceId: number): string {
  return `${identityId}@${sourceId}`
}

function contradicts(a: IdentityRow, b: IdentityRow): boolean {
  if (a.name && b.name && doNamesContradict(a.name, b.name)) return true
  if (a.email && b.email && a.email.toLowerCase() !== b.email.toLowerCase()) {
    const [left, right] = [a.email, b.email].map((email) => email.toLowerCase().split('@')[0]!)
    if (left !== right && !(a.name && b.name && isSameName(a.name, b.name))) return true
  }
  return isMailOfAnother(a, b) || isMailOfAnother(b, a)
}

/** Whether an address that is all one knows of somebody is not made from the name that is all one knows of the other. */
function isMailOfAnother(a: IdentityRow, b: IdentityRow): boolean {
  if (!a.email || a.name || !b.name?.includes(' ') || b.email) return false
  return !isLoginOf(a.email, b.name) && !sharesWord(a.email, b.name)
}

function areNamedOtherwise(a: IdentityRow, b: IdentityRow): boolean {
  return Boolean(a.name && b.name && doNamesContradict(a.name, b.name))
}

/** An id that can be trusted across sources: long enough and not a bare small number that every tool hands out. */
function isTellingId(id: string): boolean {
  return id.length >= LEAST_ID_LENGTH && (/\D/.test(id) || id.length >= 6)
}

/**
 * Decides which identities are one person. Exact e-mail addresses, exact ids within a source and telling ids across sources join by
 * themselves, the ids unless the names contradict (ids are given to new people; that pair is proposed); so do identities of different sources that stand on the same contacts (3 or more, 90% consistent both ways, one to
 * one) unless their names contradict; a name alone only proposes. What somebody decided stands above all of it.
 */
export function joinIdentities(input: JoiningInput): JoiningResult {
  const byId = new Map(input.identities.map((identity) => [identity.id, identity]))
  const apart = new Set(
    input.decisions.filter((one) => one.state === 'apart').map((one) => pairKey(one.a, one.b)),
  )
  const sets = disjointSets(
    input.identities.map((identity) => identity.id),
    apart,
  )
  const joins: Join[] = []
  const join = (a: number, b: number, by: JoinedBy, reasons: string[]) => {
    if (a === b || !byId.has(a) || !byId.has(b) || !sets.join(a, b)) return
    joins.push({ a: Math.min(a, b), b: Math.max(a, b), by, reasons })
  }

  // whoever is known to be one person with either counts: an id alone contradicts nobody
  const doContradict = (a: number, b: number, how = contradicts) => {
    const rows = (id: number) => sets.membersOf(id).map((member) => byId.get(member)!)
    return rows(a).some((one) => rows(b).some((other) => how(one, other)))
  }

  const mailboxes = sharedMailboxes(input.identities)
  for (const one of input.decisions)
    if (one.state === 'joined')
      join(one.a, one.b, 'confirmed', [t`Somebody confirmed that they are one person.`])
  joinEqual(
    input.identities,
    (one) => (one.email && !mailboxes.has(one.email.toLowerCase()) ? one.email.toLowerCase() : null),
    (a, b) => {
      join(a.id, b.id, 'email', [t`Both have the e-mail address ${{ email: a.email }}.`])
      return true
    },
  )
  const reassigned: { a: IdentityRow; b: IdentityRow }[] = []
  joinEqual(
    input.identities,
    (one) => one.externalId && `${one.sourceId}:${one.externalId.toLowerCase()}`,
    (a, b) => {
      if (doContradict(a.id, b.id, areNamedOtherwise)) {
        reassigned.push({ a, b })
        return false
      }
      join(a.id, b.id, 'id', [t`Both have the id ${{ id: a.externalId }} in one source.`])
      return true
    },
  )
  joinEqual(
    input.identities,
    (one) => (one.externalId && isTellingId(one.externalId) ? one.externalId.toLowerCase() : null),
    (a, b) => {
      if (doContradict(a.id, b.id)) return false
      join(a.id, b.id, 'id', [t`Both have the id ${{ id: a.externalId }}.`])
      return true
    },
  )
  joinNamedElsewhere(input.identities, (a, b, id) => {
    if (!doContradict(a.id, b.id))
      join(a.id, b.id, 'id', [t`The roster gives ${{ id }} as an id of the same person.`])
  })
  for (const pair of onSameContacts(input, byId, sets.find))
    if (!doContradict(pair.a, pair.b))
      join(pair.a, pair.b, 'contacts', [t`They stand on the same ${{ contacts: pair.contacts }} contacts.`])
  const personOf = new Map(input.identities.map((identity) => [identity.id, sets.find(identity.id)]))
  const byName = proposeByName(input, personOf, apart)
  const proposed = new Set(byName.map(({ a, b }) => pairKey(a, b)))
  const byOldId = sameIdOtherName(reassigned, personOf, apart)
  return {
    joins,
    personOf,
    proposals: [...byName, ...byOldId.filter(({ a, b }) => !proposed.has(pairKey(a, b)))],
  }
}

/** The addresses under which one source has three people or more, such as `support@`: one person's names are not that many at once. */
function sharedMailboxes(identities: readonly IdentityRow[]): Set<string> {
  const named = identities.filter((one) => one.email !== null && one.name !== null)
  const shared = new Set<string>()
  for (const own of Map.groupBy(named, (one) => `${one.sourceId} ${one.email!.toLowerCase()}`).values()) {
    const people: string[] = []
    for (const { name } of own)
      if (people.every((known) => doNamesContradict(known, name!))) people.push(name!)
    if (people.length >= 3) shared.add(own[0]!.email!.toLowerCase())
  }
  return shared
}

/** Joins each identity with the first of its kind that `join` takes it for. */
function joinEqual(
  identities: readonly IdentityRow[],
  keyOf: (identity: IdentityRow) => string | null | undefined,
  join: (a: IdentityRow, b: IdentityRow) => boolean,
): void {
  const heads = new Map<string, IdentityRow[]>()
  for (const identity of identities) {
    const key = keyOf(identity)
    if (!key) continue
    const known = heads.get(key)
    if (!known) heads.set(key, [identity])
    else if (!known.some((head) => join(head, identity))) known.push(identity)
  }
}

/** Joins what a roster says of ids in other systems with the identities that bear them there. */
function joinNamedElsewhere(
  identities: readonly IdentityRow[],
  join: (a: IdentityRow, b: IdentityRow, id: string) => void,
): void {
  if (identities.every((identity) => identity.otherIds.length === 0)) return
  const byExternalId = Map.groupBy(
    identities.filter((identity) => identity.externalId !== null),
    (identity) => identity.externalId!.toLowerCase(),
  )
  for (const identity of identities)
    for (const id of identity.otherIds)
      for (const other of byExternalId.get(id.toLowerCase()) ?? [])
        if (other.sourceId !== identity.sourceId) join(identity, other, id)
}

/**
 * Pairs of people that stand on the same contacts and on hardly any other's, and so are each other's only partner in those sources. A
 * source may spell one person several ways: what is known to be one person is counted together.
 */
function onSameContacts(
  input: JoiningInput,
  byId: ReadonlyMap<number, IdentityRow>,
  find: (id: number) => number,
): SharedContacts[] {
  const comparable = new Map<string, number>()
  for (const [key, contacts] of input.comparableContacts) {
    const [id, sourceId] = key.split('@').map(Number) as [number, number]
    const identity = byId.get(id)
    if (!identity) continue
    const person = `${find(id)} in ${identity.sourceId} beside ${sourceId}`
    comparable.set(person, (comparable.get(person) ?? 0) + contacts)
  }
  const pairs = new Map<string, SharedContacts & { sources: [number, number] }>()
  for (const { a, b, contacts } of input.sharedContacts) {
    const [left, right] = [byId.get(a), byId.get(b)]
    if (!left || !right || find(a) === find(b)) continue
    const ordered = left.sourceId < right.sourceId ? [left, right] : [right, left]
    const [one, other] = ordered as [IdentityRow, IdentityRow]
    const key = `${find(one.id)} ${one.sourceId} ${find(other.id)} ${other.sourceId}`
    const known = pairs.get(key)
    if (known) known.contacts += contacts
    else pairs.set(key, { a: one.id, b: other.id, contacts, sources: [one.sourceId, other.sourceId] })
  }
  const possible = (id: number, own: number, beside: number, least: number) =>
    Math.max(least, comparable.get(`${find(id)} in ${own} beside ${beside}`) ?? 0)
  const place = new Map(input.identities.map((identity, index) => [identity.id, index]))
  return [...pairs.values()]
    .filter(
      ({ a, b, contacts, sources: [one, other] }) =>
        contacts >= LEAST_SHARED_CONTACTS &&
        contacts >= LEAST_CONSISTENCY * possible(a, one, other, contacts) &&
        contacts >= LEAST_CONSISTENCY * possible(b, other, one, contacts),
    )
    .toSorted(
      (x, y) =>
        y.contacts - x.contacts || place.get(x.a)! - place.get(y.a)! || place.get(x.b)! - place.get(y.b)!,
    )
}
