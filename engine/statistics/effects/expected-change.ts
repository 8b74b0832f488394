import { normalCdf, normalDensity } from '../normal.ts'

/** Which way is better. A band: how far a value lies outside it, the less the better. */
export type EffectPolarity = 'higher' | 'lower' | { low: number; high: number }

/** What an agent was expected to show, from before, and what they showed after. All on the modelling scale. */
export interface BeforeAndAfter {
  agentId: string
  /** The team at the session; null where unknown. */
  teamId: string | null
  /** E(theta | before) and Var(theta | before): of the whole mixture, never plugged in. */
  expected: { mean: number; variance: number }
  /** What was observed afterwards, adjusted for case mix and not shrunk, with the variance of its mean. */
  after: { mean: number; variance: number }
}

/** Change beyond what was expected, signed so that positive is better. */
export interface ExpectedChange {
  agentId: string
  teamId: string | null
  change: number
  /** Var(theta | before): what is not known of the agent's level. */
  levelVariance: number
  /** s2 / n: what is not known of the time after. */
  noiseVariance: number
}

/** Mean and variance of max(0, X) of a normal X (Johnson, Kotz & Balakrishnan 1994, section 13.10). */
function rectified(mean: number, sd: number): { mean: number; square: number } {
  if (!(sd > 0)) return { mean: Math.max(0, mean), square: Math.max(0, mean) ** 2 }
  const z = mean / sd
  const [above, density] = [normalCdf(z), normalDensity(z)]
  return {
    mean: mean * above + sd * density,
    square: (mean * mean + sd * sd) * above + mean * sd * density,
  }
}

/** Expectation and variance of the distance outside a band of a normal value. */
function distanceOf(band: { low: number; high: number }, mean: number, variance: number) {
  const sd = Math.sqrt(variance)
  const under = rectified(band.low - mean, sd)
  const over = rectified(mean - band.high, sd)
  const expected = under.mean + over.mean
  return { expected, variance: Math.max(0, under.square + over.square - expected * expected) }
}

/**
 * One agent's term of the comparison: after - E(theta | before), positive where that is better. In a band it is the distance outside it that falls: what
 * is observed afterwards lies outside by chance, too, so the distance it is held against is that of the predictive distribution.
 */
export function expectedChange(polarity: EffectPolarity, one: BeforeAndAfter): ExpectedChange {
  const { agentId, teamId, expected, after } = one
  if (typeof polarity === 'string') {
    const sign = polarity === 'higher' ? 1 : -1
    return {
      agentId,
      teamId,
      change: sign * (after.mean - expected.mean),
      levelVariance: expected.variance,
      noiseVariance: after.variance,
    }
  }
  const total = expected.variance + after.variance
  const distance = distanceOf(polarity, expected.mean, total)
  const shown = Math.max(0, polarity.low - after.mean, after.mean - polarity.high)
  const share = total > 0 ? distance.variance / total : 0
  return {
    agentId,
    teamId,
    change: distance.expected - shown,
    levelVariance: expected.variance * share,
    noiseVariance: after.variance * share,
  }
}
