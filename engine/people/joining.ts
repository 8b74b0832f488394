import type { IdentityRow } from './identities.store.ts'
import { doNamesContradict, isLoginOf, isSameName, isShortForm, sharesWord } from './names.ts'

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

/** Two people that may be one, for somebody to decide. */
export interface Proposal {
  a: number
  b: number
  confidence: number
  reasons: string[]
  against: string[]
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

function pairKey(a: number, b: number): string {
  return a < b ? `${a}-${b}` : `${b}-${a}`
}

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
      join(one.a, one.b, 'confirmed', ['Somebody confirmed that they are one person.'])
  joinEqual(
    input.identities,
    (one) => (one.email && !mailboxes.has(one.email.toLowerCase()) ? one.email.toLowerCase() : null),
    (a, b) => {
      join(a.id, b.id, 'email', [`Both have the e-mail address ${a.email}.`])
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
      join(a.id, b.id, 'id', [`Both have the id ${a.externalId} in one source.`])
      return true
    },
  )
  joinEqual(
    input.identities,
    (one) => (one.externalId && isTellingId(one.externalId) ? one.externalId.toLowerCase() : null),
    (a, b) => {
      if (doContradict(a.id, b.id)) return false
      join(a.id, b.id, 'id', [`Both have the id ${a.externalId}.`])
      return true
    },
  )
  joinNamedElsewhere(input.identities, (a, b, id) => {
    if (!doContradict(a.id, b.id))
      join(a.id, b.id, 'id', [`The roster gives ${id} as an id of the same person.`])
  })
  for (const pair of onSameContacts(input, byId, sets.find))
    if (!doContradict(pair.a, pair.b))
      join(pair.a, pair.b, 'contacts', [`They stand on the same ${pair.contacts} contacts.`])
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

/** Sets that never hold a pair somebody said is apart; the smallest id names the set. */
function disjointSets(ids: readonly number[], apart: ReadonlySet<string>) {
  const parent = new Map(ids.map((id) => [id, id]))
  const members = new Map(ids.map((id) => [id, [id]]))
  const find = (id: number): number => {
    let root = id
    while (parent.get(root)! !== root) root = parent.get(root)!
    while (parent.get(id)! !== root) {
      const next = parent.get(id)!
      parent.set(id, root)
      id = next
    }
    return root
  }
  return {
    find,
    membersOf: (id: number): readonly number[] => members.get(find(id))!,
    join(a: number, b: number): boolean {
      const [root, other] = [find(a), find(b)].toSorted((x, y) => x - y) as [number, number]
      if (root === other) return false
      const [mine, theirs] = [members.get(root)!, members.get(other)!]
      if (apart.size > 0 && mine.some((one) => theirs.some((two) => apart.has(pairKey(one, two)))))
        return false
      parent.set(other, root)
      for (const member of theirs) mine.push(member)
      members.delete(other)
      return true
    },
  }
}

/** People one source gives the same id under names that have nothing in common: a new name, or a new person with an old id. */
function sameIdOtherName(
  pairs: readonly { a: IdentityRow; b: IdentityRow }[],
  personOf: ReadonlyMap<number, number>,
  apart: ReadonlySet<string>,
): Proposal[] {
  const proposals = new Map<string, Proposal>()
  for (const { a, b } of pairs) {
    const [one, other] = [personOf.get(a.id)!, personOf.get(b.id)!]
    const key = pairKey(one, other)
    if (one === other || apart.has(key) || apart.has(pairKey(a.id, b.id))) continue
    proposals.set(key, {
      a: Math.min(one, other),
      b: Math.max(one, other),
      confidence: 0.3,
      reasons: [`One source gives both the id ${a.externalId}.`],
      against: ['Their names have nothing in common: the id may have been given to somebody else.'],
    })
  }
  return [...proposals.values()]
}

/** People whose names say they may be one. Confidence falls with every person who bears the same name. */
function proposeByName(
  input: JoiningInput,
  personOf: ReadonlyMap<number, number>,
  apart: ReadonlySet<string>,
): Proposal[] {
  const shared = new Map(input.sharedContacts.map((one) => [pairKey(one.a, one.b), one.contacts]))
  const best = new Map<string, Proposal>()
  const blocks = new Map<string, IdentityRow[]>()
  for (const identity of input.identities)
    for (const key of blockKeys(identity)) {
      const block = blocks.get(key)
      if (block) block.push(identity)
      else blocks.set(key, [identity])
    }
  for (const block of blocks.values()) {
    if (block.length > 60) continue
    for (const [index, a] of block.entries())
      for (const b of block.slice(index + 1)) {
        const [personA, personB] = [personOf.get(a.id)!, personOf.get(b.id)!]
        if (personA === personB || apart.has(pairKey(a.id, b.id)) || apart.has(pairKey(personA, personB)))
          continue
        const match = matchNames(a, b)
        if (!match) continue
        const contacts = shared.get(pairKey(a.id, b.id)) ?? 0
        const proposal = {
          a: Math.min(personA, personB),
          b: Math.max(personA, personB),
          confidence: Math.min(0.95, match.confidence + (contacts > 0 ? 0.15 : 0)),
          reasons: contacts > 0 ? [...match.reasons, `They share ${contacts} contacts.`] : match.reasons,
          against: objections(a, b),
        }
        const key = pairKey(personA, personB)
        const known = best.get(key)
        if (!known || known.confidence < proposal.confidence) best.set(key, proposal)
      }
  }
  return withRivals([...best.values()]).toSorted(
    (x, y) => y.confidence - x.confidence || x.a - y.a || x.b - y.b,
  )
}

function blockKeys(identity: IdentityRow): string[] {
  const words = `${identity.name ?? ''} ${identity.email?.split('@')[0] ?? ''} ${identity.externalId ?? ''}`
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 2)
  const lastNames = (identity.name ?? '').trim().split(/[\s,]+/)
  const logins =
    lastNames.length > 1
      ? [loginLike(lastNames[0]!, lastNames.at(-1)!), loginLike(lastNames.at(-1)!, lastNames[0]!)]
      : []
  return [...new Set([...words, ...logins])]
}

