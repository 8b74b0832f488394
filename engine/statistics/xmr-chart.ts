export interface XmrChart {
  mean: number
  meanMovingRange: number
  lowerLimit: number
  upperLimit: number
  /** Per value, in order: outside the limits, or within a run of 8 on one side of the mean. */
  signals: ('outside' | 'run' | null)[]
  hasChanged: boolean
}

const RUN_LENGTH = 8

/**
 * Individuals and moving range chart: mean plus and minus 2.66 mean moving ranges (3 / 1.128; Shewhart,
 * Wheeler; NIST/SEMATECH e-Handbook 6.3.2.2). A value outside, or eight in a row on one side, is change; all
 * else is noise. Null under two values. Limits may be fixed from the first `baselineCount` values (all by
 * default).
 */
export function xmrChart(values: readonly number[], baselineCount = values.length): XmrChart | null {
  const baseline = values.slice(0, Math.max(2, baselineCount))
  if (baseline.length < 2) return null
  const mean = baseline.reduce((total, value) => total + value, 0) / baseline.length
  let movingRanges = 0
  for (let i = 1; i < baseline.length; i++)
    movingRanges += Math.abs((baseline[i] ?? 0) - (baseline[i - 1] ?? 0))
  const meanMovingRange = movingRanges / (baseline.length - 1)
  // Rounding in the mean of equal values must not put them outside limits of width 0.
  const rounding = 1e-12 * Math.abs(mean)
  const reach = (3 / 1.128) * meanMovingRange + rounding
  const side = values.map((value) => (Math.abs(value - mean) <= rounding ? 0 : Math.sign(value - mean)))
  const signals: XmrChart['signals'] = values.map((value) =>
    Math.abs(value - mean) > reach ? 'outside' : null,
  )
  let runStart = 0
  for (let i = 1; i <= side.length; i++) {
    if (i < side.length && side[i] === side[runStart]) continue
    if (side[runStart] !== 0 && i - runStart >= RUN_LENGTH) {
      for (let j = runStart; j < i; j++) signals[j] ??= 'run'
    }
    runStart = i
  }
  return {
    mean,
    meanMovingRange,
    lowerLimit: mean - reach,
    upperLimit: mean + reach,
    signals,
    hasChanged: signals.some((signal) => signal !== null),
  }
}
