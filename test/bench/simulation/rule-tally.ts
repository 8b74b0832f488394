import { truthKey, type PlantedWorld } from './planted-world.ts'

/** How one rule did over all replications. */
export interface RuleResult {
  rule: string
  /**
   * True attainable gain of each agent's first proposal, over that of each agent's best driver, over
   * everyone.
   */
  shareOfAttainableGain: number
  /** The same over the agents for whom the rule proposed something. */
  shareAmongProposed: number
  /** Share of all proposals where the agent's own true gap is above delta. */
  shareOfTrueProposals: number
  /**
   * Share of people under a planted process problem, without a gap of their own above delta, who are told to
   * fix it.
   */
  systemicPutOnPeople: number
  proposalsPerAgent: number
}

export interface RuleTally {
  captured: number
  attainable: number
  attainableAmongProposed: number
  proposals: number
  trueProposals: number
  innocent: number
  blamed: number
  agents: number
}

export function emptyTally(): RuleTally {
  return {
    captured: 0,
    attainable: 0,
    attainableAmongProposed: 0,
    proposals: 0,
    trueProposals: 0,
    innocent: 0,
    blamed: 0,
    agents: 0,
  }
}

/** Adds one world, in place; `proposalsOf` gives an agent's proposed drivers, best first. */
export function addWorld(
  tally: RuleTally,
  world: PlantedWorld,
  proposalsOf: (agentId: string) => string[],
): void {
  for (const { agentId } of world.input.agents) {
    const truthOf = (driverId: string) => world.truths.get(truthKey(agentId, driverId))!
    const isOwn = (driverId: string) => truthOf(driverId).personalGap > world.deltas.get(driverId)!
    const proposals = proposalsOf(agentId)
    const driverIds = world.input.drivers.map(({ facts }) => facts.driverId)
    const best = Math.max(...driverIds.map((driverId) => truthOf(driverId).attainableGain))
    tally.agents++
    tally.attainable += best
    const [first] = proposals
    if (first !== undefined) {
      tally.attainableAmongProposed += best
      tally.captured += truthOf(first).attainableGain
    }
    tally.proposals += proposals.length
    tally.trueProposals += proposals.filter(isOwn).length
    for (const driverId of driverIds) {
      if (!truthOf(driverId).isUnderSystemicProblem || isOwn(driverId)) continue
      tally.innocent++
      if (proposals.includes(driverId)) tally.blamed++
    }
  }
}

export function resultOf(rule: string, tally: RuleTally): RuleResult {
  return {
    rule,
    shareOfAttainableGain: tally.captured / tally.attainable,
    shareAmongProposed: tally.captured / tally.attainableAmongProposed,
    shareOfTrueProposals: tally.trueProposals / tally.proposals,
    systemicPutOnPeople: tally.blamed / tally.innocent,
    proposalsPerAgent: tally.proposals / tally.agents,
  }
}
