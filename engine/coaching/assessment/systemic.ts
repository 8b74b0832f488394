import { benjaminiHochberg, durationFromLog, logFromDuration } from '../../statistics/index.ts'
import { modellingValue, observationVariance, usable, type Estimate } from './estimate.ts'
import { badness, gapAgainst } from './gap.ts'
import {
  addSide,
  emptySide,
  spreadWithinGroups,
  worseThanRest,
  type Side,
  type Unit,
} from './group-comparison.ts'
import type {
  AgentInput,
  AgentSample,
  DriverFacts,
  DriverInput,
  QueueSample,
  SystemicFinding,
} from './types.ts'

const FALSE_DISCOVERY_RATE = 0.1
const FEWEST_AGENTS_OF_A_GROUP = 4
const SHARE_THAT_MAKES_IT_THE_PROCESS = 0.7
const SURE = 0.8

interface Candidate {
  finding: SystemicFinding
  delta: number
}

/** Units and their values on the reporting scale, one per agent or per agent and queue. */
interface Measured {
  unit: Unit
  reported: number
}

function measure<Sample extends AgentSample | QueueSample>(
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

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function sideOf(facts: DriverFacts, measured: readonly Measured[]): Side {
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

function candidateFrom(
  facts: DriverFacts,
  group: SystemicFinding['group'],
  members: Side,
  rest: Side,
  isRestComparable: boolean,
  spread: { tauSquared: number; degreesOfFreedom: number },
  memberIds: string[],
): Candidate {
  return {
    delta: facts.delta,
    finding: {
      driverId: facts.driverId,
      group,
      reason: 'worse-than-the-rest',
      agentCount: members.count,
      restCount: rest.count,
      isRestComparable,
      groupMean: members.reported / members.count,
      comparedWith: rest.reported / rest.count,
      difference: members.reportedBadness / members.count - rest.reportedBadness / rest.count,
      pValue: worseThanRest(members, rest, spread),
      shareMissing: null,
      memberIds,
    },
  }
}

function teamCandidates(
  { facts, samples, queueSamples }: DriverInput,
  agents: ReadonlyMap<string, AgentInput>,
): Candidate[] {
  const teamOf = (agentId: string) => agents.get(agentId)?.teamId ?? null
  const peerGroupOf = ({ unit }: Measured) => agents.get(unit.agentId)?.peerGroupId ?? ''
  const measured = measure(
    facts,
    samples.filter(({ agentId }) => teamOf(agentId) !== null),
    ({ adjusted }) => adjusted,
    ({ agentId }) => teamOf(agentId)!,
  )
  const byTeam = Map.groupBy(measured, ({ unit }) => unit.groupId)
  if (byTeam.size < 2) return []
  const spread = spreadWithinGroups(measured.map(({ unit }) => unit))
  const everyone = sideOf(facts, measured)
  const byPeerGroup = new Map(
    [...Map.groupBy(measured, peerGroupOf)].map(([peerGroupId, own]) => [peerGroupId, sideOf(facts, own)]),
  )
  const candidates: Candidate[] = []
  for (const [teamId, own] of byTeam) {
    if (own.length < FEWEST_AGENTS_OF_A_GROUP) continue
    const members = sideOf(facts, own)
    const peers = emptySide()
    for (const peerGroupId of new Set(own.map(peerGroupOf))) addSide(peers, byPeerGroup.get(peerGroupId)!)
    const isRestComparable = peers.count - members.count >= FEWEST_AGENTS_OF_A_GROUP
    // A team alone on its work: where queues are known, they are tested, and say the same with less confusion.
    if (!isRestComparable && queueSamples.length > 0) continue
    const rest = emptySide()
    addSide(rest, isRestComparable ? peers : everyone)
    addSide(rest, members, -1)
    if (rest.count < FEWEST_AGENTS_OF_A_GROUP) continue
    const memberIds = own.map(({ unit }) => unit.agentId)
    const group = { kind: 'team', id: teamId } as const
    candidates.push(candidateFrom(facts, group, members, rest, isRestComparable, spread, memberIds))
  }
  return candidates
}

/** Each agent's other queues as one unit. */
function withoutQueue(samples: readonly QueueSample[], queueId: string): QueueSample[] {
  const others = Map.groupBy(
    samples.filter((sample) => sample.queueId !== queueId),
    ({ agentId }) => agentId,
  )
  return [...others].map(([agentId, own]) => {
    const n = own.reduce((sum, sample) => sum + sample.n, 0)
    return {
      agentId,
      queueId: '',
      n,
      value: own.reduce((sum, sample) => sum + sample.n * sample.value, 0) / n,
      withinSumOfSquares: own.reduce((sum, sample) => sum + sample.withinSumOfSquares, 0),
    }
  })
}

function queueCandidates(
  { facts, queueSamples }: DriverInput,
  agents: ReadonlyMap<string, AgentInput>,
): Candidate[] {
  const samples = usable(facts, queueSamples, ({ value }) => value).filter(({ agentId }) =>
    agents.has(agentId),
  )
  const byQueue = Map.groupBy(samples, ({ queueId }) => queueId)
  if (byQueue.size < 2) return []
  const totals = new Map<string, number>()
  for (const { agentId, n } of samples) totals.set(agentId, (totals.get(agentId) ?? 0) + n)
  const measured = measure(
    facts,
    samples,
    ({ value }) => value,
    ({ queueId }) => queueId,
  )
  const spread = spreadWithinGroups(measured.map(({ unit }) => unit))
  const candidates: Candidate[] = []
  for (const [queueId, own] of byQueue) {
    if (own.length < FEWEST_AGENTS_OF_A_GROUP) continue
    const rest = measure(
      facts,
      withoutQueue(samples, queueId),
      ({ value }) => value,
      () => '',
    )
    if (rest.length < FEWEST_AGENTS_OF_A_GROUP) continue
    const members = measured.filter(({ unit }) => unit.groupId === queueId)
    const memberIds = own
      .filter(({ agentId, n }) => n >= (totals.get(agentId) ?? 0) / 2)
      .map(({ agentId }) => agentId)
    const group = { kind: 'queue', id: queueId } as const
    candidates.push(
      candidateFrom(facts, group, sideOf(facts, members), sideOf(facts, rest), true, spread, memberIds),
    )
  }
  return candidates
}

/**
 * Flags of one family (teams x drivers, or queues x drivers): discoveries at 10% that also differ by more
 * than delta.
 */
function flagged(candidates: readonly Candidate[]): SystemicFinding[] {
  const discoveries = benjaminiHochberg(
    candidates.map(({ finding }) => finding.pValue ?? 1),
    FALSE_DISCOVERY_RATE,
  )
  return candidates
    .filter(({ finding, delta }, i) => discoveries[i] === true && finding.difference > delta)
    .map(({ finding }) => finding)
}

/**
 * A target that at least 70% of agents surely miss by more than delta says more about the work than about the
 * people.
 */
function missedTarget(
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
    // Who meets the target all the same shows that it can be met; the others are judged among themselves.
    memberIds: missing.map(({ sample }) => sample.agentId),
  }
}

/**
 * What belongs to a team, a queue or the whole process rather than to its people. Teams and queues are two
 * families of tests; a target missed by most is looked for over everyone, with one team or several: where
 * nearly all miss it, no team explains it. `estimatesOf` gives each driver's estimates by agent. Sorted by
 * driver, then the largest difference in deltas.
 */
export function findSystemic(
  drivers: readonly DriverInput[],
  agents: ReadonlyMap<string, AgentInput>,
  estimatesOf: (driver: DriverInput) => ReadonlyMap<string, Estimate>,
): SystemicFinding[] {
  const teams = drivers.flatMap((driver) => teamCandidates(driver, agents))
  const queues = drivers.flatMap((driver) => queueCandidates(driver, agents))
  const targets = drivers.flatMap((driver) => missedTarget(driver, estimatesOf(driver)) ?? [])
  const deltas = new Map(drivers.map(({ facts }) => [facts.driverId, facts.delta]))
  const inDeltas = ({ driverId, difference }: SystemicFinding) => difference / (deltas.get(driverId) || 1)
  return [...flagged(teams), ...flagged(queues), ...targets].toSorted(
    (a, b) => inDeltas(b) - inDeltas(a) || (a.driverId < b.driverId ? -1 : 1),
  )
}
