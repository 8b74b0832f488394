import { benjaminiHochberg } from '../../statistics/index.ts'
import type { Estimate } from './estimate.ts'
import type { Candidate } from './group-candidate.ts'
import { missedTarget } from './missed-target.ts'
import { queueCandidates } from './queue-candidates.ts'
import { teamCandidates } from './team-candidates.ts'
import type { AgentInput, DriverInput, SystemicFinding } from './types.ts'

export const FALSE_DISCOVERY_RATE = 0.1

/** A finding, and the samples it was found in: of drawn reviews, or of everything else. */
export interface FoundIn {
  driver: DriverInput
  finding: SystemicFinding
}

/**
 * Flags of one family (teams x drivers, or queues x drivers), one for each candidate: discoveries at 10% that also differ by more
 * than delta, a queue from its own people's other queues as well.
 */
export function flagsOf(candidates: readonly Candidate[]): boolean[] {
  const discoveries = benjaminiHochberg(
    candidates.map(({ finding }) => finding.pValue ?? 1),
    FALSE_DISCOVERY_RATE,
  )
  return candidates.map(
    ({ finding, delta, differenceToOwnOthers: own }, i) =>
      discoveries[i] === true && finding.difference > delta && (own === null || own > delta),
  )
}

function flagged(candidates: readonly Candidate[]): SystemicFinding[] {
  const flags = flagsOf(candidates)
  return candidates.filter((_, i) => flags[i]).map(({ finding }) => finding)
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
): FoundIn[] {
  const sources = new Map<SystemicFinding, DriverInput>()
  const from = <Found extends Candidate | SystemicFinding>(driver: DriverInput, found: Found): Found => {
    sources.set('finding' in found ? found.finding : found, driver)
    return found
  }
  const teams = drivers.flatMap((driver) => teamCandidates(driver, agents).map((one) => from(driver, one)))
  const queues = drivers.flatMap((driver) => queueCandidates(driver, agents).map((one) => from(driver, one)))
  const targets = drivers.flatMap((driver) => {
    const missed = missedTarget(driver, estimatesOf(driver))
    return missed === null ? [] : from(driver, missed)
  })
  const inDeltas = ({ driver, finding }: FoundIn) => finding.difference / (driver.facts.delta || 1)
  return [...flagged(teams), ...flagged(queues), ...targets]
    .map((finding) => ({ driver: sources.get(finding)!, finding }))
    .toSorted((a, b) => inDeltas(b) - inDeltas(a) || (a.finding.driverId < b.finding.driverId ? -1 : 1))
}
