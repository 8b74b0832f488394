import { normalQuantile } from '../normal.ts'

/** One unit on a funnel plot: its value, and its sampling variance were it an ordinary one. */
export interface FunnelUnit {
  value: number
  /** Above 0. */
  variance: number
}

export interface FunnelLimits {
  low95: number
  high95: number
  low998: number
  high998: number
}

export interface Funnel {
  centre: number
  /** Variance between ordinary units beyond sampling; added to every unit's own. */
  tauSquared: number
  /** Mean of the squared, winsorised z-scores: 1 where sampling explains all. */
  overDispersion: number
  limitsAt: (variance: number) => FunnelLimits
  /** In the order given: within the limits, outside the 95% ones, or outside the 99.8% ones. */
  places: ('inside' | 'outside-95' | 'outside-998')[]
}

const WINSORISED = 0.1
const Z95 = normalQuantile(0.975)
const Z998 = normalQuantile(0.999)

/**
 * Funnel limits with additive over-dispersion (Spiegelhalter 2005, Statistics in Medicine 24: 1185-1202; and Qual Saf Health Care 14:
 * 347-351): z-scores against the centre, the outermost tenth at each end drawn in, tau2 by moments as in DerSimonian & Laird (1986).
 * The centre is the mean weighted by precision. Null without units. `winsorised` is the share drawn in at each end.
 */
export function funnel(units: readonly FunnelUnit[], winsorised = WINSORISED): Funnel | null {
  if (units.length === 0) return null
  const weights = units.map(({ variance }) => 1 / variance)
  const weight = weights.reduce((sum, one) => sum + one, 0)
  const centre = units.reduce((sum, { value }, i) => sum + weights[i]! * value, 0) / weight
  const zs = units.map(({ value, variance }) => (value - centre) / Math.sqrt(variance))
  const sorted = zs.toSorted((a, b) => a - b)
  const cut = Math.floor(winsorised * units.length)
  const [low, high] = [sorted[cut]!, sorted.at(-1 - cut)!]
  const overDispersion = zs.reduce((sum, z) => sum + Math.min(high, Math.max(low, z)) ** 2, 0) / units.length
  const excess = units.length * overDispersion - (units.length - 1)
  const scale = weight - weights.reduce((sum, one) => sum + one * one, 0) / weight
  const tauSquared = excess > 0 && scale > 0 ? excess / scale : 0
  const limitsAt = (variance: number): FunnelLimits => {
    const error = Math.sqrt(variance + tauSquared)
    return {
      low95: centre - Z95 * error,
      high95: centre + Z95 * error,
      low998: centre - Z998 * error,
      high998: centre + Z998 * error,
    }
  }
  const places = units.map(({ value, variance }) => {
    const distance = Math.abs(value - centre) / Math.sqrt(variance + tauSquared)
    return distance > Z998 ? 'outside-998' : distance > Z95 ? 'outside-95' : 'inside'
  })
  return { centre, tauSquared, overDispersion, limitsAt, places }
}
