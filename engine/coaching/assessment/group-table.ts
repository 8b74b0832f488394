import { centralInterval, shrinkMeans } from '../../statistics/index.ts'
import { flagsOf } from './flags.ts'
import { badness } from './gap.ts'
import { measure, type Candidate, type Measured } from './group-candidate.ts'
import { spreadWithinGroups } from './group-comparison.ts'
import { queueCandidates } from './queue-candidates.ts'
import { teamCandidates } from './team-candidates.ts'
import type { GroupedAgent, Measurements } from './types.ts'

/** One group on one driver; values on the reporting scale. */
export interface GroupCell {
  driverId: string
  groupId: string
  agents: number
  /** Mean of its agents' values, and where it probably lies: shrunk toward the other groups like an agent toward peers. */
  raw: number
  mean: number
  low: number
  high: number
  /** Mean of the agents of all other groups, whatever they work on; null where there are none. */
  others: number | null
  /** Beside the rest; null where there are under four agents on either side. */
  compared: {
    groupMean: number
    rest: number
    agents: number
    restAgents: number
    isRestComparable: boolean
    /** Everything it works on makes it differ from the others by delta or more, and the same work by less: what it works on is the difference. */
    isMixOfWork: boolean
    /** Positive is worse, with its 95% interval. */
    difference: number
    low: number
    high: number
    pValue: number
    isFlagged: boolean
  } | null
}

export interface GroupTable {
  teams: GroupCell[]
  queues: GroupCell[]
}

/**
 * Every team and every queue on every driver beside the rest, as the ranking tells systemic from personal: the same tests, the same two
 * families, the same flags.
 */
export function compareGroups(
  drivers: readonly Measurements[],
  agents: ReadonlyMap<string, GroupedAgent>,
): GroupTable {
  return {
    teams: tableOf(drivers, (driver) => ({
      candidates: teamCandidates(driver, agents),
      measured: measuredByTeam(driver, agents),
    })),
    queues: tableOf(drivers, (driver) => ({
      candidates: queueCandidates(driver, agents),
      measured: measuredByQueue(driver, agents),
    })),
  }
}

function tableOf(
  drivers: readonly Measurements[],
  read: (driver: Measurements) => { candidates: Candidate[]; measured: Measured[] },
): GroupCell[] {
  const all = drivers.map((driver) => ({ driver, ...read(driver) }))
  const candidates = all.flatMap((one) => one.candidates)
  const flags = flagsOf(candidates)
  const flagOf = new Map(candidates.map((candidate, index) => [candidate, flags[index]!]))
  return all.flatMap((one) => cellsOf(one.driver, one.measured, one.candidates, (own) => flagOf.get(own)!))
}

/** The cell of a team or a queue that was flagged: what the heat map says of it. */
export function cellOfFlagged(
  driver: Measurements,
  agents: ReadonlyMap<string, GroupedAgent>,
  candidate: Candidate,
): GroupCell {
  const { kind, id } = candidate.finding.group
  const measured = kind === 'queue' ? measuredByQueue(driver, agents) : measuredByTeam(driver, agents)
  return cellsOf(driver, measured, [candidate], () => true).find(({ groupId }) => groupId === id)!
}

function measuredByTeam(
  { facts, samples }: Measurements,
  agents: ReadonlyMap<string, GroupedAgent>,
): Measured[] {
  return measure(
    facts,
    samples.filter(({ agentId }) => agents.get(agentId)?.teamId),
    ({ adjusted }) => adjusted,
    ({ agentId }) => agents.get(agentId)!.teamId!,
  )
}

function measuredByQueue(
  { facts, queueSamples }: Measurements,
  agents: ReadonlyMap<string, GroupedAgent>,
): Measured[] {
  return measure(
    facts,
    queueSamples.filter(({ agentId }) => agents.has(agentId)),
    ({ value }) => value,
    ({ queueId }) => queueId,
  )
}

function cellsOf(
  { facts }: Measurements,
  measured: readonly Measured[],
  candidates: readonly Candidate[],
  isFlagged: (candidate: Candidate) => boolean,
): GroupCell[] {
  if (measured.length === 0) return []
  const { tauSquared, degreesOfFreedom } = spreadWithinGroups(measured.map(({ unit }) => unit))
  const byGroup = [...Map.groupBy(measured, ({ unit }) => unit.groupId)]
  const means = byGroup.map(([, own]) => own.reduce((sum, { reported }) => sum + reported, 0) / own.length)
  const values = byGroup.map(([, own], index) => {
    // a step of the logarithm is as many seconds as there are
    const scale = facts.kind === 'log-mean' ? means[index]! : 1
    const variance = own.reduce((sum, { unit }) => sum + tauSquared + unit.variance, 0) / own.length ** 2
    return {
      mean: means[index]!,
      variance: variance * scale * scale,
      one: variance * own.length * scale * scale,
    }
  })
  const ofOneAgent = values.reduce((sum, { one }) => sum + one, 0) / values.length
  const { posteriors } = shrinkMeans(values, ofOneAgent, degreesOfFreedom)
  // a bell around a share near its end reaches beyond it
  const clamped = (value: number) => (facts.kind === 'proportion' ? Math.min(1, Math.max(0, value)) : value)
  const sum = measured.reduce((total, { reported }) => total + reported, 0)
  const comparedBy = new Map(candidates.map((candidate) => [candidate.finding.group.id, candidate]))
  return byGroup.map(([groupId, own], index) => {
    const candidate = comparedBy.get(groupId)
    const posterior = posteriors[index]!
    const { low, high } = centralInterval(posterior)
    const mean = clamped(posterior.mean)
    const others =
      own.length === measured.length
        ? null
        : (sum - means[index]! * own.length) / (measured.length - own.length)
    const onAllWork = others === null ? 0 : badness(facts.polarity, mean) - badness(facts.polarity, others)
    return {
      driverId: facts.driverId,
      groupId,
      agents: own.length,
      raw: means[index]!,
      mean,
      low: clamped(low),
      high: clamped(high),
      others,
      compared: candidate === undefined ? null : comparison(candidate, isFlagged(candidate), onAllWork),
    }
  })
}

function comparison(
  { finding, interval, delta }: Candidate,
  isFlagged: boolean,
  onAllWork: number,
): GroupCell['compared'] {
  const { groupMean, comparedWith, agentCount, restCount, isRestComparable, difference, pValue } = finding
  return {
    groupMean,
    rest: comparedWith,
    agents: agentCount,
    restAgents: restCount,
    isRestComparable,
    isMixOfWork:
      finding.group.kind === 'team' &&
      isRestComparable &&
      Math.abs(onAllWork) >= delta &&
      Math.abs(difference) < delta,
    difference,
    ...interval,
    pValue: pValue ?? 1,
    isFlagged,
  }
}
