import type { MetricDefinition } from '../../shared/domain/metric-definition.ts'
import { teamIdOf, type RankedWindow } from '../coaching/index.ts'

/** Where a team stands on a driver, beside everybody else. */
export interface TeamFigure {
  people: number
  n: number
  mean: number
  low: number
  high: number
  rest: number
  /** Positive is better than the rest, in smallest differences worth acting on. */
  distance: number
  /** The difference from the rest cannot be chance alone (95%). */
  isSure: boolean
}

export interface DriverRow {
  definition: MetricDefinition
  byTeam: ReadonlyMap<number, TeamFigure>
}

const NORMAL_95 = 1.959964

interface Estimate {
  n: number
  mean: number
  variance: number
}

/**
 * Teams by drivers: the mean of the people's estimates, weighted by their observations, with an interval from theirs; the rest is everybody else.
 * Estimates are shrunk towards peers, so that differences between teams are, if anything, understated. Drivers with data of two teams or more, those
 * with the widest differences first.
 */
export function teamFigures({ gathered, assessment }: RankedWindow): DriverRow[] {
  const byDriver = new Map<string, Map<number, Estimate[]>>()
  for (const { agentId, drivers } of assessment.agents) {
    const teamId = teamIdOf(gathered, Number(agentId))
    if (teamId === null) continue
    for (const { driverId, n, posterior } of drivers) {
      if (!(n > 0)) continue
      const teams = byDriver.get(driverId) ?? new Map<number, Estimate[]>()
      byDriver.set(driverId, teams)
      const deviation = (posterior.high - posterior.low) / (2 * NORMAL_95)
      teams.set(teamId, [...(teams.get(teamId) ?? []), { n, mean: posterior.mean, variance: deviation ** 2 }])
    }
  }
  return [...byDriver]
    .filter(([driverId, teams]) => teams.size > 1 && gathered.definitions.has(driverId))
    .map(([driverId, teams]) => rowOf(gathered.definitions.get(driverId)!, teams))
    .toSorted((a, b) => widest(b) - widest(a))
}

function widest({ byTeam }: DriverRow): number {
  const all = [...byTeam.values()]
  return Math.max(...all.map(({ distance, isSure }) => (isSure ? 100 : 0) + Math.abs(distance)))
}

function rowOf(definition: MetricDefinition, teams: ReadonlyMap<number, readonly Estimate[]>): DriverRow {
  const byTeam = new Map<number, TeamFigure>()
  for (const [teamId, own] of teams) {
    const others = [...teams].flatMap(([id, theirs]) => (id === teamId ? [] : theirs))
    const [mine, rest] = [pooled(own), pooled(others)]
    const reach = NORMAL_95 * Math.sqrt(mine.variance)
    const better = betterBy(definition, mine.mean, rest.mean)
    byTeam.set(teamId, {
      people: own.length,
      n: Math.round(mine.n),
      mean: mine.mean,
      low: mine.mean - reach,
      high: mine.mean + reach,
      rest: rest.mean,
      distance: better / definition.smallestDifference,
      isSure:
        Math.abs(mine.mean - rest.mean) > NORMAL_95 * Math.sqrt(mine.variance + rest.variance) &&
        Math.abs(better) >= definition.smallestDifference,
    })
  }
  return { definition, byTeam }
}

function pooled(estimates: readonly Estimate[]): Estimate {
  const n = estimates.reduce((sum, one) => sum + one.n, 0)
  return {
    n,
    mean: estimates.reduce((sum, one) => sum + one.n * one.mean, 0) / n,
    variance: estimates.reduce((sum, one) => sum + (one.n / n) ** 2 * one.variance, 0),
  }
}

/** How much better than the rest, stored unit; inside a band, and where no way is better, by nothing. */
function betterBy({ polarity }: MetricDefinition, mean: number, rest: number): number {
  switch (polarity.direction) {
    case 'higher':
      return mean - rest
    case 'lower':
      return rest - mean
    case 'band': {
      const outside = (value: number) => Math.max(polarity.low - value, value - polarity.high, 0)
      return outside(rest) - outside(mean)
    }
    case 'context':
      return 0
  }
}
