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

/** Where `value` lies in the domain, 0..1; values outside stay at the ends. */
export function positionIn(domain: Domain, value: number): number {
  const width = domain.high - domain.low
  if (width <= 0) return 0.5
  return Math.min(1, Math.max(0, (value - domain.low) / width))
}

const NICE_STEPS = [1, 2, 2.5, 5, 10]

/** Round values within the domain, at most `most` of them, in steps of 1, 2, 2.5 or 5 times a power of ten. */
export function ticksIn(domain: Domain, most = 5): number[] {
  const width = domain.high - domain.low
  if (!(width > 0)) return [domain.low]
  const rough = width / most
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = (NICE_STEPS.find((nice) => nice * power >= rough) ?? 10) * power
  const ticks: number[] = []
  for (let index = Math.ceil(domain.low / step - 1e-9); index * step <= domain.high + step * 1e-9; index += 1)
    ticks.push(Number((index * step).toPrecision(12)))
  return ticks
}

/** `ticksIn` for a 0..1 score that is shown on a scale of its own: round there, given back in 0..1. */
export function ticksOnScale(domain: Domain, scale: { min: number; max: number } | null, most = 5): number[] {
  if (!scale || scale.max === scale.min) return ticksIn(domain, most)
  const width = scale.max - scale.min
  const shown = { low: scale.min + domain.low * width, high: scale.min + domain.high * width }
  return ticksIn(shown, most).map((tick) => (tick - scale.min) / width)
}
