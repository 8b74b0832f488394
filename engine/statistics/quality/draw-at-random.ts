/** Uniform in 0..1, the upper end excluded; seeded by the caller, so that a draw can be shown again. */
export type RandomSource = () => number

export interface Drawn {
  id: string
  /** Of this plan alone. */
  probability: number
}

/** In the order of their ids: the same seed draws the same, in whatever order the contacts were read. */
export function inOrderOfId<T extends { id: string }>(candidates: readonly T[]): T[] {
  return candidates.toSorted((a, b) => (a.id < b.id ? -1 : Number(a.id > b.id)))
}

/** The first `count` of a random order (Fisher & Yates), in place. */
export function shuffleFirst<T>(items: T[], count: number, random: RandomSource): T[] {
  for (let i = 0; i < Math.min(count, items.length - 1); i++) {
    const j = i + Math.floor(random() * (items.length - i))
    ;[items[i], items[j]] = [items[j]!, items[i]!]
  }
  return items.slice(0, count)
}

/** What a random plan gives every contact: so many of those in its stratum (an agent in a period), or all of fewer. */
export function probabilitiesAtRandom(
  candidates: readonly { id: string; stratum: string }[],
  perStratum: number,
): Map<string, number> {
  const probabilities = new Map<string, number>()
  for (const there of Map.groupBy(candidates, ({ stratum }) => stratum).values())
    for (const { id } of there) probabilities.set(id, Math.min(1, perStratum / there.length))
  return probabilities
}

/** Simple random sampling without replacement of `perStratum` contacts in every stratum, each with its probability m / N. */
export function drawAtRandom(
  candidates: readonly { id: string; stratum: string }[],
  perStratum: number,
  random: RandomSource,
): Drawn[] {
  const probabilities = probabilitiesAtRandom(candidates, perStratum)
  const strata = Map.groupBy(inOrderOfId(candidates), ({ stratum }) => stratum)
  return [...strata.keys()]
    .toSorted()
    .flatMap((stratum) => shuffleFirst([...strata.get(stratum)!], perStratum, random))
    .map(({ id }) => ({ id, probability: probabilities.get(id)! }))
}
