import type { ValueFormat } from './format.ts'

/** Between which stored values a target may lie. */
export function targetBounds({ unit }: Pick<ValueFormat, 'unit'>): { low: number; high: number } {
  switch (unit) {
    case 'share':
    case 'score':
      return { low: 0, high: 1 }
    case 'compound':
      return { low: -1, high: 1 }
    case 'points':
      return { low: -100, high: 100 }
    case 'seconds':
    case 'per-minute':
    case 'words-per-minute':
      return { low: 0, high: Number.MAX_SAFE_INTEGER }
  }
}

/** A stored value as people type it (per cent, or on the metric's scale), and back. */
export function typedScale({ unit, scale }: ValueFormat): {
  toTyped: (stored: number) => number
  toStored: (typed: number) => number
} {
  if (unit === 'score' && scale)
    return {
      toTyped: (stored) => scale.min + stored * (scale.max - scale.min),
      toStored: (typed) => (typed - scale.min) / (scale.max - scale.min),
    }
  if (unit === 'share' || unit === 'score')
    return { toTyped: (stored) => stored * 100, toStored: (typed) => typed / 100 }
  return { toTyped: (stored) => stored, toStored: (typed) => typed }
}
