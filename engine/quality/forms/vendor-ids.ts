import { createHash } from 'node:crypto'

/** What another tool allows as an id. */
export interface IdLimits {
  pattern: RegExp
  mostCharacters: number
}

/**
 * Our ids within another tool's limits. One that fits stays as it is, so that a form comes back with the same questions; any other becomes what
 * is left of it with eight digits of its hash, the same each time. All are different from one another.
 */
export function vendorIds(
  ids: readonly string[],
  { pattern, mostCharacters }: IdLimits,
): { idOf: (id: string) => string; changed: string[] } {
  const byId = new Map<string, string>()
  const taken = new Set<string>()
  const fitting = ids.filter((id) => pattern.test(id))
  for (const id of fitting) {
    if (taken.has(id)) continue
    byId.set(id, id)
    taken.add(id)
  }
  const changed = [...new Set(ids)].filter((id) => !byId.has(id))
  for (const id of changed) {
    const beginning = id
      .normalize('NFKD')
      .replaceAll(/[^a-zA-Z0-9._-]+/g, '-')
      .slice(0, mostCharacters - 9)
    let fit = `${beginning}-${hashOf(id)}`
    for (let again = 1; taken.has(fit); again++) fit = `${beginning}-${hashOf(`${id} ${again}`)}`
    byId.set(id, fit)
    taken.add(fit)
  }
  return { idOf: (id) => byId.get(id) ?? id, changed }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}
