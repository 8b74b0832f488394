import {
  plainDisagreement,
  distanceDisagreement,
  squaredDistances,
  type Disagreement,
} from './disagreement.ts'
import { disagreementWith, linearisedError, meanOverRatings, pairSum, type Estimator } from './estimator.ts'
import type { Patterns } from './patterns.ts'
import type { RatingsTable } from './ratings-table.ts'
import { wholeSample, type Sample } from './sample.ts'

/**
 * Krippendorff's alpha (Computing Krippendorff's Alpha-Reliability, 2011) with the difference of the table's scale: two ratings by
 * chance are two of all ratings, drawn without putting back. Items rated once are left out. Null where the scale needs an order
 * that is not known.
 */
export function krippendorffAlpha(table: RatingsTable, patterns: Patterns): Estimator | null {
  const metric = metricOf(table)
  if (metric === null) return null
  const sums = ({ counts, totals, ratings }: Sample) => {
    const difference = metric.of(totals)
    let observed = 0
    for (let pattern = 0; pattern < patterns.size; pattern++) {
      const each = patterns.ratings[pattern]!
      if (each < 2 || counts[pattern] === 0) continue
      observed += (counts[pattern]! * metric.pairSum(patterns, difference, pattern)) / (each - 1)
    }
    return { difference, observed: observed / ratings, between: difference.between(totals, totals) }
  }
  return {
    value(sample) {
      const { observed, between } = sums(sample)
      const { ratings } = sample
      return between > 0 ? 1 - (observed * ratings * (ratings - 1)) / between : Number.NaN
    },
    chance() {
      const { totals, ratings } = wholeSample(patterns)
      return plainDisagreement.between(totals, totals) / (ratings * (ratings - 1))
    },
    standardError() {
      const sample = wholeSample(patterns)
      const { totals, ratings, twice } = sample
      const { difference, observed, between } = sums(sample)
      const expected = between / (ratings * ratings)
      const mean = ratings / twice
      const figures = disagreementWith(
        totals.map((total) => total / ratings),
        difference,
      )
      const counts = patterns.counts.map((count, pattern) => (patterns.ratings[pattern]! < 2 ? 0 : count))
      const parts = Array.from(counts, (count, pattern) => {
        if (count === 0) return { own: 0, chance: 0, weight: 1 }
        const each = patterns.ratings[pattern]!
        const surplus = (each - mean) / mean
        const own = metric.pairSum(patterns, difference, pattern) / (mean * (each - 1))
        const chance = (meanOverRatings(patterns, figures, pattern) * each) / mean
        return { own: own - observed * surplus, chance: chance - expected * surplus, weight: 1 }
      })
      return linearisedError(counts, observed, expected, parts)
    },
  }
}

/** The difference of a scale. On an ordinal one it depends on how often each category was chosen. */
interface Metric {
  of(totals: Float64Array): Disagreement
  pairSum(patterns: Patterns, difference: Disagreement, pattern: number): number
}

function metricOf({ scale, positions }: RatingsTable): Metric | null {
  if (scale === 'nominal') return fixed(plainDisagreement)
  if (positions === null) return null
  if (scale === 'interval') return fixed(distanceDisagreement(positions, 'quadratic'))
  return scale === 'ratio' ? fixed(ratioDifference(positions)) : ordinal(positions.length)
}

/** A difference that never changes: what an item of a pattern adds is worked out once. */
function fixed(difference: Disagreement): Metric {
  const known: number[] = []
  return {
    of: () => difference,
    pairSum: (patterns, same, pattern) => (known[pattern] ??= pairSum(patterns, same, pattern)),
  }
}

/** The ratings between two grades, half of those in either: the distance of their middle ranks. */
function ordinal(size: number): Metric {
  const ranks = new Float64Array(size)
  const difference: Disagreement = {
    of: (a, b) => (ranks[a]! - ranks[b]!) ** 2,
    between: (p, q) => squaredDistances(p, q, ranks),
  }
  return {
    of(totals) {
      let below = 0
      for (const [k, total] of totals.entries()) {
        ranks[k] = below + total / 2
        below += total
      }
      return difference
    },
    pairSum,
  }
}

/** The difference as a share of the sum; two zeros are the same. */
function ratioDifference(values: Float64Array): Disagreement {
  const of = (a: number, b: number) => {
    const sum = values[a]! + values[b]!
    return sum > 0 ? ((values[a]! - values[b]!) / sum) ** 2 : 0
  }
  return {
    of,
    between(p, q) {
      let total = 0
      for (let a = 0; a < p.length; a++) {
        if (p[a] === 0) continue
        for (let b = 0; b < q.length; b++) total += p[a]! * q[b]! * of(a, b)
      }
      return total
    },
  }
}
