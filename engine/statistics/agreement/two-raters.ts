import { t } from '#speech'
import { normalQuantile } from '../normal.ts'
import { studentTQuantile } from '../student-t.ts'
import { wilsonInterval } from '../wilson-interval.ts'
import { missingPositions, reasons, without } from './reasons.ts'
import { GAP, type RatingsTable } from './ratings-table.ts'
import type { Coefficient } from './types.ts'

/** Two raters of a table by their places in it. */
export interface RaterPair {
  rater: number
  /** Whose answers are held to be right, or are compared with. */
  reference: number
}

/** How often each answer was given: `share` of all ratings. */
export function prevalenceOf(table: RatingsTable): { category: string; ratings: number; share: number }[] {
  const counts = new Float64Array(table.categories.length)
  let all = 0
  for (const cell of table.cells) {
    if (cell === GAP) continue
    counts[cell]! += 1
    all++
  }
  return table.categories.map((category, index) => ({
    category,
    ratings: counts[index]!,
    share: counts[index]! / all,
  }))
}

/** Items both rated, by the answers of the reference (rows) and of the rater (columns), in the order of the table's categories. */
export function confusionOf(table: RatingsTable, pair: RaterPair): { items: number; counts: number[][] } {
  const counts = table.categories.map(() => table.categories.map(() => 0))
  const both = ratedByBoth(table, pair)
  for (const [rater, reference] of both) counts[reference]![rater]! += 1
  return { items: both.length, counts }
}

/**
 * Of the items the reference failed, the share the rater failed too, with Wilson's interval. `items` counts what the reference
 * failed among the items both rated; undefined where there is none.
 */
export function recallOnFails(
  table: RatingsTable,
  pair: RaterPair,
  isFail: (category: string) => boolean,
): { items: number; found: number; recall: Coefficient } {
  const fails = table.categories.map(isFail)
  const failed = ratedByBoth(table, pair).filter(([, reference]) => fails[reference])
  const found = failed.filter(([rater]) => fails[rater]).length
  const interval = wilsonInterval(found, failed.length)
  return {
    items: failed.length,
    found,
    recall: interval
      ? { value: interval.share, low: interval.low, high: interval.high }
      : without(t`The reference failed none of the items that both rated.`),
  }
}

/**
 * In which direction the rater differs: the mean of rater less reference over items both rated, in steps (ordinal) or in the
 * answers' own unit, with Student's t interval.
 */
export function meanDifference(table: RatingsTable, pair: RaterPair): Coefficient {
  const { positions } = table
  if (positions === null) return without(missingPositions(table))
  const both = ratedByBoth(table, pair)
  if (both.length < 2) return without(reasons.tooFewItems)
  const differences = both.map(([rater, reference]) => positions[rater]! - positions[reference]!)
  const n = differences.length
  const value = differences.reduce((sum, one) => sum + one, 0) / n
  const squares = differences.reduce((sum, one) => sum + (one - value) ** 2, 0)
  const half = studentTQuantile(0.975, n - 1) * Math.sqrt(squares / (n - 1) / n)
  return { value, low: value - half, high: value + half }
}

/**
 * How much more often the rater gives an answer than the reference, over items both rated: a difference of shares. The interval is
 * the adjusted one of Bonett & Price (Journal of Educational and Behavioral Statistics 37, 2012).
 */
export function marginalDifference(
  table: RatingsTable,
  pair: RaterPair,
  isAnswer: (category: string) => boolean,
): Coefficient {
  const given = table.categories.map(isAnswer)
  const both = ratedByBoth(table, pair)
  const n = both.length
  if (n < 2) return without(reasons.tooFewItems)
  const raterOnly = both.filter(([rater, reference]) => given[rater] && !given[reference]).length
  const referenceOnly = both.filter(([rater, reference]) => !given[rater] && given[reference]).length
  const more = (raterOnly + 1) / (n + 2)
  const less = (referenceOnly + 1) / (n + 2)
  const half = normalQuantile(0.975) * Math.sqrt((more + less - (more - less) ** 2) / (n + 2))
  return {
    value: (raterOnly - referenceOnly) / n,
    low: Math.max(-1, more - less - half),
    high: Math.min(1, more - less + half),
  }
}

/** The answers of rater and reference on the items both rated. */
function ratedByBoth({ cells, itemCount, raterCount }: RatingsTable, pair: RaterPair): [number, number][] {
  const both: [number, number][] = []
  for (let item = 0; item < itemCount; item++) {
    const rater = cells[item * raterCount + pair.rater] ?? GAP
    const reference = cells[item * raterCount + pair.reference] ?? GAP
    if (rater !== GAP && reference !== GAP) both.push([rater, reference])
  }
  return both
}
