import { fQuantile } from '../f-distribution.ts'
import { missingPositions, reasons, without } from './reasons.ts'
import { GAP, type RatingsTable } from './ratings-table.ts'
import type { Coefficient } from './types.ts'

const UPPER = 0.975

/** The six forms of Shrout & Fleiss, of one rating (`icc1` ...) and of the mean of all raters (`icc1k` ...). */
export type IntraclassForm = 'icc1' | 'icc2' | 'icc3' | 'icc1k' | 'icc2k' | 'icc3k'

/**
 * Intraclass correlations (Shrout & Fleiss 1979): 1, raters drawn anew for each item; 2, the same raters, drawn from many, absolute
 * agreement; 3, these raters only, consistency. Intervals from F distributions (McGraw & Wong 1996). Of items rated by every
 * rater alone: the analysis of variance needs complete rows.
 */
export function intraclassCorrelations(table: RatingsTable): Record<IntraclassForm, Coefficient> {
  if (table.scale === 'nominal' || table.scale === 'ordinal') return all(without(reasons.noDistances))
  if (table.positions === null) return all(without(missingPositions(table)))
  const rows = completeRows(table, table.positions)
  if (rows.length < 2 || table.raterCount < 2) return all(without(reasons.tooFewComplete))
  const squares = meanSquaresOf(rows)
  if (squares.items === 0) return all(without(squares.within === 0 ? reasons.oneAnswer : reasons.noSpread))
  const { items, within, error } = squares
  const n = rows.length
  const k = table.raterCount
  const one = ofRatio(items, within, [n - 1, n * (k - 1)], k)
  const three = ofRatio(items, error, [n - 1, (n - 1) * (k - 1)], k)
  const two = absoluteAgreement(squares, n, k)
  return {
    icc1: one.single,
    icc2: two.single,
    icc3: three.single,
    icc1k: one.mean,
    icc2k: two.mean,
    icc3k: three.mean,
  }
}

function all(coefficient: Coefficient): Record<IntraclassForm, Coefficient> {
  return {
    icc1: coefficient,
    icc2: coefficient,
    icc3: coefficient,
    icc1k: coefficient,
    icc2k: coefficient,
    icc3k: coefficient,
  }
}

function completeRows(
  { cells, itemCount, raterCount }: RatingsTable,
  positions: Float64Array,
): Float64Array[] {
  const rows: Float64Array[] = []
  for (let item = 0; item < itemCount; item++) {
    const row = cells.subarray(item * raterCount, (item + 1) * raterCount)
    if (!row.includes(GAP)) rows.push(Float64Array.from(row, (category) => positions[category]!))
  }
  return rows
}

interface MeanSquares {
  items: number
  raters: number
  /** Within items, raters not told apart. */
  within: number
  /** Within items, after the raters' own means. */
  error: number
}

function meanSquaresOf(rows: readonly Float64Array[]): MeanSquares {
  const n = rows.length
  const k = rows[0]!.length
  const meanOf = (values: Iterable<number>, count: number) => {
    let sum = 0
    for (const value of values) sum += value
    return sum / count
  }
  const itemMeans = rows.map((row) => meanOf(row, k))
  const mean = meanOf(itemMeans, n)
  const raterMeans = Array.from({ length: k }, (_, rater) =>
    meanOf(
      rows.map((row) => row[rater]!),
      n,
    ),
  )
  const between = k * itemMeans.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  let within = 0
  let error = 0
  for (const [item, row] of rows.entries())
    for (const [rater, value] of row.entries()) {
      within += (value - itemMeans[item]!) ** 2
      error += (value - itemMeans[item]! - raterMeans[rater]! + mean) ** 2
    }
  return {
    items: roundingAside(between, between + within) / (n - 1),
    raters: (n * raterMeans.reduce((sum, one) => sum + (one - mean) ** 2, 0)) / (k - 1),
    within: roundingAside(within, between + within) / (n * (k - 1)),
    error: roundingAside(error, between + within) / ((n - 1) * (k - 1)),
  }
}

/** What is left of a sum of squares where raters or items do not differ is rounding. */
function roundingAside(squares: number, total: number): number {
  return squares > total * 1e-13 ? squares : 0
}

/** Forms 1 and 3: the ratio of two mean squares follows F. */
function ofRatio(
  items: number,
  noise: number,
  [above, below]: [number, number],
  k: number,
): { single: Coefficient; mean: Coefficient } {
  const single = (ratio: number) => (ratio === Infinity ? 1 : (ratio - 1) / (ratio + k - 1))
  const mean = (ratio: number) => 1 - 1 / ratio
  const ratio = items / noise
  const low = ratio / fQuantile(UPPER, above, below)
  const high = ratio * fQuantile(UPPER, below, above)
  return {
    single: { value: single(ratio), low: single(low), high: single(high) },
    mean: { value: mean(ratio), low: mean(low), high: mean(high) },
  }
}

/** Form 2: degrees of freedom after Satterthwaite, as raters and error both add noise. */
function absoluteAgreement(
  { items, raters, error }: MeanSquares,
  n: number,
  k: number,
): { single: Coefficient; mean: Coefficient } {
  const value = (items - error) / (items + (k - 1) * error + (k * (raters - error)) / n)
  if (raters + error === 0)
    return { single: { value: 1, low: 1, high: 1 }, mean: { value: 1, low: 1, high: 1 } }
  const a = (k * value) / (n * (1 - value))
  const b = 1 + (k * value * (n - 1)) / (n * (1 - value))
  const satterthwaite =
    (a * raters + b * error) ** 2 / ((a * raters) ** 2 / (k - 1) + (b * error) ** 2 / ((n - 1) * (k - 1)))
  // two variances that add up never have fewer than the lesser; a negative value would take one from the other
  const degrees = Math.max(k - 1, satterthwaite)
  const noise = k * raters + (k * n - k - n) * error
  const above = fQuantile(UPPER, n - 1, degrees)
  const below = fQuantile(UPPER, degrees, n - 1)
  const low = (n * (items - above * error)) / (above * noise + n * items)
  const high = (n * (below * items - error)) / (noise + n * below * items)
  // Spearman and Brown: what one rating is worth, stepped up to the mean of k; it ends where raters differ more than items
  const stepped = (single: number) => (k * single) / (1 + (k - 1) * single)
  return {
    single: { value, low, high },
    mean:
      Math.min(value, low) * (k - 1) > -1
        ? { value: stepped(value), low: stepped(low), high: stepped(high) }
        : without(reasons.notSteppable),
  }
}
