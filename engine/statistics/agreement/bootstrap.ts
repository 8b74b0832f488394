import { normalCdf, normalQuantile } from '../normal.ts'
import { seededRandom } from '../seeded-random.ts'
import type { Patterns } from './patterns.ts'
import { emptySample, tallied, wholeSample, type Sample } from './sample.ts'

const LOW = 0.025
const HIGH = 0.975

/** Draws of which this share leaves the coefficient undefined say too little of it. */
const LARGEST_UNDEFINED_SHARE = 0.1

/** A coefficient of a sample; NaN where it is undefined. */
export type Statistic = (sample: Sample) => number

/**
 * Draws whole items with replacement, `resamples` times, and works every statistic out on each draw: all of them see the same
 * draws. Gives the values of each statistic, NaN where a draw leaves it undefined.
 */
export function bootstrapValues(
  patterns: Patterns,
  statistics: readonly Statistic[],
  resamples: number,
  seed: number,
): Float64Array[] {
  const random = seededRandom(seed)
  const values = statistics.map(() => new Float64Array(resamples))
  const sample = emptySample(patterns)
  const { counts } = sample
  const { itemCount, ofItem } = patterns
  for (let draw = 0; draw < resamples; draw++) {
    counts.fill(0)
    for (let item = 0; item < itemCount; item++) counts[ofItem[Math.floor(random() * itemCount)]!]! += 1
    tallied(sample, patterns)
    for (const [index, statistic] of statistics.entries()) values[index]![draw] = statistic(sample)
  }
  return values
}

/**
 * The bias-corrected and accelerated 95% interval (BCa; Efron, Better bootstrap confidence intervals, JASA 82, 1987). The
 * acceleration is estimated by leaving items out one at a time. Null where the draws are degenerate: all the same, or more than a
 * tenth of them undefined.
 */
export function acceleratedInterval(
  draws: Float64Array,
  statistic: Statistic,
  patterns: Patterns,
): { low: number; high: number } | null {
  const defined = draws.filter((value) => !Number.isNaN(value)).sort()
  if (defined.length < draws.length * (1 - LARGEST_UNDEFINED_SHARE)) return null
  const spread = (defined.at(-1) ?? 0) - (defined[0] ?? 0)
  if (!(spread > 1e-12)) return null
  const value = statistic(wholeSample(patterns))
  const bias = biasOf(defined, value)
  const acceleration = accelerationOf(statistic, patterns)
  const at = (probability: number) => {
    const shifted = bias + normalQuantile(probability)
    return quantileOf(defined, normalCdf(bias + shifted / (1 - acceleration * shifted)))
  }
  return { low: at(LOW), high: at(HIGH) }
}

/** How far the draws lie to one side of the value, as a normal quantile; draws equal to it lie half on either side. */
function biasOf(sorted: Float64Array, value: number): number {
  let below = 0
  for (const draw of sorted) below += draw < value - 1e-12 ? 1 : draw <= value + 1e-12 ? 0.5 : 0
  const share = Math.min(Math.max(below, 0.5), sorted.length - 0.5) / sorted.length
  return normalQuantile(share)
}

function accelerationOf(statistic: Statistic, patterns: Patterns): number {
  const sample = wholeSample(patterns)
  const left: { value: number; items: number }[] = []
  for (let pattern = 0; pattern < patterns.size; pattern++) {
    sample.counts[pattern]! -= 1
    left.push({ value: statistic(tallied(sample, patterns)), items: patterns.counts[pattern]! })
    sample.counts[pattern]! += 1
  }
  if (left.some(({ value }) => Number.isNaN(value))) return 0
  const mean = left.reduce((sum, { value, items }) => sum + value * items, 0) / patterns.itemCount
  const moment = (power: number) =>
    left.reduce((sum, { value, items }) => sum + items * (mean - value) ** power, 0)
  const squares = moment(2)
  return squares > 0 ? moment(3) / (6 * squares ** 1.5) : 0
}

/** Type 7 of Hyndman & Fan (1996), of values that are sorted already. */
function quantileOf(sorted: Float64Array, probability: number): number {
  const position = (sorted.length - 1) * Math.min(1, Math.max(0, probability))
  const below = sorted[Math.floor(position)] ?? 0
  const above = sorted[Math.ceil(position)] ?? below
  return below + (above - below) * (position - Math.floor(position))
}
