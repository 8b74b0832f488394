import { plainDisagreement, type Disagreement } from './disagreement.ts'
import { disagreementWith, linearisedError, type Estimator } from './estimator.ts'
import { GAP } from './ratings-table.ts'
import type { Patterns } from './patterns.ts'

/**
 * Cohen's kappa of two raters (1960), weighted with a disagreement that has distances (1968): two ratings by chance are a draw from
 * the answers of one and a draw from those of the other. Items that only one of them rated are left out. Null unless there are two.
 */
export function cohenKappa(patterns: Patterns, disagreement: Disagreement): Estimator | null {
  if (patterns.pair === null) return null
  const { first, second } = patterns.pair
  const isRated = (pattern: number) => first[pattern] !== GAP && second[pattern] !== GAP
  const ofFirst = new Float64Array(patterns.categoryCount)
  const ofSecond = new Float64Array(patterns.categoryCount)
  const each = Float64Array.from(first, (answer, pattern) =>
    isRated(pattern) ? disagreement.of(answer, second[pattern]!) : 0,
  )
  const sums = (counts: Float64Array) => {
    ofFirst.fill(0)
    ofSecond.fill(0)
    let items = 0
    let observed = 0
    for (let pattern = 0; pattern < patterns.size; pattern++) {
      if (!isRated(pattern)) continue
      const count = counts[pattern]!
      items += count
      observed += count * each[pattern]!
      ofFirst[first[pattern]!]! += count
      ofSecond[second[pattern]!]! += count
    }
    return {
      observed: observed / items,
      expected: disagreement.between(ofFirst, ofSecond) / (items * items),
      items,
    }
  }
  return {
    value({ counts }) {
      const { observed, expected } = sums(counts)
      return expected > 0 ? 1 - observed / expected : Number.NaN
    },
    chance() {
      const { items } = sums(patterns.counts)
      return plainDisagreement.between(ofFirst, ofSecond) / (items * items)
    },
    // for two raters the linearised variance is that of Fleiss, Cohen & Everitt (1969)
    standardError() {
      const { observed, expected, items } = sums(patterns.counts)
      const withSecond = disagreementWith(ofSecond, disagreement)
      const withFirst = disagreementWith(ofFirst, disagreement)
      const counts = patterns.counts.map((count, pattern) => (isRated(pattern) ? count : 0))
      const parts = Array.from(each, (own, pattern) => ({
        own,
        chance: isRated(pattern)
          ? (withSecond[first[pattern]!]! + withFirst[second[pattern]!]!) / (2 * items)
          : 0,
        weight: 1,
      }))
      return linearisedError(counts, observed, expected, parts)
    },
  }
}
