import { t } from '#speech'
import type { DriverPattern } from '../../../shared/contract/group-patterns.ts'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import {
  benchmarkFor,
  driverFacts,
  driverKind,
  type Estimate,
  type GroupedWindow,
} from '../../coaching/index.ts'
import { readFactsRevision } from '../../metrics/index.ts'
import { decisionGrid, studentTQuantile, tauPosterior, type Interval } from '../../statistics/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readKeptShares } from '../shares/shares.store.ts'
import { gridSentence } from './grid-sentence.ts'

type Grid = DriverPattern['grid']

const FEWEST_LIKE_DRIVERS = 4
const FEWEST_AGENTS = 4
/** The better quarter of fewer agents is one person. */
const FEWEST_FOR_A_QUARTER = 8

/**
 * A driver's place in the decision grid. The average is held against the target, a band against itself, else against the median of
 * drivers of the same kind and unit, else against what the better quarter of agents reaches. Spread between agents is of this window, adjusted for case mix; between reviewers it is that of
 * the shares as computed last, while they still hold.
 */
export function gridOf(
  database: ReadableDatabase,
  grouped: GroupedWindow,
  definition: MetricDefinition,
  estimates: readonly Estimate[],
): Grid {
  const known = yardstickOf(grouped, definition)
  const goodAgents = known === null ? goodAgentsOf(grouped, definition, estimates) : null
  const yardstick = known ?? goodAgents?.yardstick ?? null
  const shortfall = shortfallOf(
    definition,
    estimates,
    (agentId) => goodAgents?.of(agentId) ?? yardstick?.value,
  )
  const apart = teamsApart(grouped, definition.id)
  const spread = spreadBetween(
    definition,
    estimates,
    (agentId) => grouped.agents.get(agentId)?.teamId ?? null,
  )
  const betweenAgents = spread === null ? null : { value: spread.value, low: spread.low, high: spread.high }
  const betweenReviewers = reviewersOf(database, definition.id)
  const verdict = decisionGrid({
    shortfall,
    agentsDiffer: spread?.aboveDelta ?? null,
    betweenReviewers,
    hasTeamApart: apart.length > 0,
    delta: definition.smallestDifference,
  })
  // people review it, and how far apart they are has not been computed since the facts changed
  const reviewers =
    betweenReviewers === null && definition.id.startsWith('question:') ? 'cannot-tell' : verdict.reviewers
  const grid = {
    ...verdict,
    reviewers,
    yardstick,
    shortfall,
    betweenAgents,
    betweenReviewers,
  } as const
  return { ...grid, sentence: gridSentence({ ...grid, apart }, definition) }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function yardstickOf({ scene, drivers }: GroupedWindow, definition: MetricDefinition): Grid['yardstick'] {
  const { target, polarity, unit, id } = definition
  if (polarity.direction === 'band') return { value: polarity.high, basis: 'band' }
  if (target !== null) return { value: target, basis: 'target' }
  const means = drivers
    .filter(({ facts }) => {
      const other = scene.definitions.get(facts.driverId)!
      const isAlike =
        driverKind(other.id) === driverKind(id) &&
        other.unit === unit &&
        other.polarity.direction === polarity.direction
      return isAlike && other.id.includes(':') && other.id !== id
    })
    .map(({ samples }) => meanOf(samples.map(({ adjusted }) => adjusted)))
    .toSorted((a, b) => a - b)
  if (means.length < FEWEST_LIKE_DRIVERS) return null
  const middle = means.length / 2
  return {
    value: (means[Math.ceil(middle) - 1]! + means[Math.floor(middle)]!) / 2,
    basis: 'like-drivers',
  }
}

/**
 * Where no target is set and too few like drivers stand beside it: the benchmark agents are coached by, what the better quarter of those
 * on the same work reaches (methods 5). The value shown is its mean over agents.
 */
function goodAgentsOf(
  { agents }: GroupedWindow,
  definition: MetricDefinition,
  estimates: readonly Estimate[],
): { yardstick: NonNullable<Grid['yardstick']>; of: (agentId: string) => number | undefined } | null {
  const workOf = (agentId: string) => agents.get(agentId)?.peerGroupId ?? ''
  const facts = driverFacts(definition)
  const marks = new Map(
    [...Map.groupBy(estimates, ({ sample }) => workOf(sample.agentId))].flatMap(([work, own]) => {
      const { value } = benchmarkFor(facts, own)
      return value === null ? [] : [[work, value] as const]
    }),
  )
  const held = estimates.flatMap(({ sample }) => marks.get(workOf(sample.agentId)) ?? [])
  if (held.length < FEWEST_FOR_A_QUARTER) return null
  return {
    yardstick: { value: meanOf(held), basis: 'good-agents' },
    of: (agentId) => marks.get(workOf(agentId)),
  }
}

/** The teams flagged as worse than the rest on a driver. */
function teamsApart({ scene, table }: GroupedWindow, driverId: string): string[] {
  return table.teams
    .filter((cell) => cell.driverId === driverId && cell.compared?.isFlagged)
    .map(({ groupId }) => scene.directory.teams.get(Number(groupId))?.name ?? t`Team ${{ id: groupId }}`)
}

/** How far the mean over agents falls short, with the interval of that mean. */
function shortfallOf(
  { polarity }: MetricDefinition,
  estimates: readonly Estimate[],
  markOf: (agentId: string) => number | undefined,
): Interval | null {
  if (estimates.length < FEWEST_AGENTS) return null
  const values = estimates.flatMap(({ adjusted, sample }) => {
    if (polarity.direction === 'band') return Math.max(0, polarity.low - adjusted, adjusted - polarity.high)
    const mark = markOf(sample.agentId)
    if (mark === undefined) return []
    return polarity.direction === 'lower' ? adjusted - mark : mark - adjusted
  })
  if (values.length < FEWEST_AGENTS) return null
  const value = meanOf(values)
  const variance = values.reduce((sum, one) => sum + (one - value) ** 2, 0) / (values.length - 1)
  const reach = studentTQuantile(0.975, values.length - 1) * Math.sqrt(variance / values.length)
  return { value, low: value - reach, high: value + reach }
}

/**
 * Standard deviation between agents of one team beyond sampling, as far as it is known (methods 3): what a whole team has is no matter
 * of its people. Distances from a team's mean are made up for the mean being theirs.
 */
function spreadBetween(
  { kind, smallestDifference }: MetricDefinition,
  estimates: readonly Estimate[],
  teamOf: (agentId: string) => string | null,
): (Interval & { aboveDelta: number }) | null {
  const within = [...Map.groupBy(estimates, ({ sample }) => teamOf(sample.agentId)).values()]
    .filter((own) => own.length > 1)
    .flatMap((own) => {
      const centre = meanOf(own.map(({ adjusted }) => adjusted))
      const scale = Math.sqrt(own.length / (own.length - 1))
      return own.map((estimate) => ({ ...estimate, distance: (estimate.adjusted - centre) * scale }))
    })
  if (within.length < FEWEST_AGENTS) return null
  const mean = meanOf(within.map(({ adjusted }) => adjusted))
  const values = within.map(({ distance, observationVariance, sample }) => ({
    mean: distance,
    variance: Math.max(
      (kind === 'proportion' ? Math.max(mean * (1 - mean), 0.01) : observationVariance) / sample.n,
      1e-12,
    ),
  }))
  const { taus, probabilities } = tauPosterior(values)
  const at = (probability: number) => {
    let below = 0
    for (let j = 0; j < taus.length; j++) if ((below += probabilities[j]!) >= probability) return taus[j]!
    return taus.at(-1)!
  }
  const aboveDelta = taus.reduce(
    (sum, tau, index) => (tau > smallestDifference ? sum + probabilities[index]! : sum),
    0,
  )
  return { value: at(0.5), low: at(0.025), high: at(0.975), aboveDelta }
}

function reviewersOf(database: ReadableDatabase, driverId: string): Interval | null {
  const kept = readKeptShares(database)
  if (kept?.factsRevision !== readFactsRevision(database)) return null
  const shares = kept.drivers.find((one) => one.driver.id === driverId)?.shares
  return shares?.find(({ source }) => source === 'reviewer')?.deviation ?? null
}
