import { freshnessOf } from './freshness.ts'
import { rankAgent, rankTeam } from './team-list.ts'
import type { AgentInput, Assessment } from './types.ts'

/**
 * An assessment with other coachings of the same people in the same window: how fresh each driver is and what follows from it (priorities, ties, actions,
 * order); everything estimated stays. The same as assessing anew, for a fraction of its cost.
 */
export function coachAnew(assessment: Assessment, agents: readonly AgentInput[]): Assessment {
  const inputs = new Map(agents.map((agent) => [agent.agentId, agent]))
  return {
    ...assessment,
    agents: rankTeam(
      assessment.agents.map(({ agentId, drivers }) => {
        const agent = inputs.get(agentId)!
        return rankAgent(
          agent,
          drivers.map((driver) => {
            const freshness = freshnessOf(agent.coaching.find((one) => one.driverId === driver.driverId))
            return {
              ...driver,
              freshness,
              priority: driver.gainPerWeek * driver.coachability * freshness,
              tiedWith: [],
            }
          }),
        )
      }),
    ),
  }
}
