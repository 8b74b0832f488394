import { doNamesContradict } from '../../people/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readNumbered, readSomeContacts, readStartsOf, type NumberedPerson } from '../reading.store.ts'

/** A source of this name is in both workspaces: whether it is one and the same. */
export interface SourceComparison {
  source: string
  /** Ids that both give to the same person, and to others. */
  same: number
  others: { externalId: string; here: string; there: string }[]
  /** Contacts with one number that began at one time, and at others. */
  sameContacts: number
  otherContacts: number
  /** Whether it is taken for another system that only has the same name. */
  isAnother: boolean
}

const SOME_CONTACTS = 300
const DAY_MS = 86_400_000

function shown({ name, email, externalId }: NumberedPerson): string {
  return name ?? email ?? externalId
}

/** Whether two that bear one id are two people. Where one of them has neither name nor address nothing speaks against it. */
function areOthers(a: NumberedPerson, b: NumberedPerson): boolean {
  if (a.name && b.name) return doNamesContradict(a.name, b.name)
  if (a.email && b.email) return a.email.toLowerCase() !== b.email.toLowerCase()
  return false
}

/**
 * Compares the sources both workspaces have by name: do their ids mean the same people, and their contact numbers the same contacts? A source
 * most of whose ids belong to others is another system with the same name. `exceptOf`: what an earlier merge of this workspace brought does
 * not count.
 */
export function compareSources(
  ours: ReadableDatabase,
  theirs: ReadableDatabase,
  exceptOf: number | null,
): SourceComparison[] {
  const keyOf = ({ source, externalId }: NumberedPerson) => `${source}\u001f${externalId.toLowerCase()}`
  const here = Map.groupBy(readNumbered(ours, exceptOf), keyOf)
  const found = new Map<string, SourceComparison>()
  const of = (source: string) => {
    let one = found.get(source)
    if (!one)
      found.set(
        source,
        (one = { source, same: 0, others: [], sameContacts: 0, otherContacts: 0, isAnother: false }),
      )
    return one
  }
  for (const [key, there] of Map.groupBy(readNumbered(theirs, null), keyOf)) {
    const known = here.get(key)
    if (!known) continue
    const person = there.at(-1)!
    const one = of(person.source)
    if (known.some((candidate) => there.some((other) => !areOthers(candidate, other)))) one.same++
    else one.others.push({ externalId: person.externalId, here: shown(known.at(-1)!), there: shown(person) })
  }
  for (const { source, contactRef, startedAt } of readSomeContacts(theirs, SOME_CONTACTS)) {
    const starts = readStartsOf(ours, source, contactRef, exceptOf)
    if (starts.length === 0) continue
    if (starts.some((start) => Math.abs(start - startedAt) <= DAY_MS)) of(source).sameContacts++
    else of(source).otherContacts++
  }
  for (const one of found.values())
    one.isAnother = one.others.length > one.same || one.otherContacts > Math.max(2, one.sameContacts)
  return [...found.values()].filter(({ others, otherContacts }) => others.length + otherContacts > 0)
}
