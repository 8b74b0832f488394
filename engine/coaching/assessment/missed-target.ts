import type { Estimate } from './estimate.ts'
import { badness, gapAgainst } from './gap.ts'
import { FEWEST_AGENTS_OF_A_GROUP, meanOf } from './group-candidate.ts'
import type { DriverInput, SystemicFinding } from './types.ts'

const SHARE_THAT_MAKES_IT_THE_PROCESS = 0.7
const SURE = 0.8

/**
 * A target that at least 70% of agents surely miss by more than delta says more about the work than about the
 * people.
 */
export function missedTarget(
  { facts }: DriverInput,
  estimates: ReadonlyMap<string, Estimate>,
): SystemicFinding | null {
  const { target, polarity, delta } = facts
  if (target === null || !Number.isFinite(target) || typeof polarity === 'object') return null
  const known = [...estimates.values()].filter(({ sample }) => sample.n >= facts.leastN)
  if (known.length < FEWEST_AGENTS_OF_A_GROUP) return null
  const missing = known.filter(
    ({ posterior }) => gapAgainst(posterior, polarity, target, delta).probabilityOfGap >= SURE,
  )
  const shareMissing = missing.length / known.length
  if (shareMissing < SHARE_THAT_MAKES_IT_THE_PROCESS) return null
  const groupMean = meanOf(known.map(({ adjusted }) => adjusted))
  return {
    driverId: facts.driverId,
    group: { kind: 'everyone', id: 'all' },
    reason: 'target-missed-by-most',
    agentCount: known.length,
    restCount: 0,
    isRestComparable: false,
    groupMean,
    comparedWith: target,
    difference: badness(polarity, groupMean) - badness(polarity, target),
    pValue: null,
    shareMissing,
    cell: null,
    onlyIn: null,
    // Who meets the target all the same shows that it can be met; the others are judged among themselves.
    memberIds: missing.map(({ sample }) => sample.agentId),
  }
}
