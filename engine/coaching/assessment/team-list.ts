import type { AgentAssessment, AgentInput, DriverAssessment, DriverStatus } from './types.ts'

const MOST_ACTIONS = 3
const NEAR_TIE = 0.1
const DAYS_WITHOUT_COACHING = 28
const NOT_COACHED_FACTOR = 1.25

const statusOrder: Record<DriverStatus, number> = {
  proposed: 0,
  'not-enough-evidence': 1,
  systemic: 2,
  'reviewed-otherwise': 3,
  'no-link': 4,
  'on-track': 5,
  unranked: 6,
}

function byMerit(a: DriverAssessment, b: DriverAssessment): number {
  return (
    b.priority - a.priority ||
    statusOrder[a.status] - statusOrder[b.status] ||
    (a.driverId < b.driverId ? -1 : 1)
  )
}

/** Proposed drivers whose priorities lie within 10% of the larger are ties, and both say so. */
function withTies(drivers: readonly DriverAssessment[]): DriverAssessment[] {
  const proposed = drivers.filter(({ status, priority }) => status === 'proposed' && priority > 0)
  return drivers.map((driver) => {
    if (driver.status !== 'proposed' || !(driver.priority > 0)) return driver
    const tiedWith = proposed
      .filter((other) => {
        const larger = Math.max(other.priority, driver.priority)
        return (
          other.driverId !== driver.driverId &&
          Math.abs(other.priority - driver.priority) <= NEAR_TIE * larger
        )
      })
      .map(({ driverId }) => driverId)
    return tiedWith.length === 0 ? driver : { ...driver, tiedWith }
  })
}

/** One agent's page: actions, strengths and what is still open, from everything assessed. */
export function rankAgent(agent: AgentInput, assessed: readonly DriverAssessment[]): AgentAssessment {
  const drivers = withTies(assessed.toSorted(byMerit))
  const actions = drivers
    .filter(({ status, priority }) => status === 'proposed' && priority > 0)
    .slice(0, MOST_ACTIONS)
  const isNotCoachedFor28Days = agent.coaching.every(
    ({ isSessionOpen, daysSince }) => !isSessionOpen && daysSince >= DAYS_WITHOUT_COACHING,
  )
  const sum = actions.reduce((total, { priority }) => total + priority, 0)
  const isKnown = drivers.some(({ status }) => status !== 'not-enough-evidence')
  const stateWithoutActions = isKnown ? 'on-track' : 'not-enough-evidence'
  const stateWithoutFailures = actions.length > 0 ? 'actions' : stateWithoutActions
  return {
    agentId: agent.agentId,
    state: agent.criticalFailures.length > 0 ? 'must-address' : stateWithoutFailures,
    priority: sum * (isNotCoachedFor28Days ? NOT_COACHED_FACTOR : 1),
    isNotCoachedFor28Days,
    mustAddress: agent.criticalFailures.toSorted((a, b) => b.occurredAt - a.occurredAt),
    actions,
    drivers,
    strengths: drivers
      .filter(({ isPraised }) => isPraised)
      .toSorted(
        (a, b) => b.probabilityOfTopTenth - a.probabilityOfTopTenth || (a.driverId < b.driverId ? -1 : 1),
      ),
    notEnoughEvidence: drivers.filter(({ status }) => status === 'not-enough-evidence'),
  }
}

/** The team list: must-address first, then the larger priority. */
export function rankTeam(agents: readonly AgentAssessment[]): AgentAssessment[] {
  const lane = ({ mustAddress }: AgentAssessment) => (mustAddress.length > 0 ? 0 : 1)
  return agents.toSorted(
    (a, b) => lane(a) - lane(b) || b.priority - a.priority || (a.agentId < b.agentId ? -1 : 1),
  )
}