function loginLike(first: string, last: string): string {
  return `${first[0] ?? ''}${last}`.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function matchNames(a: IdentityRow, b: IdentityRow): { confidence: number; reasons: string[] } | null {
  if (a.name && b.name) {
    if (isSameName(a.name, b.name))
      return { confidence: 0.7, reasons: [`The same name: "${a.name}" and "${b.name}".`] }
    if (isShortForm(a.name, b.name))
      return {
        confidence: 0.5,
        reasons: [`"${a.name}" may be short for "${b.name}", or the other way round.`],
      }
  }
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    if (!other.name) continue
    for (const login of [one.email, one.externalId, one.name])
      if (login && isLoginOf(login, other.name))
        return { confidence: 0.6, reasons: [`"${login}" looks made from the name "${other.name}".`] }
  }
  return null
}

function objections(a: IdentityRow, b: IdentityRow): string[] {
  const against: string[] = []
  if (a.sourceId === b.sourceId && a.externalId && b.externalId && a.externalId !== b.externalId)
    against.push(`One source gives them different ids: ${a.externalId} and ${b.externalId}.`)
  if (a.email && b.email && a.email.toLowerCase() !== b.email.toLowerCase())
    against.push(`Different e-mail addresses: ${a.email} and ${b.email}.`)
  return against
}

/** Somebody who may be either of two people that cannot be one is less surely any of them. */
function withRivals(proposals: Proposal[]): Proposal[] {
  const partners = new Map<number, Set<number>>()
  const add = (id: number, other: number) => {
    const known = partners.get(id)
    if (known) known.add(other)
    else partners.set(id, new Set([other]))
  }
  for (const { a, b, against } of proposals) {
    if (against.length > 0) continue
    add(a, b)
    add(b, a)
  }
  const fitsElsewhere = (id: number, other: number, isContradicted: boolean) =>
    [...(partners.get(id) ?? [])].some(
      (third) => third !== other && (isContradicted || !partners.get(other)?.has(third)),
    )
  return proposals.map((proposal) => {
    const { a, b } = proposal
    const isContradicted = proposal.against.length > 0
    const hasRivals = fitsElsewhere(a, b, isContradicted) || fitsElsewhere(b, a, isContradicted)
    const confidence = (proposal.confidence * (isContradicted ? 0.5 : 1)) / (hasRivals ? 1.5 : 1)
    return hasRivals
      ? { ...proposal, confidence, against: [...proposal.against, 'More than one person fits.'] }
      : { ...proposal, confidence }
  })
}

/**
 * The proposals that need an answer: of people who may all be one, as many pairs as join them all, surest first. A pair kept apart
 * brings back what it stood for.
 */
export function withoutImplied(proposals: readonly Proposal[]): Proposal[] {
  const sets = disjointSets([...new Set(proposals.flatMap(({ a, b }) => [a, b]))], new Set())
  return proposals.filter(({ a, b }) => sets.join(a, b))
}
