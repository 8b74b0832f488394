import type { DriverGrid, DriverPattern } from '../../../shared/contract/group-patterns.ts'
import { dayOfNumber } from '../../../shared/domain/time.ts'
import { estimatesOfDriver, type Estimate, type GroupedWindow } from '../../coaching/index.ts'
import { funnel } from '../../statistics/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { gridOf } from './grid.ts'
import { cellViews } from './overview.ts'
import { trendOf } from './trend.ts'
import { mustDriver, patternDriver } from './window.ts'

const LIMIT_POINTS = 40

/** One driver: its funnel of agents, weekly course, place in the decision grid, and groups. */
export function driverPatternOf(
  database: ReadableDatabase,
  grouped: GroupedWindow,
  driverId: string,
  weeks: number,
): DriverPattern {
  const { scene } = grouped
  const definition = mustDriver(scene.definitions, driverId)
  const measured = grouped.drivers.find(({ facts }) => facts.driverId === driverId)
  const estimates = measured === undefined ? [] : [...estimatesOfDriver(grouped, measured).values()]
  return {
    window: { from: dayOfNumber(scene.window.from), to: dayOfNumber(scene.window.to) },
    driver: patternDriver(definition),
    mean: estimates.length === 0 ? null : meanOf(estimates.map(({ adjusted }) => adjusted)),
    funnel: funnelOf(grouped, estimates, definition.polarity),
    trend: trendOf(database, definition, scene.window.to, weeks),
    grid: gridOf(database, grouped, definition, estimates),
    cells: cellViews(grouped, driverId),
  }
}

/** Every driver's place in the decision grid. */
export function driverGridOf(database: ReadableDatabase, grouped: GroupedWindow): DriverGrid {
  const { scene, drivers } = grouped
  return {
    window: { from: dayOfNumber(scene.window.from), to: dayOfNumber(scene.window.to) },
    drivers: drivers.map((measured) => {
      const definition = scene.definitions.get(measured.facts.driverId)!
      const estimates = [...estimatesOfDriver(grouped, measured).values()]
      return {
        driver: patternDriver(definition),
        mean: estimates.length === 0 ? null : meanOf(estimates.map(({ adjusted }) => adjusted)),
        grid: gridOf(database, grouped, definition, estimates),
      }
    }),
  }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function funnelOf(
  { scene }: GroupedWindow,
  estimates: readonly Estimate[],
  polarity: DriverPattern['driver']['polarity'],
): DriverPattern['funnel'] {
  // the variance of an ordinary agent's observation: a share's own would make those at 0% and 100% certain
  const one =
    estimates.reduce((sum, { observationVariance, sample }) => sum + sample.n * observationVariance, 0) /
    estimates.reduce((sum, { sample }) => sum + sample.n, 0)
  if (!(one > 0)) return null
  const plot = funnel(
    estimates.map(({ adjusted, sample }) => ({ value: adjusted, variance: one / sample.n })),
  )!
  const ns = estimates.map(({ sample }) => sample.n)
  const [least, most] = [Math.min(...ns), Math.max(...ns)]
  const isWorse = (value: number) =>
    polarity.direction === 'band'
      ? value < polarity.low || value > polarity.high
      : polarity.direction === 'lower'
        ? value > plot.centre
        : value < plot.centre
  return {
    centre: plot.centre,
    tau: Math.sqrt(plot.tauSquared),
    overDispersion: plot.overDispersion,
    points: estimates.map(({ sample, adjusted }, index) => {
      const id = Number(sample.agentId)
      const teamId = scene.directory.teamAt(id, scene.window.to)
      return {
        agent: { id, name: scene.directory.people.get(id)?.name ?? `Agent ${id}` },
        team:
          teamId === null
            ? null
            : { id: teamId, name: scene.directory.teams.get(teamId)?.name ?? `Team ${teamId}` },
        n: sample.n,
        observed: sample.drawn?.observed ?? Math.round(sample.n),
        value: adjusted,
        place: plot.places[index]!,
        isWorse: isWorse(adjusted),
      }
    }),
    limits: Array.from({ length: LIMIT_POINTS }, (_, index) => {
      // closer together where the funnel bends
      const n = least * (most / least) ** (index / (LIMIT_POINTS - 1))
      return { n, ...plot.limitsAt(one / n) }
    }),
  }
}
