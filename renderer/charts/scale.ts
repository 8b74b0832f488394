import type { MetricUnit } from '../../shared/domain/metric-definition.ts'
import type { ShownScale } from '../ui/format.ts'

/** The range an axis covers, in stored units. */
export interface Domain {
  low: number
  high: number
}

/**
 * A range that holds all `values` with some air, and stays within `bounds` where the unit has ends (shares and scores: 0..1).
 * Null and non-finite values are passed over; without any value it is 0..1.
 */
export function domainOf(values: (number | null)[], bounds?: Domain): Domain {
  const finite = values.filter((value): value is number => value !== null && Number.isFinite(value))
  if (finite.length === 0) return bounds ?? { low: 0, high: 1 }
  const low = Math.min(...finite)
  const high = Math.max(...finite)
  const air = (high - low || Math.abs(high) || 1) * 0.08
  return {
    low: bounds ? Math.max(bounds.low, low - air) : low - air,
    high: bounds ? Math.min(bounds.high, high + air) : high + air,
  }
}

const ENDS: Partial<Record<MetricUnit, Domain>> = {
  share: { low: 0, high: 1 },
  score: { low: 0, high: 1 },
  compound: { low: -1, high: 1 },
}
const NOT_NEGATIVE: Domain = { low: 0, high: Number.POSITIVE_INFINITY }

/** The values a metric of this unit can take; undefined where it has no ends. */
export function boundsOf(unit: MetricUnit): Domain | undefined {
  return ENDS[unit] ?? (unit === 'points' ? undefined : NOT_NEGATIVE)
}

/** Where `value` lies in the domain, 0..1; values outside stay at the ends. */
export function positionIn(domain: Domain, value: number): number {
  const width = domain.high - domain.low
  if (width <= 0) return 0.5
  return Math.min(1, Math.max(0, (value - domain.low) / width))
}

const NICE_STEPS = [1, 2, 2.5, 5, 10]
const NICE_SECONDS = [1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 300, 600, 900, 1200, 1800, 3600, 7200]

function ticksEvery(domain: Domain, step: number): number[] {
  const ticks: number[] = []
  for (let index = Math.ceil(domain.low / step - 1e-9); index * step <= domain.high + step * 1e-9; index += 1)
    ticks.push(Number((index * step).toPrecision(12)))
  return ticks
}

/** Round values within the domain, at most about `most` of them, in steps of 1, 2, 2.5 or 5 times a power of ten. */
export function ticksIn(domain: Domain, most = 5): number[] {
  const width = domain.high - domain.low
  if (!(width > 0)) return [domain.low]
  const rough = width / most
  const power = 10 ** Math.floor(Math.log10(rough))
  return ticksEvery(domain, (NICE_STEPS.find((nice) => nice * power >= rough) ?? 10) * power)
}

/** `ticksIn` for seconds: in steps that are round on a clock. */
function ticksInSeconds(domain: Domain, most = 5): number[] {
  const rough = (domain.high - domain.low) / most
  const step = rough < 1 ? undefined : NICE_SECONDS.find((nice) => nice >= rough)
  return step === undefined ? ticksIn(domain, most) : ticksEvery(domain, step)
}

/** `ticksIn` for a 0..1 score that is shown on a scale of its own: round there, given back in 0..1. */
function ticksOnScale(domain: Domain, scale: ShownScale, most = 5): number[] {
  if (!scale || scale.max === scale.min) return ticksIn(domain, most)
  const width = scale.max - scale.min
  const shown = { low: scale.min + domain.low * width, high: scale.min + domain.high * width }
  return ticksIn(shown, most).map((tick) => (tick - scale.min) / width)
}

/** The ticks that read best for a unit: round on the clock, on the shown scale, or as a number. */
export function ticksFor(domain: Domain, unit: MetricUnit, scale: ShownScale = null, most = 5): number[] {
  if (unit === 'seconds') return ticksInSeconds(domain, most)
  return unit === 'score' ? ticksOnScale(domain, scale, most) : ticksIn(domain, most)
}
