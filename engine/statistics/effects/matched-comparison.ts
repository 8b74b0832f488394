import { studentTQuantile } from '../student-t.ts'
import type { ExpectedChange } from './expected-change.ts'
import { extraSpread } from './extra-spread.ts'

/** The comparison of one coached agent with controls; on the modelling scale, positive is better. */
export interface MatchedComparison {
  /** D. */
  effect: number
  low: number
  high: number
  standardError: number
  degreesOfFreedom: number
  /** Half of the interval's width. */
  halfWidth: number
  /** The agent's own change beyond what was expected, and the controls' mean of the same. */
  ownChange: number
  controlChange: number
  /** Variance of the effect without the agent's own noise of the time after: what further contacts cannot take away. */
  restVariance: number
}

const LEAST_VARIANCE = 1e-12

/** Own noise is known on this many degrees of freedom: those of s2. */
export interface ComparisonOptions {
  noiseDegreesOfFreedom: number
}

/**
 * D = [after_i - E(theta_i | before)] - mean_j [after_j - E(theta_j | before)] with its 95% interval.
 *
 * The variance is Var(theta_i | before) + s2/n_i + sum_j(the same)/J^2, and on top of it what agents and teams change anyway: people drift, and teams have
 * good and bad months, so that the controls' changes differ by more than their sampling variances say. Both are variance components of everybody not coached
 * (`uncoached`; the controls are among them), and enter for the coached agent and for the controls' mean alike: with one treated unit the changes of the
 * untreated are the only yardstick (Donald & Lang 2007; Conley & Taber 2011). Student's t with the degrees of freedom of such a sum (Satterthwaite 1946), so
 * that few controls or few teams make a wide interval. At least two controls.
 */
export function matchedComparison(
  coached: ExpectedChange,
  controls: readonly ExpectedChange[],
  uncoached: readonly ExpectedChange[],
  { noiseDegreesOfFreedom }: ComparisonOptions,
): MatchedComparison {
  const count = controls.length
  const controlChange = controls.reduce((sum, { change }) => sum + change, 0) / count
  const samplingOf = (one: ExpectedChange) => Math.max(one.levelVariance + one.noiseVariance, LEAST_VARIANCE)
  const ofAgents = extraSpread(
    uncoached.map((one) => ({ mean: one.change, variance: samplingOf(one), group: one.teamId ?? '' })),
  )
  const ofTeams = extraSpread(
    [...Map.groupBy(uncoached, ({ teamId }) => teamId ?? '').values()].map((own) => ({
      mean: own.reduce((sum, { change }) => sum + change, 0) / own.length,
      variance:
        own.reduce((sum, one) => sum + samplingOf(one) + ofAgents.variance, 0) / (own.length * own.length),
    })),
  )
  const shares = new Map<string | null, number>()
  for (const { teamId } of controls) shares.set(teamId, (shares.get(teamId) ?? 0) + 1 / count)
  // a team's own month falls out as far as the controls share it
  let teamFactor = 1 - 2 * (shares.get(coached.teamId) ?? 0)
  for (const share of shares.values()) teamFactor += share * share

  const controlVariance =
    controls.reduce((sum, { levelVariance, noiseVariance }) => sum + levelVariance + noiseVariance, 0) /
    (count * count)
  const parts: [variance: number, degreesOfFreedom: number][] = [
    [coached.levelVariance + controlVariance, Infinity],
    [coached.noiseVariance, noiseDegreesOfFreedom],
    [ofAgents.variance * (1 + 1 / count), ofAgents.degreesOfFreedom],
    [ofTeams.variance * Math.max(0, teamFactor), ofTeams.degreesOfFreedom],
  ]
  let variance = 0
  let denominator = 0
  for (const [part, degreesOfFreedom] of parts) {
    variance += part
    if (part > 0) denominator += (part * part) / degreesOfFreedom
  }
  variance = Math.max(variance, LEAST_VARIANCE)
  const degreesOfFreedom = denominator > 0 ? Math.max(1, (variance * variance) / denominator) : 1e6
  const effect = coached.change - controlChange
  const standardError = Math.sqrt(variance)
  const halfWidth = studentTQuantile(0.975, Math.min(degreesOfFreedom, 1e6)) * standardError
  return {
    effect,
    low: effect - halfWidth,
    high: effect + halfWidth,
    standardError,
    degreesOfFreedom,
    halfWidth,
    ownChange: coached.change,
    controlChange,
    restVariance: variance - coached.noiseVariance,
  }
}
