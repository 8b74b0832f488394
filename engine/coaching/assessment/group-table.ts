import { centralInterval, shrinkMeans } from '../../statistics/index.ts'
import { measure, type Candidate, type Measured } from './group-candidate.ts'
import { spreadWithinGroups } from './group-comparison.ts'
import { queueCandidates } from './queue-candidates.ts'
import { flagsOf } from './systemic.ts'
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
  /** Beside the rest; null where there are under four agents on either side. */
  compared: {
    groupMean: number
    rest: number
    agents: number
    restAgents: number
    isRestComparable: boolean
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
      measured: measure(
        driver.facts,
        driver.samples.filter(({ agentId }) => agents.get(agentId)?.teamId),
        ({ adjusted }) => adjusted,
        ({ agentId }) => agents.get(agentId)!.teamId!,
      ),
    })),
    queues: tableOf(drivers, (driver) => ({
      candidates: queueCandidates(driver, agents),
      measured: measure(
        driver.facts,
        driver.queueSamples.filter(({ agentId }) => agents.has(agentId)),
        ({ value }) => value,
        ({ queueId }) => queueId,
      ),
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
  const comparedBy = new Map(candidates.map((candidate) => [candidate.finding.group.id, candidate]))
  return byGroup.map(([groupId, own], index) => {
    const candidate = comparedBy.get(groupId)
    const posterior = posteriors[index]!
    const { low, high } = centralInterval(posterior)
    return {
      driverId: facts.driverId,
      groupId,
      agents: own.length,
      raw: means[index]!,
      mean: clamped(posterior.mean),
      low: clamped(low),
      high: clamped(high),
      compared: candidate === undefined ? null : comparison(candidate, isFlagged(candidate)),
    }
  })
}

function comparison({ finding, interval }: Candidate, isFlagged: boolean): GroupCell['compared'] {
  const { groupMean, comparedWith, agentCount, restCount, isRestComparable, difference, pValue } = finding
  return {
    groupMean,
    rest: comparedWith,
    agents: agentCount,
    restAgents: restCount,
    isRestComparable,
    difference,
    ...interval,
    pValue: pValue ?? 1,
    isFlagged,
  }
}
