import { disjointSets } from './disjoint-sets.ts'
import { withoutImplied, type Proposal } from './proposing.ts'

/** Are these all one person? Asked once for everybody whom nothing speaks against. */
export interface Question {
  personIds: number[]
  /** Every pair of them that was proposed. */
  pairs: Proposal[]
}

/**
 * What is to be asked: people whom only a name connects and nothing speaks against are one question, however many they are; a pair that
 * something speaks against (other ids, a rival) is asked on its own, unless the answers to the others imply it. Surest first.
 */
export function questionsOf(proposals: readonly Proposal[]): Question[] {
  const plain = proposals.filter(({ against }) => against.length === 0)
  const doubted = proposals.filter(({ against }) => against.length > 0)
  const sets = disjointSets([...new Set(plain.flatMap(({ a, b }) => [a, b]))], new Set())
  for (const { a, b } of plain) sets.join(a, b)
  const together = [...Map.groupBy(plain, ({ a }) => sets.find(a)).values()].map((pairs) => ({
    personIds: [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].toSorted((x, y) => x - y),
    pairs,
  }))
  const needed = new Set(withoutImplied([...plain, ...doubted]))
  const alone = doubted
    .filter((pair) => needed.has(pair))
    .map((pair) => ({ personIds: [pair.a, pair.b], pairs: [pair] }))
  return [...together, ...alone].toSorted((x, y) => leastSure(y) - leastSure(x))
}

function leastSure({ pairs }: Question): number {
  return Math.min(...pairs.map(({ confidence }) => confidence))
}
