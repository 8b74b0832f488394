import type { AgentAssessment, Assessment, DriverAssessment } from './types.ts'

/** A target or a usual range is nobody's; what a good peer reaches is a place among people. */
function withoutPlace(driver: DriverAssessment): DriverAssessment {
  const isOfPeople = driver.benchmarkBasis === 'peers' || driver.benchmarkBasis === 'group'
  return {
    ...driver,
    status: 'unranked',
    ...(isOfPeople ? { benchmark: null, benchmarkBasis: 'none' as const } : {}),
    probabilityOfGap: 0,
    gainPerWeek: 0,
    priority: 0,
    evaluationsNeeded: null,
    probabilityOfTopTenth: 0,
    isPraised: false,
    followUp: null,
    tiedWith: [],
  }
}

/**
 * An assessment where the policy keeps ranking off: people by name, their drivers by name, figures with their intervals, and nothing that puts anybody before
 * anybody else. What groups have in common stays, and so do failed critical questions, which are facts.
 */
export function withoutRanking(
  { agents, systemic }: Assessment,
  named: { nameOf: (agentId: string) => string; labelOf: (driverId: string) => string },
): Assessment {
  const byName = (a: AgentAssessment, b: AgentAssessment) =>
    named.nameOf(a.agentId).localeCompare(named.nameOf(b.agentId)) || (a.agentId < b.agentId ? -1 : 1)
  return {
    agents: agents.toSorted(byName).map((agent) => ({
      ...agent,
      state: 'unranked',
      priority: 0,
      isNotCoachedFor28Days: false,
      actions: [],
      drivers: agent.drivers
        .map(withoutPlace)
        .toSorted((a, b) => named.labelOf(a.driverId).localeCompare(named.labelOf(b.driverId))),
      strengths: [],
      notEnoughEvidence: [],
    })),
    systemic,
  }
}
