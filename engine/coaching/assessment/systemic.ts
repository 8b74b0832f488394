import type { Estimate } from './estimate.ts'
import { flagsOf } from './flags.ts'
import type { Candidate } from './group-candidate.ts'
import { cellOfFlagged } from './group-table.ts'
import { missedTarget } from './missed-target.ts'
import { queueCandidates } from './queue-candidates.ts'
import { teamCandidates } from './team-candidates.ts'
import type { AgentInput, DriverInput, SystemicFinding } from './types.ts'

/** A finding, and the samples it was found in: of drawn reviews, or of everything else. */
export interface FoundIn {
  driver: DriverInput
  finding: SystemicFinding
}

function flagged(candidates: readonly Candidate[]): Candidate[] {
  const flags = flagsOf(candidates)
  return candidates.filter((_, i) => flags[i])
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
  const family = (candidatesOf: (driver: DriverInput) => Candidate[]): FoundIn[] => {
    const driverOf = new Map(
      drivers.flatMap((driver) => candidatesOf(driver).map((candidate) => [candidate, driver] as const)),
    )
    return flagged([...driverOf.keys()]).map((candidate) => {
      const driver = driverOf.get(candidate)!
      return { driver, finding: { ...candidate.finding, cell: cellOfFlagged(driver, agents, candidate) } }
    })
  }
  const targets = drivers.flatMap((driver): FoundIn[] => {
    const finding = missedTarget(driver, estimatesOf(driver))
    return finding === null ? [] : [{ driver, finding }]
  })
  const inDeltas = ({ driver, finding }: FoundIn) => finding.difference / (driver.facts.delta || 1)
  return [
    ...family((driver) => teamCandidates(driver, agents)),
    ...family((driver) => queueCandidates(driver, agents)),
    ...targets,
  ].toSorted((a, b) => inDeltas(b) - inDeltas(a) || (a.finding.driverId < b.finding.driverId ? -1 : 1))
}
