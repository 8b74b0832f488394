import { assess } from '../../../engine/coaching/assessment/index.ts'
import { intervalCoverage, type Coverage } from './interval-coverage.ts'
import { plantWorld, type PlantedWorld } from './planted-world.ts'
import { randomFrom } from './random.ts'
import { addWorld, emptyTally, resultOf, type RuleResult } from './rule-tally.ts'

export interface SimulationReport {
  replications: number
  seed: number
  rules: RuleResult[]
  systemic: {
    /** Share of planted team and queue problems that were found. */
    teamFound: number
    queueFound: number
    /** Share of findings that name a group which is truly worse by more than delta, whoever its people. */
    trueFindings: number
  }
  coverage: Coverage[]
  milliseconds: number
}

/** Each agent's drivers by a figure, lowest first. */
function lowestBy(world: PlantedWorld, figureOf: (raw: number, driverId: string) => number) {
  const best = new Map<string, { driverId: string; figure: number }>()
  for (const { facts, samples } of world.input.drivers) {
    for (const { agentId, raw } of samples) {
      const figure = figureOf(raw ?? 0, facts.driverId)
      const known = best.get(agentId)
      if (known === undefined || figure < known.figure)
        best.set(agentId, { driverId: facts.driverId, figure })
    }
  }
  return (agentId: string) => {
    const found = best.get(agentId)
    return found === undefined ? [] : [found.driverId]
  }
}

function rawPeerMeans(world: PlantedWorld): Map<string, number> {
  return new Map(
    world.input.drivers.map(({ facts, samples }) => [
      facts.driverId,
      samples.reduce((sum, { raw }) => sum + (raw ?? 0), 0) / samples.length,
    ]),
  )
}

/**
 * Ranks planted worlds whose truth is known, beside two naive rules that propose one driver per agent: the
 * lowest raw score, and the raw score furthest under the raw average. Same seed, same figures.
 */
export async function runRankingSimulation({
  replications,
  seed,
}: {
  replications: number
  seed: number
}): Promise<SimulationReport> {
  const startedAt = performance.now()
  const random = randomFrom(seed)
  const ranked = emptyTally()
  const firstOnly = emptyTally()
  const topPriority = emptyTally()
  const lowest = emptyTally()
  const furthest = emptyTally()
  let teamFound = 0
  let queueFound = 0
  let findings = 0
  let trueFindings = 0
  for (let run = 0; run < replications; run++) {
    const world = plantWorld(random)
    const { agents, systemic } = assess(world.input)
    const actions = new Map(
      agents.map(({ agentId, actions: own }) => [agentId, own.map(({ driverId }) => driverId)]),
    )
    const priorities = new Map(
      agents.map(({ agentId, drivers }) => {
        const [top] = drivers.toSorted((a, b) => b.priority - a.priority)
        return [agentId, top === undefined ? [] : [top.driverId]]
      }),
    )
    addWorld(ranked, world, (agentId) => actions.get(agentId) ?? [])
    addWorld(firstOnly, world, (agentId) => (actions.get(agentId) ?? []).slice(0, 1))
    addWorld(topPriority, world, (agentId) => priorities.get(agentId) ?? [])
    addWorld(
      lowest,
      world,
      lowestBy(world, (raw) => raw),
    )
    const means = rawPeerMeans(world)
    addWorld(
      furthest,
      world,
      lowestBy(world, (raw, driverId) => raw - (means.get(driverId) ?? 0)),
    )

    for (const finding of systemic) {
      findings++
      const isNamedBy = ({ groupId, driverId }: { groupId: string; driverId: string }) =>
        groupId === finding.group.id && driverId === finding.driverId
      if (world.systemic.some(isNamedBy)) trueFindings++
      if (!world.planted.some(isNamedBy)) continue
      if (finding.group.kind === 'team') teamFound++
      else queueFound++
    }
    // Lets whoever waits for the figures go on living.
    if (run % 20 === 19) await new Promise((resolve) => setImmediate(resolve))
  }
  return {
    replications,
    seed,
    rules: [
      resultOf('ranked, all actions', ranked),
      resultOf('ranked, first action', firstOnly),
      resultOf('highest priority, always one', topPriority),
      resultOf('lowest raw score', lowest),
      resultOf('furthest under the average', furthest),
    ],
    systemic: {
      teamFound: teamFound / replications,
      queueFound: queueFound / replications,
      trueFindings: findings === 0 ? 0 : trueFindings / findings,
    },
    coverage: intervalCoverage(random, replications * 2),
    milliseconds: performance.now() - startedAt,
  }
}
