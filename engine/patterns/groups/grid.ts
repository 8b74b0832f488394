import type { DriverPattern } from '../../../shared/contract/group-patterns.ts'
import { formatValue } from '../../../shared/domain/format.ts'
import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { driverKind, type Estimate, type GroupedWindow } from '../../coaching/index.ts'
import { readFactsRevision } from '../../metrics/index.ts'
import { decisionGrid, studentTQuantile, tauPosterior, type Interval } from '../../statistics/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readKeptShares } from '../shares/shares.store.ts'

type Grid = DriverPattern['grid']

const FEWEST_LIKE_DRIVERS = 4
const FEWEST_AGENTS = 4

/**
 * A driver's place in the decision grid. The average is held against the target, a band against itself, else against the median of
 * drivers of the same kind and unit. Spread between agents is of this window, adjusted for case mix; between reviewers it is that of
 * the shares as computed last, while they still hold.
 */
export function gridOf(
  database: ReadableDatabase,
  grouped: GroupedWindow,
  definition: MetricDefinition,
  estimates: readonly Estimate[],
): Grid {
  const yardstick = yardstickOf(grouped, definition)
  const shortfall = shortfallOf(definition, estimates, yardstick)
  const betweenAgents = spreadBetween(
    definition,
    estimates,
    (agentId) => grouped.agents.get(agentId)?.teamId ?? null,
  )
  const betweenReviewers = reviewersOf(database, definition.id)
  const verdict = decisionGrid({
    shortfall,
    betweenAgents,
    betweenReviewers,
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
  return { ...grid, sentence: sentenceOf(grid, definition) }
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

/** How far the mean over agents falls short, with the interval of that mean. */
function shortfallOf(
  { polarity }: MetricDefinition,
  estimates: readonly Estimate[],
  yardstick: Grid['yardstick'],
): Interval | null {
  if (yardstick === null || estimates.length < FEWEST_AGENTS) return null
  const values = estimates.map(({ adjusted }) => {
    if (polarity.direction === 'band') return Math.max(0, polarity.low - adjusted, adjusted - polarity.high)
    return polarity.direction === 'lower' ? adjusted - yardstick.value : yardstick.value - adjusted
  })
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
  { kind }: MetricDefinition,
  estimates: readonly Estimate[],
  teamOf: (agentId: string) => string | null,
): Interval | null {
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
  return { value: at(0.5), low: at(0.025), high: at(0.975) }
}

function reviewersOf(database: ReadableDatabase, driverId: string): Interval | null {
  const kept = readKeptShares(database)
  if (kept?.factsRevision !== readFactsRevision(database)) return null
  const shares = kept.drivers.find((one) => one.driver.id === driverId)?.shares
  return shares?.find(({ source }) => source === 'reviewer')?.deviation ?? null
}

function sentenceOf(
  { place, average, agents, yardstick, shortfall }: Omit<Grid, 'sentence'>,
  definition: MetricDefinition,
): string {
  const against =
    yardstick === null
      ? ''
      : yardstick.basis === 'target'
        ? ` The target is ${formatValue(yardstick.value, definition)}.`
        : yardstick.basis === 'like-drivers'
          ? ` No target is set; like drivers average ${formatValue(yardstick.value, definition)}.`
          : ''
  switch (place) {
    case 'fix-the-process':
      return `Low on average, and agents hardly differ: a matter of process, tool or form, not of people.${against}`
    case 'coach-the-few':
      return `Good on average, and agents differ: coach the few, learn from the best.${against}`
    case 'mixed':
      return `Low on average, and agents differ: fix the process, and coach the tail.${against}`
    case 'leave-alone':
      return `Good on average, and agents hardly differ: leave it alone.${against}`
    case 'calibrate-first':
      return 'Reviewers differ by more than is worth acting on: calibrate before anything else.'
    case 'cannot-tell': {
      if (shortfall === null && yardstick === null)
        return 'Cannot tell: no target is set, and too few like drivers stand beside it.'
      const open = [
        ...(average === 'cannot-tell' ? ['whether the average is low'] : []),
        ...(agents === 'cannot-tell' ? ['whether agents differ by more than is worth acting on'] : []),
      ]
      return `Cannot tell yet ${open.join(', nor ')}.${against}`
    }
  }
}
