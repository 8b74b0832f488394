import { GAP, type RatingsTable } from './ratings-table.ts'

/**
 * Items that were rated alike, together. With five raters and three answers there are at most 55 ways to rate an item, however
 * many items there are, so a bootstrap sample is a count of each.
 */
export interface Patterns {
  size: number
  itemCount: number
  categoryCount: number
  /** The pattern of each item. */
  ofItem: Uint32Array
  /** Items of each pattern. */
  counts: Float64Array
  /** Ratings an item of the pattern has. */
  ratings: Float64Array
  /** Where the answers of a pattern begin in `category` and `times`; one entry more than there are patterns. */
  start: Uint32Array
  category: Uint32Array
  /** How many raters gave that answer. */
  times: Float64Array
  /** Of two raters: what each said, or GAP. Null where there are more or fewer. */
  pair: { first: Int32Array; second: Int32Array } | null
}

/** Groups the items of a table. Who said what matters for two raters only; the coefficients for more do not ask. */
export function patternsOf(table: RatingsTable): Patterns {
  const { itemCount, raterCount, cells } = table
  const isPair = raterCount === 2
  const index = new Map<string, number>()
  const ofItem = new Uint32Array(itemCount)
  const members: Int32Array[] = []
  for (let item = 0; item < itemCount; item++) {
    const row = cells.slice(item * raterCount, (item + 1) * raterCount)
    const key = isPair ? row.join() : row.toSorted().join()
    const found = index.get(key) ?? index.size
    index.set(key, found)
    members[found] ??= row
    ofItem[item] = found
  }
  const counts = new Float64Array(members.length)
  for (const pattern of ofItem) counts[pattern]! += 1
  return {
    size: members.length,
    itemCount,
    categoryCount: table.categories.length,
    ofItem,
    counts,
    ...answersOf(members),
    pair: isPair
      ? {
          first: Int32Array.from(members, (row) => row[0]!),
          second: Int32Array.from(members, (row) => row[1]!),
        }
      : null,
  }
}

function answersOf(
  members: readonly Int32Array[],
): Pick<Patterns, 'ratings' | 'start' | 'category' | 'times'> {
  const start = new Uint32Array(members.length + 1)
  const category: number[] = []
  const times: number[] = []
  for (const [pattern, row] of members.entries()) {
    const counted = new Map<number, number>()
    for (const answer of row) if (answer !== GAP) counted.set(answer, (counted.get(answer) ?? 0) + 1)
    category.push(...counted.keys())
    times.push(...counted.values())
    start[pattern + 1] = category.length
  }
  return {
    ratings: Float64Array.from(members, (row) => row.reduce((sum, cell) => sum + (cell === GAP ? 0 : 1), 0)),
    start,
    category: Uint32Array.from(category),
    times: Float64Array.from(times),
  }
}
