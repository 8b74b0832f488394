import { pauleMandelVariance, studentTCdf } from '../../statistics/index.ts'

/**
 * An agent (or an agent within one queue) as a unit of comparison: badness on the modelling scale, more is
 * worse.
 */
export interface Unit {
  agentId: string
  groupId: string
  badness: number
  /** Sampling variance, above 0. */
  variance: number
}

/** How people of one group differ. */
export interface GroupSpread {
  /** Between agents beyond sampling. */
  tauSquared: number
  degreesOfFreedom: number
  /** Of one unit's value around its group's mean; 0 where too few are known. */
  skewness: number
}

const FEWEST_UNITS_FOR_SKEWNESS = 20

/** Skewness around the groups' own means, each group's third moment made up for its size (Fisher's k-statistics). */
function skewnessWithinGroups(units: readonly Unit[]): number {
  let [squares, cubes, forSquares, forCubes] = [0, 0, 0, 0]
  for (const own of Map.groupBy(units, ({ groupId }) => groupId).values()) {
    const k = own.length
    if (k < 3) continue
    const mean = own.reduce((sum, { badness }) => sum + badness, 0) / k
    for (const { badness } of own) {
      squares += (badness - mean) ** 2
      cubes += (badness - mean) ** 3
    }
    forSquares += k - 1
    forCubes += k - 3 + 2 / k
  }
  if (forSquares < FEWEST_UNITS_FOR_SKEWNESS || !(squares > 0)) return 0
  return cubes / forCubes / (squares / forSquares) ** 1.5
}

/**
 * Between-agent variance within groups, its degrees of freedom and skewness: what a group's mean would vary by if
 * nothing but its people differed.
 */
export function spreadWithinGroups(units: readonly Unit[]): GroupSpread {
  const groups = new Set(units.map(({ groupId }) => groupId)).size
  return {
    tauSquared: pauleMandelVariance(
      units.map(({ badness, variance, groupId }) => ({ mean: badness, variance, group: groupId })),
    ),
    degreesOfFreedom: Math.max(1, units.length - groups),
    skewness: skewnessWithinGroups(units),
  }
}

/** One side of a comparison, as sums that can be added and taken apart. */
export interface Side {
  count: number
  badness: number
  /** Sum of sampling variances. */
  variance: number
  /** Sums on the reporting scale: of values, and of how bad they are. */
  reported: number
  reportedBadness: number
}

export function emptySide(): Side {
  return { count: 0, badness: 0, variance: 0, reported: 0, reportedBadness: 0 }
}

/** Adds (or with sign -1 takes away) one side from another, in place. */
export function addSide(to: Side, side: Side, sign: 1 | -1 = 1): void {
  to.count += sign * side.count
  to.badness += sign * side.badness
  to.variance += sign * side.variance
  to.reported += sign * side.reported
  to.reportedBadness += sign * side.reportedBadness
}

/** A group and the rest on one kind of work. */
export interface Stratum {
  group: Side
  rest: Side
}

/** A group's mean against the rest's, each kind of work by its share of the group's agents. */
export function weightedMeans(
  strata: readonly Stratum[],
  figureOf: (side: Side) => number,
): { group: number; rest: number } {
  const agents = strata.reduce((sum, { group }) => sum + group.count, 0)
  let [group, rest] = [0, 0]
  for (const stratum of strata) {
    group += figureOf(stratum.group) / agents
    rest += ((stratum.group.count / agents) * figureOf(stratum.rest)) / stratum.rest.count
  }
  return { group, rest }
}

/**
 * The error of a group's difference from the rest: variance sum(tau2 + v) / k^2 per side. Over several kinds of work the variances are
 * averaged by the squares of the group's shares of agents (a stratified mean: Cochran 1977, section 5.3). All sides need at least one unit.
 */
export function errorOfDifference(strata: readonly Stratum[], spread: { tauSquared: number }): number {
  const agents = strata.reduce((sum, stratum) => sum + stratum.group.count, 0)
  const varianceOf = ({ count, variance }: Side) => (count * spread.tauSquared + variance) / (count * count)
  return Math.sqrt(
    strata.reduce(
      (sum, stratum) =>
        sum + (stratum.group.count / agents) ** 2 * (varianceOf(stratum.group) + varianceOf(stratum.rest)),
      0,
    ),
  )
}

/**
 * One-sided p-value of "the group is no worse than the rest", with agents as the units: the difference of
 * plain means averaged by the group's agents over the kinds of work, Student's t on the agents' degrees of freedom because
 * tau2 is estimated. Where values lean to the worse (shares near their best do), a mean of few strays that way by chance more often
 * than the bell says, and more so far out: the statistic is drawn in by the first Cornish-Fisher term (Cornish & Fisher 1938; Johnson
 * 1978, JASA 73). Without it 13% instead of 10% of flags were false in simulation.
 */
export function worseThanRest(strata: readonly Stratum[], spread: GroupSpread): number {
  const { group, rest } = weightedMeans(strata, ({ badness }) => badness)
  const difference = group - rest
  const error = errorOfDifference(strata, spread)
  // Without any spread every difference is certain, and no difference is none.
  if (!(error > 0)) return difference > 0 ? 0 : 1
  return 1 - studentTCdf(drawnIn(difference / error, strata, spread.skewness), spread.degreesOfFreedom)
}

function drawnIn(statistic: number, strata: readonly Stratum[], skewness: number): number {
  const count = (side: 'group' | 'rest') => strata.reduce((sum, stratum) => sum + stratum[side].count, 0)
  const [k, others] = [count('group'), count('rest')]
  // of the difference of two means of units that all lean alike
  const lean = (skewness * (1 / k ** 2 - 1 / others ** 2)) / (1 / k + 1 / others) ** 1.5
  if (!(lean > 0) || statistic <= 1) return statistic
  // beyond this the term would turn round
  const reach = Math.min(statistic, 3 / lean)
  return statistic - (lean * (reach * reach - 1)) / 6
}
