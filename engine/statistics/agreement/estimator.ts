import type { Disagreement } from './disagreement.ts'
import type { Patterns } from './patterns.ts'
import type { Sample } from './sample.ts'

/**
 * A coefficient as a function of how often each pattern occurs. All of them are 1 - D / E: the disagreement there is, divided by
 * the disagreement that chance would make.
 */
export interface Estimator {
  /** NaN where it is undefined: nothing rated twice, or chance leaves nothing to disagree about. */
  value(sample: Sample): number
  /** Of the table itself: the share of pairs that chance makes disagree, however far. */
  chance(): number
  /** Gwet's standard error of the table's own value. */
  standardError(): number
}

/** The disagreement among the ratings of an item of each pattern: the mean over all pairs of its ratings; 0 where there is no pair. */
export function pairDisagreement(patterns: Patterns, disagreement: Disagreement): Float64Array {
  return Float64Array.from({ length: patterns.size }, (_, pattern) => {
    const ratings = patterns.ratings[pattern]!
    return ratings < 2 ? 0 : pairSum(patterns, disagreement, pattern) / (ratings * (ratings - 1))
  })
}

/** Disagreement summed over all ordered pairs of ratings of a pattern. */
export function pairSum(patterns: Patterns, disagreement: Disagreement, pattern: number): number {
  const { start, category, times } = patterns
  const end = start[pattern + 1]!
  let sum = 0
  for (let a = start[pattern]!; a < end; a++)
    for (let b = a + 1; b < end; b++)
      sum += 2 * times[a]! * times[b]! * disagreement.of(category[a]!, category[b]!)
  return sum
}

/** The mean disagreement over items that were rated at least twice, each counting once; NaN where there is none. */
export function observedDisagreement(each: Float64Array, { counts, twice }: Sample): number {
  let sum = 0
  for (let pattern = 0; pattern < each.length; pattern++) sum += counts[pattern]! * each[pattern]!
  return sum / twice
}

/** The mean of a figure of each category over the ratings of a pattern. */
export function meanOverRatings(patterns: Patterns, figures: Float64Array, pattern: number): number {
  let sum = 0
  for (let entry = patterns.start[pattern]!; entry < patterns.start[pattern + 1]!; entry++)
    sum += patterns.times[entry]! * figures[patterns.category[entry]!]!
  return sum / patterns.ratings[pattern]!
}

/** For each category its mean disagreement with answers that are distributed as `shares`. */
export function disagreementWith(shares: Float64Array, disagreement: Disagreement): Float64Array {
  return shares.map((_, a) => shares.reduce((sum, share, b) => sum + share * disagreement.of(a, b), 0))
}

/**
 * The root of sum(U^2) / (n (n - 1)) over items with U = (w (1 - d / E) - (1 - D / E)) - 2 (D / E) (1 - e / E): the linearised
 * variance of Gwet (2008; Handbook of Inter-Rater Reliability, 4th ed. 2014, chapter 5), written for disagreements. `own` is d,
 * `chance` is e, `weight` is w: n over the items rated twice, and 0 for an item rated once.
 */
export function linearisedError(
  counts: Float64Array,
  observed: number,
  expected: number,
  items: { own: number; chance: number; weight: number }[],
): number {
  let n = 0
  let sum = 0
  const ratio = observed / expected
  for (const [pattern, { own, chance, weight }] of items.entries()) {
    const deviation = weight * (1 - own / expected) - (1 - ratio) - 2 * ratio * (1 - chance / expected)
    n += counts[pattern]!
    sum += counts[pattern]! * deviation * deviation
  }
  return n > 1 ? Math.sqrt(sum / (n * (n - 1))) : Number.NaN
}
