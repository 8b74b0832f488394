import { studentTQuantile } from '../student-t.ts'
import { wilsonInterval } from '../wilson-interval.ts'
import { acceleratedInterval } from './bootstrap.ts'
import type { Estimator } from './estimator.ts'
import type { Patterns } from './patterns.ts'
import { wholeSample } from './sample.ts'
import { reasons, without } from './reasons.ts'
import type { Coefficient } from './types.ts'

const UPPER = 0.975

/** Items rated at least twice, and the share of their pairs that agree: what a perfect table is judged by. */
export interface PairedItems {
  count: number
  share: number
  /** Whether every item agrees by the same share, so that no sample of them can have another. */
  isEven: boolean
}

/**
 * A coefficient with its interval: BCa bootstrap over items; where that is degenerate, Gwet's linearised variance with Student's t.
 * In perfect agreement both are of no width, however few the items, and so they are where all items are rated alike. There the
 * interval of the share of agreement (Wilson) is carried through the coefficient: chance stays as it is, and a disagreement there might
 * be is taken to be as far as chance would make it. Where all items agree by the same share, short of perfectly, the draws speak of chance
 * alone: there the interval takes in both.
 */
export function coefficientOf(
  estimator: Estimator,
  draws: Float64Array,
  patterns: Patterns,
  paired: PairedItems,
): Coefficient {
  const value = estimator.value(wholeSample(patterns))
  if (Number.isNaN(value)) return without(reasons.oneAnswer)
  const interval = paired.share === 1 ? null : acceleratedInterval(draws, estimator.value, patterns)
  if (interval !== null && paired.isEven) {
    const carried = carriedInterval(value, estimator.chance(), paired)
    return {
      value,
      low: Math.min(interval.low, carried.low),
      high: Math.max(interval.high, carried.high),
    }
  }
  if (interval !== null) return { value, ...interval }
  const error = paired.share === 1 ? 0 : estimator.standardError()
  if (!(error > 1e-9)) return { value, ...carriedInterval(value, estimator.chance(), paired) }
  const half = error * studentTQuantile(UPPER, patterns.itemCount - 1)
  return { value, ...within(value, value - half, value + half) }
}

/** The share of agreement: Wilson's interval for two raters, where items agree or not; else the bootstrap. */
export function shareOf(
  estimator: Estimator,
  draws: Float64Array,
  patterns: Patterns,
  paired: PairedItems,
): Coefficient {
  const interval = patterns.pair === null ? acceleratedInterval(draws, estimator.value, patterns) : null
  return { value: paired.share, ...(interval ?? shareInterval(paired)) }
}

function shareInterval({ count, share }: PairedItems): { low: number; high: number } {
  const { low, high } = wilsonInterval(share * count, count) ?? { low: 0, high: 1 }
  return { low, high }
}

/** A share of agreement that is lower by some raises D by as much of E as chance has of disagreement. */
function carriedInterval(value: number, chance: number, paired: PairedItems): { low: number; high: number } {
  const { low, high } = shareInterval(paired)
  return within(value, value - (paired.share - low) / chance, value + (high - paired.share) / chance)
}

/** No interval reaches beyond what agreement can be, from every pair apart to every pair the same. */
function within(value: number, low: number, high: number): { low: number; high: number } {
  return { low: Math.max(low, Math.min(-1, value)), high: Math.min(high, 1) }
}
