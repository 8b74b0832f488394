import type { WritableDatabase } from '../store/index.ts'
import { findIdentity, insertIdentity, noteMention } from './identities.store.ts'

/** How a row names an agent. */
export interface AgentNaming {
  externalId: string | null
  name: string | null
  email: string | null
  /** Ids in other systems, where a roster gives them. */
  otherIds?: readonly string[] | undefined
}

/** Finds or makes the identities one source names; made for one import, so that each spelling is looked up once. */
export interface IdentityBook {
  find(naming: AgentNaming): number
}

/** Lower case, one space between words: so that `Ada  Okafor` and `ada okafor` are one spelling. */
export function normaliseName(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
}

function keyOf(naming: AgentNaming): string {
  return [
    naming.externalId?.trim().toLowerCase(),
    naming.name && normaliseName(naming.name),
    naming.email?.trim().toLowerCase(),
  ]
    .map((part) => part ?? '')
    .concat(naming.otherIds ?? [])
    .join('\u001f')
}

/** A book for one import, writing new identities through `database` and that the import names them. */
export function createIdentityBook(
  database: WritableDatabase,
  { importId, sourceId }: { importId: number; sourceId: number },
): IdentityBook {
  const bySpelling = new Map<string, number>()
  // readers of rows give the same object for the same cells: a look at it saves putting the spelling together
  const byNaming = new WeakMap<AgentNaming, number>()
  return {
    find(naming) {
      const known = byNaming.get(naming)
      if (known !== undefined) return known
      const spelling = `${naming.externalId ?? ''}\u001f${naming.name ?? ''}\u001f${naming.email ?? ''}\u001f${naming.otherIds?.join(' ') ?? ''}`
      let id = bySpelling.get(spelling)
      if (id === undefined) {
        const key = keyOf(naming)
        id = findIdentity(database, sourceId, key) ?? insertIdentity(database, { sourceId, key, ...naming })
        noteMention(database, importId, id)
        bySpelling.set(spelling, id)
      }
      byNaming.set(naming, id)
      return id
    },
  }
}
