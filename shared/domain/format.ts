import { t } from '#speech'
import { formatNumber } from '../speech/numbers.ts'
import type { MetricUnit } from './metric-definition.ts'

/** What is needed to write a value of a metric. */
export interface ValueFormat {
  unit: MetricUnit
  scale: { min: number; max: number } | null
}

/** Seconds as people read them: `45 s`, `3 min 20 s`, `1 h 5 min`. */
export function formatSeconds(seconds: number): string {
  const whole = Math.round(Math.abs(seconds))
  const sign = seconds < 0 && whole > 0 ? '−' : ''
  if (whole < 60) return t`${{ seconds: `${sign}${whole}` }} s`
  if (whole < 3600) {
    const minutes = `${sign}${Math.floor(whole / 60)}`
    return whole % 60 === 0 ? t`${{ minutes }} min` : t`${{ minutes }} min ${{ seconds: whole % 60 }} s`
  }
  const minutes = Math.round(whole / 60) % 60
  const hours = `${sign}${Math.floor(Math.round(whole / 60) / 60)}`
  return minutes === 0 ? t`${{ hours }} h` : t`${{ hours }} h ${{ minutes }} min`
}

/** A share of 0..1 in per cent, as the language at hand writes it: `81%`, `62.5%`, `81 %`. */
export function perCent(share: number, decimals = 0): string {
  return t`${{ number: formatNumber(share * 100, decimals) }}%`
}

/** A stored value in its own unit, at the precision used everywhere: `81%`, `4.2`, `3 min 20 s`, `0.42 / min`. */
export function formatValue(value: number, { unit, scale }: ValueFormat): string {
  switch (unit) {
    case 'share':
      return perCent(value)
    case 'score': {
      if (!scale) return perCent(value)
      const shown = scale.min + value * (scale.max - scale.min)
      return scale.max - scale.min > 20
        ? scale.max === 100
          ? perCent(shown / 100)
          : formatNumber(shown)
        : formatNumber(shown, 2)
    }
    case 'seconds':
      return formatSeconds(value)
    case 'per-minute':
      return t`${{ number: formatNumber(value, 2) }} / min`
    case 'words-per-minute':
      return t`${{ number: formatNumber(value) }} words / min`
    case 'compound':
      return formatNumber(value, 2)
    case 'points':
      return formatNumber(value)
  }
}

/** A difference of two stored values: of shares in points of a hundred, on a scale in its own points, else in the metric's unit. */
export function formatDifference(difference: number, { unit, scale }: ValueFormat): string {
  if (unit === 'share' || (unit === 'score' && !scale)) {
    const number = formatNumber(difference * 100)
    return number === '1' ? t`${{ number }} point` : t`${{ number }} points`
  }
  if (unit !== 'score' || !scale) return formatValue(difference, { unit, scale })
  return formatValue(difference, { unit, scale: { min: 0, max: scale.max - scale.min } })
}
