import { normalQuantile } from '../normal.ts'
import { studentTQuantile } from '../student-t.ts'

export type EffectVerdict = 'improved' | 'worse' | 'too-early' | 'no-change-seen'

/** The days after a session on which its effect is looked at: the first two are progress, the last is the verdict. */
export const LOOK_DAYS = [14, 28, 56] as const
export const VERDICT_DAY = 56

/**
 * The one verdict, on a 95% interval of the effect (positive is better): above 0 improved, below 0 worse; else too early where it is wider than plus and
 * minus `delta`, the smallest difference worth acting on; else no change was seen.
 */
export function effectVerdict(interval: { low: number; high: number }, delta: number): EffectVerdict {
  if (interval.low > 0) return 'improved'
  if (interval.high < 0) return 'worse'
  return (interval.high - interval.low) / 2 > delta ? 'too-early' : 'no-change-seen'
}

/**
 * How many further observations of the agent bring the half-width down to `delta`: n = s2 / (delta^2 / t^2 - rest), less those there are; 0 where it is
 * there already, null where no number of them would, as the controls and the time before leave more than that open.
 */
export function contactsStillNeeded(given: {
  observationVariance: number
  observed: number
  restVariance: number
  degreesOfFreedom: number
  delta: number
}): number | null {
  const { observationVariance, observed, restVariance, degreesOfFreedom, delta } = given
  const t = studentTQuantile(0.975, Math.min(degreesOfFreedom, 1e6))
  const room = (delta / t) ** 2 - restVariance
  if (!(room > 0)) return null
  return Math.max(0, Math.ceil(observationVariance / room - observed - 1e-9))
}

/** The smallest effect seen with 80% power at the two-sided 5% level: (t + z) standard errors (Bloom 1995). */
export function minimumDetectableEffect(standardError: number, degreesOfFreedom: number): number {
  return (studentTQuantile(0.975, Math.min(degreesOfFreedom, 1e6)) + normalQuantile(0.8)) * standardError
}

/**
 * How far a value that was picked for being off is expected to come back untouched: B (m - x) with B = 1 - reliability. At -1.5 standard deviations and a
 * reliability of 0.3 it is 1.05 of them (Galton 1886; Kelley 1947).
 */
export function expectedBounce(value: number, peerMean: number, reliability: number): number {
  return (1 - reliability) * (peerMean - value)
}
