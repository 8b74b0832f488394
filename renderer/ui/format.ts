import { t } from '@lingui/core/macro'
import { formatNumber } from '../../shared/speech/numbers.ts'
import { formatSeconds, formatValue as formatKnown, perCent } from '../../shared/domain/format.ts'
import type { MetricUnit } from '../../shared/domain/metric-definition.ts'

export { formatNumber, formatShort } from '../../shared/speech/numbers.ts'

/** The ends of the scale a 0..1 score is shown on; null shows it in per cent. */
export type ShownScale = { min: number; max: number } | null

const MISSING = '–'
/** A count in the reader's locale; null is a dash, never 0. */
export function formatCount(n: number | null): string {
  return n === null ? MISSING : formatNumber(n, 0)
}

/** Milliseconds as a clock without unit, for places in a conversation: `3:07`, `1:02:11`. */
export function formatClock(ms: number): string {
  const whole = Math.max(0, Math.floor(ms / 1000))
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  const seconds = String(whole % 60).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`
}

/** A stored value with its unit, written as in the engine's sentences (`shared/domain/format.ts`). Null is a dash. */
export function formatValue(value: number | null, unit: MetricUnit, scale: ShownScale = null): string {
  if (value === null || !Number.isFinite(value)) return MISSING
  return formatKnown(value, { unit, scale })
}

/** The first of two values without the unit that both end with: `44` of `44%` and `71%`. */
export function withoutUnitOf(from: string, to: string): string {
  const unit = /\D*$/.exec(to)?.[0] ?? ''
  return unit !== '' && from.endsWith(unit) ? from.slice(0, -unit.length) : from
}

/** An interval in the same precision, the unit once: `44–71%`, `3.80–4.20`, `3 min 10 s to 4 min 5 s`. */
export function formatInterval(
  low: number,
  high: number,
  unit: MetricUnit,
  scale: ShownScale = null,
): string {
  const from = formatValue(low, unit, scale)
  const to = formatValue(high, unit, scale)
  if (unit === 'seconds' || unit === 'compound' || unit === 'points') return t`${from} to ${to}`
  return `${withoutUnitOf(from, to)}–${to}`
}

/** A difference with its sign: percentage points for shares and scores, else the unit itself. */
export function formatDifference(difference: number, unit: MetricUnit, scale: ShownScale = null): string {
  if (unit === 'score' && scale) {
    const width = scale.max - scale.min
    return withSign(formatNumber(difference * width, width > 20 ? 0 : 2), difference)
  }
  if (unit === 'share' || unit === 'score')
    return t`${withSign(formatNumber(difference * 100), difference)} pts`
  return withSign(formatValue(difference, unit), difference)
}

/** What rounding leaves as nothing has no sign. */
function withSign(shown: string, difference: number): string {
  return difference > 0 && /[1-9]/.test(shown) ? `+${shown}` : shown
}

/** A probability in whole per cent, never 0% or 100%: `<1%`, `>99%`. */
export function formatProbability(probability: number): string {
  if (probability < 0.01) return `<${perCent(0.01)}`
  if (probability > 0.99) return `>${perCent(0.99)}`
  return perCent(probability)
}

/** A share of a count in whole per cent, 0% and 100% only where it is exactly none or all. */
export function formatShare(share: number): string {
  return share === 0 || share === 1 ? perCent(share) : formatProbability(share)
}

/** The labels of an axis: as few decimals as its ticks need, the same on every one. */
export function tickFormatter(
  ticks: number[],
  unit: MetricUnit,
  scale: ShownScale = null,
): (value: number) => string {
  if (unit === 'seconds') return formatSeconds
  const isPercent = unit === 'share' || (unit === 'score' && !scale)
  const shown = (value: number) => {
    if (isPercent) return value * 100
    return unit === 'score' && scale ? scale.min + value * (scale.max - scale.min) : value
  }
  const isExact = (decimals: number) =>
    ticks.every((tick) => Math.abs(shown(tick) - Number(shown(tick).toFixed(decimals))) < 1e-9)
  const decimals = [0, 1, 2].find(isExact) ?? 2
  return (value) => (isPercent ? perCent(value, decimals) : formatNumber(shown(value), decimals))
}

const byteUnits = [
  (size: string) => t`${size} bytes`,
  (size: string) => t`${size} kB`,
  (size: string) => t`${size} MB`,
  (size: string) => t`${size} GB`,
  (size: string) => t`${size} TB`,
]

/** Bytes as people say them: `482 kB`, `1.2 GB`. */
export function formatBytes(bytes: number): string {
  let size = bytes
  let unit = 0
  while (size >= 1000 && unit < byteUnits.length - 1) {
    size /= 1000
    unit += 1
  }
  return byteUnits[unit]!(formatNumber(size, unit > 0 && size < 10 ? 1 : 0))
}
