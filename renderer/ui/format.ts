import type { MetricUnit } from '../../shared/domain/metric-definition.ts'
import { locale } from './locale.ts'

/** The ends of the scale a 0..1 score is shown on; null shows it in per cent. */
export type ShownScale = { min: number; max: number } | null

const MISSING = '–'
const MINUS = '\u2212'
const THIN_SPACE = '\u202f'

const numberFormats = new Map<number, Intl.NumberFormat>()

/** `value` with exactly `decimals` decimals in the reader's locale and a true minus sign. */
export function formatNumber(value: number, decimals = 0): string {
  let format = numberFormats.get(decimals)
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    })
    numberFormats.set(decimals, format)
  }
  // Adding 0 turns the -0 that rounding leaves into 0.
  const rounded = Number(value.toFixed(decimals)) + 0
  return format.format(rounded).replace('-', MINUS)
}

/** A count in the reader's locale; null is a dash, never 0. */
export function formatCount(n: number | null): string {
  return n === null ? MISSING : formatNumber(n, 0)
}

/** `1 evaluation`, `12 evaluations`. */
export function countOf(n: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(n)} ${n === 1 ? singular : plural}`
}

interface ShownUnit {
  /** Stored value to shown number. */
  shown: (value: number) => number
  decimals: number
  suffix: string
}

/** How a unit is shown: one precision for each, on every screen. */
function shownUnit(unit: MetricUnit, scale: ShownScale): ShownUnit {
  switch (unit) {
    case 'share':
      return { shown: (value) => value * 100, decimals: 1, suffix: '%' }
    case 'score':
      return scale
        ? { shown: (value) => scale.min + value * (scale.max - scale.min), decimals: 2, suffix: '' }
        : { shown: (value) => value * 100, decimals: 1, suffix: '%' }
    case 'seconds':
      return { shown: (value) => value, decimals: 0, suffix: `${THIN_SPACE}s` }
    case 'per-minute':
      return { shown: (value) => value, decimals: 2, suffix: ' per min' }
    case 'words-per-minute':
      return { shown: (value) => value, decimals: 0, suffix: ' wpm' }
    case 'compound':
      return { shown: (value) => value, decimals: 2, suffix: '' }
    case 'points':
      return { shown: (value) => value, decimals: 0, suffix: '' }
  }
}

/** Seconds as a clock `m:ss` or `h:mm:ss`; below a minute with one decimal: `8.4 s`. */
export function formatSeconds(seconds: number): string {
  const sign = seconds < 0 ? MINUS : ''
  const size = Math.abs(seconds)
  if (size < 59.95) return `${sign}${formatNumber(size, 1)}${THIN_SPACE}s`
  const whole = Math.round(size)
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  const rest = String(whole % 60).padStart(2, '0')
  return hours > 0
    ? `${sign}${hours}:${String(minutes).padStart(2, '0')}:${rest} h`
    : `${sign}${minutes}:${rest} min`
}

/** Milliseconds as a clock without unit, for places in a conversation: `3:07`, `1:02:11`. */
export function formatClock(ms: number): string {
  const whole = Math.max(0, Math.floor(ms / 1000))
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  const seconds = String(whole % 60).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`
}

/**
 * A stored value with its unit: shares and scores in per cent with one decimal (scores on their own scale with two where it has
 * one), durations as clock, NPS and words per minute whole. Null is a dash.
 */
export function formatValue(value: number | null, unit: MetricUnit, scale: ShownScale = null): string {
  if (value === null || !Number.isFinite(value)) return MISSING
  if (unit === 'seconds') return formatSeconds(value)
  const { shown, decimals, suffix } = shownUnit(unit, scale)
  return `${formatNumber(shown(value), decimals)}${suffix}`
}

/** An interval in the same precision, the unit once: `44.1–71.0%`, `3:10–4:05 min`. */
export function formatInterval(
  low: number,
  high: number,
  unit: MetricUnit,
  scale: ShownScale = null,
): string {
  const joint = unit === 'compound' || unit === 'points' ? ' to ' : '–'
  if (unit === 'seconds') {
    const from = formatSeconds(low)
    const to = formatSeconds(high)
    const unitOf = (text: string) => text.slice(text.search(/[\s\u202f]/))
    return unitOf(from) === unitOf(to)
      ? `${from.slice(0, -unitOf(from).length)}${joint}${to}`
      : `${from}${joint}${to}`
  }
  const { shown, decimals, suffix } = shownUnit(unit, scale)
  return `${formatNumber(shown(low), decimals)}${joint}${formatNumber(shown(high), decimals)}${suffix}`
}

/** A difference with its sign: percentage points for shares and scores, else the unit itself. */
export function formatDifference(difference: number, unit: MetricUnit, scale: ShownScale = null): string {
  const sign = difference > 0 ? '+' : ''
  if (unit === 'seconds') return `${sign}${formatSeconds(difference)}`
  if (unit === 'score' && scale) return `${sign}${formatNumber(difference * (scale.max - scale.min), 2)}`
  const { shown, decimals, suffix } = shownUnit(unit, null)
  return `${sign}${formatNumber(shown(difference), decimals)}${suffix === '%' ? ' pts' : suffix}`
}

/** A probability in whole per cent, never 0% or 100%: `<1%`, `>99%`. */
export function formatProbability(probability: number): string {
  if (probability < 0.01) return '<1%'
  if (probability > 0.99) return '>99%'
  return `${formatNumber(probability * 100)}%`
}

/** The labels of an axis: as few decimals as its ticks need, the same on every one. */
export function tickFormatter(
  ticks: number[],
  unit: MetricUnit,
  scale: ShownScale = null,
): (value: number) => string {
  if (unit === 'seconds')
    return (value) => {
      const whole = Math.round(Math.abs(value))
      return whole < 60
        ? `${formatNumber(value)}${THIN_SPACE}s`
        : `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
    }
  const { shown, suffix } = shownUnit(unit, scale)
  const isExact = (decimals: number) =>
    ticks.every((tick) => Math.abs(shown(tick) - Number(shown(tick).toFixed(decimals))) < 1e-9)
  const decimals = [0, 1, 2].find(isExact) ?? 2
  return (value) => `${formatNumber(shown(value), decimals)}${suffix === '%' ? '%' : ''}`
}
