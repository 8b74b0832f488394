import { t } from '#speech'
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
const FEWEST_FOR_LIMITS = 8

/** One driver: its funnel of agents (unless nobody is ranked: it sets people beside each other by name), weekly course, place in the decision grid, and groups. */
export function driverPatternOf(
  database: ReadableDatabase,
  grouped: GroupedWindow,
  driverId: string,
  weeks: number,
  isRanked: boolean,
): DriverPattern {
  const { scene } = grouped
  const definition = mustDriver(scene.definitions, driverId)
  const measured = grouped.drivers.find(({ facts }) => facts.driverId === driverId)
  const estimates = measured === undefined ? [] : [...estimatesOfDriver(grouped, measured).values()]
  return {
    window: { from: dayOfNumber(scene.window.from), to: dayOfNumber(scene.window.to) },
    driver: patternDriver(definition),
    mean: estimates.length === 0 ? null : meanOf(estimates.map(({ adjusted }) => adjusted)),
    isRanked,
    funnel: isRanked ? funnelOf(grouped, driverId, estimates, definition.polarity) : null,
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

/**
 * Agents against how much was seen of each. A team that is flagged stands apart as a whole, which is no ordinary difference between people: the centre and
 * the limits are of the others, as long as there are enough of them, and its members are marked as theirs.
 */
function funnelOf(
  { scene, table }: GroupedWindow,
  driverId: string,
  estimates: readonly Estimate[],
  polarity: DriverPattern['driver']['polarity'],
): DriverPattern['funnel'] {
  // the variance of an ordinary agent's observation: a share's own would make those at 0% and 100% certain
  const one =
    estimates.reduce((sum, { observationVariance, sample }) => sum + sample.n * observationVariance, 0) /
    estimates.reduce((sum, { sample }) => sum + sample.n, 0)
  if (!(one > 0)) return null
  const teamOf = ({ sample }: Estimate) => scene.directory.teamAt(Number(sample.agentId), scene.window.to)
  const flagged = new Set(
    table.teams
      .filter((cell) => cell.driverId === driverId && cell.compared?.isFlagged)
      .map(({ groupId }) => Number(groupId)),
  )
  const isApart = (estimate: Estimate) => flagged.has(teamOf(estimate) ?? -1)
  const others = estimates.filter((estimate) => !isApart(estimate))
  const isSplit = flagged.size > 0 && others.length >= FEWEST_FOR_LIMITS
  const plot = funnel(
    (isSplit ? others : estimates).map(({ adjusted, sample }) => ({
      value: adjusted,
      variance: one / sample.n,
    })),
  )!
  const placeOf = (value: number, variance: number) => {
    const { low95, high95, low998, high998 } = plot.limitsAt(variance)
    if (value < low998 || value > high998) return 'outside-998'
    return value < low95 || value > high95 ? 'outside-95' : 'inside'
  }
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
    points: estimates.map((estimate) => {
      const { sample, adjusted } = estimate
      const id = Number(sample.agentId)
      const teamId = teamOf(estimate)
      return {
        agent: { id, name: scene.directory.people.get(id)?.name ?? t`Agent ${{ id: id }}` },
        team:
          teamId === null
            ? null
            : { id: teamId, name: scene.directory.teams.get(teamId)?.name ?? t`Team ${{ id: teamId }}` },
        n: sample.n,
        observed: sample.drawn?.observed ?? Math.round(sample.n),
        value: adjusted,
        place: placeOf(adjusted, one / sample.n),
        isOfTeamApart: isSplit && isApart(estimate),
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
