import { pauleMandelVariance, studentTCdf } from '../../statistics/index.ts'

/** An agent (or an agent within one queue) as a unit of comparison: badness on the modelling scale, more is worse. */
export interface Unit {
  agentId: string
  groupId: string
  badness: number
  /** Sampling variance, above 0. */
  variance: number
}

export interface GroupComparison {
  groupMean: number
  restMean: number
  /** One-sided: that the group is no worse than the rest. */
  pValue: number
}

/** Between-agent variance within groups, and its degrees of freedom: what a group's mean would vary by if nothing but its people differed. */
export function spreadWithinGroups(units: readonly Unit[]): { tauSquared: number; degreesOfFreedom: number } {
  const groups = new Set(units.map(({ groupId }) => groupId)).size
  return {
    tauSquared: pauleMandelVariance(
      units.map(({ badness, variance, groupId }) => ({ mean: badness, variance, group: groupId })),
    ),
    degreesOfFreedom: Math.max(1, units.length - groups),
  }
}

function sideOf(units: readonly Unit[], tauSquared: number): { mean: number; variance: number } {
  const k = units.length
  let mean = 0
  let variance = 0
  for (const unit of units) {
    mean += unit.badness / k
    variance += (tauSquared + unit.variance) / (k * k)
  }
  return { mean, variance }
}

/**
 * A group against the rest with agents as the units: the difference of plain means, variance sum(tau2 + v) / k^2 per side,
 * Student's t on the agents' degrees of freedom because tau2 is estimated. Both sides need at least one unit.
 */
export function compareGroup(
  members: readonly Unit[],
  rest: readonly Unit[],
  spread: { tauSquared: number; degreesOfFreedom: number },
): GroupComparison {
  const group = sideOf(members, spread.tauSquared)
  const other = sideOf(rest, spread.tauSquared)
  const difference = group.mean - other.mean
  const error = Math.sqrt(group.variance + other.variance)
  // Without any spread every difference is certain, and no difference is none.
  const pValue =
    error > 0 ? 1 - studentTCdf(difference / error, spread.degreesOfFreedom) : difference > 0 ? 0 : 1
  return { groupMean: group.mean, restMean: other.mean, pValue }
}
