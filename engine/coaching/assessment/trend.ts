import type { Estimate } from './estimate.ts'
import { badness } from './gap.ts'
import type { DriverPolarity, Trend } from './types.ts'

/**
 * This window against the one before. Both are shrunk within their own window, so that an agent picked for a
 * bad (or a lucky) spell is not shown as falling or recovering by that alone; the windows share no contacts,
 * so variances add.
 */
export function trendOf(polarity: DriverPolarity, now: Estimate, before: Estimate | undefined): Trend | null {
  if (before === undefined) return null
  const change = now.posterior.mean - before.posterior.mean
  const reach = 1.96 * Math.hypot(now.posterior.standardDeviation, before.posterior.standardDeviation)
  const worsening = badness(polarity, now.posterior.mean) - badness(polarity, before.posterior.mean)
  const isClear = Math.abs(change) > reach && worsening !== 0
  return {
    previousN: before.sample.n,
    previousAdjusted: before.adjusted,
    previousMean: before.posterior.mean,
    change,
    low: change - reach,
    high: change + reach,
    direction: isClear ? (worsening > 0 ? 'worse' : 'better') : 'no-clear-change',
  }
}
