import { seededRandom } from '../seeded-random.ts'

/** One value of a series: a mean of n observations. */
export interface SeriesValue {
  n: number
  value: number
}

/** A level that begins at `at` (place in the series) and differs from the one before. */
export interface ChangePoint {
  at: number
  before: number
  after: number
  /** Of the permutation test that found it. */
  pValue: number
}

const FEWEST_ON_A_SIDE = 3
const ALARM = 0.05
const PERMUTATIONS = 999

/**
 * Where the level of a series has changed: binary segmentation (Vostrikova 1981), each split by a permutation test of the largest
 * standardised difference between the means before and after (Antoch & Huskova 2001, Statistics & Probability Letters 53), at 5%, seeded.
 * A series without a change gives an alarm in one of twenty. Values weigh by their n; at least three on each side of a change. What
 * follows a first change is looked at in the parts it leaves.
 */
export function changePoints(series: readonly SeriesValue[], seed = 1): ChangePoint[] {
  const random = seededRandom(seed)
  const found: { at: number; pValue: number }[] = []
  const look = (from: number, to: number) => {
    const split = bestSplit(series, from, to)
    if (split === null) return
    const pValue = permuted(series, from, to, split.distance, random)
    if (pValue > ALARM) return
    found.push({ at: split.at, pValue })
    look(from, split.at)
    look(split.at, to)
  }
  look(0, series.length)
  const edges = [0, ...found.map(({ at }) => at).toSorted((a, b) => a - b), series.length]
  return edges.slice(1, -1).map((at, index) => ({
    at,
    before: levelOf(series, edges[index]!, at),
    after: levelOf(series, at, edges[index + 2]!),
    pValue: found.find((one) => one.at === at)!.pValue,
  }))
}

function levelOf(series: readonly SeriesValue[], from: number, to: number): number {
  let [n, sum] = [0, 0]
  for (let i = from; i < to; i++) {
    n += series[i]!.n
    sum += series[i]!.n * series[i]!.value
  }
  return sum / n
}

/** The split with the largest difference in units of its own error (up to a common factor); null where the part is too short. */
function bestSplit(
  series: readonly SeriesValue[],
  from: number,
  to: number,
): { at: number; distance: number } | null {
  let [n, sum] = [0, 0]
  for (let i = from; i < to; i++) {
    n += series[i]!.n
    sum += series[i]!.n * series[i]!.value
  }
  let best: { at: number; distance: number } | null = null
  let [left, leftSum] = [0, 0]
  for (let at = from + 1; at < to; at++) {
    left += series[at - 1]!.n
    leftSum += series[at - 1]!.n * series[at - 1]!.value
    if (at - from < FEWEST_ON_A_SIDE || to - at < FEWEST_ON_A_SIDE) continue
    const distance =
      Math.abs(leftSum / left - (sum - leftSum) / (n - left)) * Math.sqrt((left * (n - left)) / n)
    if (best === null || distance > best.distance) best = { at, distance }
  }
  return best
}

/** How often a series in which nothing but the order differs shows as large a difference; ties count for noise. */
function permuted(
  series: readonly SeriesValue[],
  from: number,
  to: number,
  distance: number,
  random: () => number,
): number {
  const own = series.slice(from, to)
  const level = levelOf(series, from, to)
  const residuals = own.map(({ n, value }) => Math.sqrt(n) * (value - level))
  let asLarge = 1
  for (let round = 0; round < PERMUTATIONS; round++) {
    for (let i = residuals.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      const kept = residuals[i]!
      residuals[i] = residuals[j]!
      residuals[j] = kept
    }
    const shuffled = own.map(({ n }, i) => ({ n, value: level + residuals[i]! / Math.sqrt(n) }))
    if (bestSplit(shuffled, 0, shuffled.length)!.distance >= distance * (1 - 1e-9)) asLarge++
  }
  return asLarge / (PERMUTATIONS + 1)
}
