import { durationFromLog, logFromDuration, studentTQuantile } from '../../statistics/index.ts'
import { modellingValue, observationVariance, usable } from './estimate.ts'
import { badness } from './gap.ts'
import {
  emptySide,
  errorOfDifference,
  type spreadWithinGroups,
  weightedMeans,
  worseThanRest,
  type Side,
  type Stratum,
  type Unit,
} from './group-comparison.ts'
import type { AgentSample, DriverFacts, QueueSample, SystemicFinding } from './types.ts'

export const FEWEST_AGENTS_OF_A_GROUP = 4

/** A group that may be worse than the rest, tested. */
export interface Candidate {
  finding: SystemicFinding
  delta: number
  /** 95% interval of the difference, on the reporting scale. */
  interval: { low: number; high: number }
  /** How much worse the same agents do on this queue than on their others; null where under four work on both. */
  differenceToOwnOthers: number | null
}

/** Units and their values on the reporting scale, one per agent or per agent and queue. */
export interface Measured {
  unit: Unit
  reported: number
}

export function measure<Sample extends AgentSample | QueueSample>(
  facts: DriverFacts,
  samples: readonly Sample[],
  valueOf: (sample: Sample) => number,
  groupOf: (sample: Sample) => string,
): Measured[] {
  const values = usable(facts, samples, valueOf).map((sample) => ({
    sample,
    n: sample.n,
    value: modellingValue(facts, valueOf(sample)),
    withinSumOfSquares: sample.withinSumOfSquares,
  }))
  if (values.length === 0) return []
  let variance: number
  if (facts.kind === 'proportion') {
    let n = 1
    let passes = 0.5
    for (const value of values) {
      n += value.n
      passes += value.n * value.value
    }
    variance = (passes / n) * (1 - passes / n)
  } else variance = observationVariance(facts, values, values).variance
  // Equal observations still leave room for doubt: a thousandth of what is worth acting on.
  const least = Math.max((facts.delta * 1e-3) ** 2, 1e-18)
  return values.map(({ sample, n, value }) => {
    const reported = facts.kind === 'log-mean' ? durationFromLog(value, variance) : value
    return {
      unit: {
        agentId: sample.agentId,
        groupId: groupOf(sample),
        badness:
          facts.kind === 'log-mean' ? logBadness(facts, value, variance) : badness(facts.polarity, value),
        variance: Math.max(variance / n, least),
      },
      reported,
    }
  })
}

/**
 * A duration's badness stays on the log scale, where its sampling variance is; a band's edges follow it
 * there.
 */
function logBadness(facts: DriverFacts, value: number, variance: number): number {
  if (typeof facts.polarity !== 'object') return badness(facts.polarity, value)
  const { low, high } = facts.polarity
  const edge = (seconds: number) => logFromDuration(seconds, variance)
  return badness({ low: edge(low), high: edge(high) }, value)
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

export function sideOf(facts: DriverFacts, measured: readonly Measured[]): Side {
  const side = emptySide()
  for (const { unit, reported } of measured) {
    side.count++
    side.badness += unit.badness
    side.variance += unit.variance
    side.reported += reported
    side.reportedBadness += badness(facts.polarity, reported)
  }
  return side
}

export type Spread = ReturnType<typeof spreadWithinGroups>

export function candidateFrom(
  facts: DriverFacts,
  group: SystemicFinding['group'],
  strata: readonly Stratum[],
  isRestComparable: boolean,
  spread: Spread,
  memberIds: string[],
  differenceToOwnOthers: number | null = null,
): Candidate {
  const reported = weightedMeans(strata, (side) => side.reported)
  const reportedBadness = weightedMeans(strata, (side) => side.reportedBadness)
  const difference = reportedBadness.group - reportedBadness.rest
  // a step of the logarithm is as many seconds as there are
  const scale = facts.kind === 'log-mean' ? (reported.group + reported.rest) / 2 : 1
  const reach = studentTQuantile(0.975, spread.degreesOfFreedom) * errorOfDifference(strata, spread) * scale
  return {
    delta: facts.delta,
    interval: { low: difference - reach, high: difference + reach },
    differenceToOwnOthers,
    finding: {
      driverId: facts.driverId,
      group,
      reason: 'worse-than-the-rest',
      agentCount: strata.reduce((sum, stratum) => sum + stratum.group.count, 0),
      restCount: strata.reduce((sum, stratum) => sum + stratum.rest.count, 0),
      isRestComparable,
      groupMean: reported.group,
      comparedWith: reported.rest,
      difference,
      pValue: worseThanRest(strata, spread),
      shareMissing: null,
      cell: null,
      onlyIn: null,
      memberIds,
    },
  }
}
