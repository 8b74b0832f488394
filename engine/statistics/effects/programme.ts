import { pauleMandelVariance, type NoisyValue } from '../paule-mandel.ts'
import { studentTQuantile } from '../student-t.ts'

/** What effects of one kind come to together; positive is better, on the effects' own scale. */
export interface ProgrammeMean {
  count: number
  mean: number
  standardError: number
  /** 95% interval of the mean; null under two effects. */
  interval: { low: number; high: number } | null
  /** Where the next true effect is expected with 95%; null under three effects. */
  prediction: { low: number; high: number } | null
  /** Between true effects, by Paule & Mandel. */
  tauSquared: number
}

/**
 * Random-effects mean of effects with their variances (above 0): tau2 by Paule & Mandel (1982), the mean's interval by Hartung & Knapp (2001) and Sidik &
 * Jonkman (2002) with Student's t on k - 1 degrees of freedom, and not narrower than the plain one where effects happen to agree too well (Rover, Knapp & Friede
 * 2015). The prediction interval adds tau2, on k - 2 (Higgins, Thompson & Spiegelhalter 2009). Null without effects.
 */
export function programmeMean(effects: readonly NoisyValue[]): ProgrammeMean | null {
  const count = effects.length
  if (count === 0) return null
  const tauSquared = pauleMandelVariance(effects)
  let weights = 0
  let sum = 0
  for (const { mean, variance } of effects) {
    weights += 1 / (variance + tauSquared)
    sum += mean / (variance + tauSquared)
  }
  const mean = sum / weights
  const plain = Math.sqrt(1 / weights)
  if (count === 1) return { count, mean, standardError: plain, interval: null, prediction: null, tauSquared }
  let squares = 0
  for (const one of effects) squares += (one.mean - mean) ** 2 / (one.variance + tauSquared)
  const standardError = plain * Math.sqrt(Math.max(1, squares / (count - 1)))
  const around = (reach: number) => ({ low: mean - reach, high: mean + reach })
  return {
    count,
    mean,
    standardError,
    interval: around(studentTQuantile(0.975, count - 1) * standardError),
    prediction:
      count < 3
        ? null
        : around(studentTQuantile(0.975, count - 2) * Math.sqrt(tauSquared + standardError ** 2)),
    tauSquared,
  }
}
