import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import {
  chooseControls,
  durationFromLog,
  expectedChange,
  expectedLevels,
  matchedComparison,
  minimumDetectableEffect,
  type ChosenControls,
  type ControlCandidate,
  type ExpectedChange,
  type ExpectedLevels,
  type MatchedComparison,
} from '../../statistics/index.ts'
import type { CoachingEffect } from '../../../shared/contract/effects.ts'
import { driverFacts } from '../gathering/measures.ts'
import type { EffectFacts, ShownSample } from './facts.ts'
import type { EffectPeers } from './peers.ts'
import type { Days } from './windows.ts'

type Estimate = NonNullable<CoachingEffect['effect']>

/** Who is coached, and whom they may be compared with. */
export interface Comparison {
  definition: MetricDefinition
  agentId: string
  /** Rests on drawn reviews, or on everything else: never on both. */
  wantsDrawn: boolean
  known: Days
  /** Of the same work: the agent and everybody uncoached. */
  peers: EffectPeers
  uncoached: ReadonlySet<string>
  teamOf: (agentId: string) => string | null
}

/** What one look came to; modelling scale where it does not say otherwise. */
export interface Look {
  own: ShownSample
  chosen: ChosenControls<ControlCandidate>
  comparison: MatchedComparison | null
  effect: Estimate | null
  /** What was to be expected, and what would have happened anyway; stored unit. */
  expected: number
  expectedWithout: number | null
  controlChange: number | null
  observationVariance: number
  levels: ExpectedLevels
}

/** Controls with less than half of what an action needs say next to nothing. */
function leastOf({ leastN }: MetricDefinition): number {
  return Math.max(2, Math.ceil(leastN / 2))
}

/** From the modelling scale to the stored unit. */
function reporting(definition: MetricDefinition, levels: ExpectedLevels): (value: number) => number {
  return definition.isLogScale
    ? (value) => durationFromLog(value, levels.observationVarianceAt(value))
    : (value) => value
}

/** What everybody of the same work showed over some days beside what was expected of them. */
export interface ExpectedAndShown {
  levels: ExpectedLevels
  shown: ReadonlyMap<string, ShownSample>
  /** Change beyond what was expected; null of whom nothing was seen before or after. */
  changeOf: (agentId: string) => ExpectedChange | null
}

/**
 * What is expected of everybody rests on all days before the session, those that selected the agent with them: an agent picked for looking low is lower than the
 * earlier weeks alone say, and an expectation that has seen what selected them is not fooled by the selection (Rubin 1976; Dawid 1994). Null where nobody was
 * seen before.
 */
export function expectedAndShown(
  facts: EffectFacts,
  of: Pick<Comparison, 'definition' | 'wantsDrawn' | 'known' | 'peers' | 'teamOf'>,
  after: Days,
): ExpectedAndShown | null {
  const { definition, wantsDrawn, known, peers, teamOf } = of
  const { kind, polarity } = driverFacts(definition)
  const shown = facts.samplesOf(definition, after, wantsDrawn, peers)
  const levels = expectedLevels(
    kind === 'proportion' ? 'proportion' : 'mean',
    [...facts.samplesOf(definition, known, wantsDrawn, peers).values()],
    [...shown.values()],
  )
  if (levels === null) return null
  const changeOf = (agentId: string) => {
    const [expected, sample] = [levels.byAgent.get(agentId), shown.get(agentId)]
    if (!expected || !sample) return null
    const variance = levels.observationVarianceAt(expected.mean) / sample.n
    return expectedChange(polarity, {
      agentId,
      teamId: teamOf(agentId),
      expected,
      after: { mean: sample.value, variance },
    })
  }
  return { levels, shown, changeOf }
}

/** The agent's change over `after` against that of controls; null where nothing was seen of the agent before or after. */
export function lookAt(facts: EffectFacts, of: Comparison, after: Days): Look | null {
  const { definition, agentId, uncoached, teamOf } = of
  const seen = expectedAndShown(facts, of, after)
  if (seen === null) return null
  const { levels, shown, changeOf } = seen
  const own = shown.get(agentId)
  const level = levels.byAgent.get(agentId)
  if (!own || !level) return null
  const observationVariance = levels.observationVarianceAt(level.mean)
  const { polarity } = driverFacts(definition)
  const candidates = [...uncoached].flatMap((id): ControlCandidate[] => {
    const expected = levels.byAgent.get(id)
    const isEnough = (shown.get(id)?.observed ?? 0) >= leastOf(definition)
    return expected && isEnough && id !== agentId
      ? [{ agentId: id, teamId: teamOf(id), expectedLevel: expected.mean }]
      : []
  })
  const report = reporting(definition, levels)
  const chosen = chooseControls(
    { agentId, teamId: teamOf(agentId), expectedLevel: level.mean },
    candidates,
    bandOf(definition, levels, level.mean),
  )
  const nothing = { own, chosen, observationVariance, levels, expected: report(level.mean) }
  if (chosen.tooFew !== null)
    return { ...nothing, comparison: null, effect: null, expectedWithout: null, controlChange: null }
  const comparison = matchedComparison(
    changeOf(agentId)!,
    chosen.controls.map((one) => changeOf(one.agentId)!),
    candidates.map((one) => changeOf(one.agentId)!),
    levels,
  )
  const moved =
    chosen.controls.reduce((sum, one) => sum + shown.get(one.agentId)!.value - one.expectedLevel, 0) /
    chosen.controls.length
  const without = level.mean + moved
  /** A difference on the modelling scale, positive is better, from what would have happened anyway; stored unit. */
  const difference = (better: number) => {
    if (!definition.isLogScale) return better
    const sign = polarity === 'lower' ? -1 : 1
    return sign * (report(without + sign * better) - report(without))
  }
  return {
    ...nothing,
    comparison,
    expectedWithout: report(without),
    controlChange: difference(comparison.controlChange),
    effect: {
      value: difference(comparison.effect),
      low: difference(comparison.low),
      high: difference(comparison.high),
      degreesOfFreedom: comparison.degreesOfFreedom,
      smallestVisible: difference(
        minimumDetectableEffect(comparison.standardError, comparison.degreesOfFreedom),
      ),
    },
  }
}

/** How far controls may be in level: one standard deviation between agents, and never less than the difference worth acting on. */
function bandOf(definition: MetricDefinition, levels: ExpectedLevels, level: number): number {
  return Math.max(levels.betweenAgentSd, smallestOnModellingScale(definition, levels, level))
}

/** The smallest difference worth acting on, on the modelling scale. */
export function smallestOnModellingScale(
  definition: MetricDefinition,
  levels: ExpectedLevels,
  level: number,
): number {
  const { smallestDifference, isLogScale } = definition
  return isLogScale ? smallestDifference / reporting(definition, levels)(level) : smallestDifference
}
