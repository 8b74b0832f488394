import { t } from '#speech'
import { disjointSets, pairKey } from './disjoint-sets.ts'
import type { IdentityRow } from './identities.store.ts'
import type { JoiningInput } from './joining.ts'
import { isLoginOf, isSameName, isShortForm } from './names.ts'

/** Two people that may be one, for somebody to decide. */
export interface Proposal {
  a: number
  b: number
  confidence: number
  reasons: string[]
  against: string[]
}

/** People one source gives the same id under names that have nothing in common: a new name, or a new person with an old id. */
export function sameIdOtherName(
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
      reasons: [t`One source gives both the id ${{ id: a.externalId }}.`],
      against: [t`Their names have nothing in common: the id may have been given to somebody else.`],
    })
  }
  return [...proposals.values()]
}

/** People whose names say they may be one. Confidence falls with every person who bears the same name. */
export function proposeByName(
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
          reasons: contacts > 0 ? [...match.reasons, t`They share ${{ contacts }} contacts.`] : match.reasons,
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
      return {
        confidence: 0.7,
        reasons: [t`The same name: "${{ one: a.name }}" and "${{ other: b.name }}".`],
      }
    if (isShortForm(a.name, b.name))
      return {
        confidence: 0.5,
        reasons: [t`"${{ one: a.name }}" may be short for "${{ other: b.name }}", or the other way round.`],
      }
  }
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    if (!other.name) continue
    for (const login of [one.email, one.externalId, one.name])
      if (login && isLoginOf(login, other.name))
        return {
          confidence: 0.6,
          reasons: [t`"${{ login }}" looks made from the name "${{ name: other.name }}".`],
        }
  }
  return null
}

function objections(a: IdentityRow, b: IdentityRow): string[] {
  const against: string[] = []
  if (a.sourceId === b.sourceId && a.externalId && b.externalId && a.externalId !== b.externalId)
    against.push(
      t`One source gives them different ids: ${{ one: a.externalId }} and ${{ other: b.externalId }}.`,
    )
  if (a.email && b.email && a.email.toLowerCase() !== b.email.toLowerCase())
    against.push(t`Different e-mail addresses: ${{ one: a.email }} and ${{ other: b.email }}.`)
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
      ? { ...proposal, confidence, against: [...proposal.against, t`More than one person fits.`] }
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
