import { chooseControls } from '../../../../engine/statistics/effects/choose-controls.ts'
import { expectedChange } from '../../../../engine/statistics/effects/expected-change.ts'
import { expectedLevels, type WindowSample } from '../../../../engine/statistics/effects/expected-levels.ts'
import { matchedComparison } from '../../../../engine/statistics/effects/matched-comparison.ts'
import type { SimulatedAgent, World } from './effect-world.ts'

export interface Interval {
  low: number
  high: number
}

/** Two stretches of one agent as one. */
function together(a: WindowSample, b: WindowSample): WindowSample {
  const n = a.n + b.n
  const value = (a.n * a.value + b.n * b.value) / n
  const squares = a.n * (a.value - value) ** 2 + b.n * (b.value - value) ** 2
  return {
    agentId: a.agentId,
    n,
    value,
    withinSumOfSquares: a.withinSumOfSquares + b.withinSumOfSquares + squares,
  }
}

/** The matched comparison of everybody coached; the level before from the weeks before the selection, or from both. */
export function matchedClaims(
  world: World,
  agents: readonly SimulatedAgent[],
  before: 'apart' | 'both',
): Interval[] {
  const kind = world.kind === 'proportion' ? 'proportion' : 'mean'
  const sampleOf = (one: SimulatedAgent) =>
    before === 'apart' ? one.before : together(one.before, one.selecting)
  const levels = expectedLevels(
    kind,
    agents.map(sampleOf),
    agents.map(({ after }) => after),
  )!
  const changes = new Map(
    agents.map((one) => {
      const expected = levels.byAgent.get(one.agentId)!
      const noise = levels.observationVarianceAt(expected.mean) / one.after.n
      return [
        one.agentId,
        expectedChange('higher', {
          agentId: one.agentId,
          teamId: one.teamId,
          expected,
          after: { mean: one.after.value, variance: noise },
        }),
      ]
    }),
  )
  const candidates = agents
    .filter(({ isCoached }) => !isCoached)
    .map(({ agentId, teamId }) => ({ agentId, teamId, expectedLevel: levels.byAgent.get(agentId)!.mean }))
  const uncoached = candidates.map(({ agentId }) => changes.get(agentId)!)
  return agents
    .filter(({ isCoached }) => isCoached)
    .flatMap(({ agentId, teamId }) => {
      const own = levels.byAgent.get(agentId)!
      const { controls, tooFew } = chooseControls(
        { agentId, teamId, expectedLevel: own.mean },
        candidates,
        Math.max(levels.betweenAgentSd, 1e-9),
      )
      if (tooFew !== null) return []
      return matchedComparison(
        changes.get(agentId)!,
        controls.map((one) => changes.get(one.agentId)!),
        uncoached,
        levels,
      )
    })
}

/** What comparing the weeks that selected with those after would claim, with and without the others' change taken off. */
export function plainClaims(
  world: World,
  agents: readonly SimulatedAgent[],
  takesOthersOff: boolean,
): Interval[] {
  const degrees = agents.reduce((sum, { selecting }) => sum + selecting.n - 1, 0)
  const pooled = agents.reduce((sum, { selecting }) => sum + selecting.withinSumOfSquares, 0) / degrees
  const varianceOf = ({ n, value }: WindowSample) =>
    (world.kind === 'proportion' ? Math.max(value * (1 - value), 0.01) : pooled) / n
  const rest = agents.filter(({ isCoached }) => !isCoached)
  const others =
    rest.reduce((sum, { selecting, after }) => sum + after.value - selecting.value, 0) / rest.length
  const othersVariance =
    rest.reduce((sum, { selecting, after }) => sum + varianceOf(selecting) + varianceOf(after), 0) /
    rest.length ** 2
  return agents
    .filter(({ isCoached }) => isCoached)
    .map(({ selecting, after }) => {
      const change = after.value - selecting.value - (takesOthersOff ? others : 0)
      const variance = varianceOf(selecting) + varianceOf(after) + (takesOthersOff ? othersVariance : 0)
      const reach = 1.96 * Math.sqrt(variance)
      return { low: change - reach, high: change + reach }
    })
}
