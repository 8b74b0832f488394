import type { MetricDefinition } from '../../../shared/domain/metric-definition.ts'
import { readStrata, type Stratum } from '../../interactions/index.ts'
import { readCatalogue, readCells } from '../../metrics/index.ts'
import { readDirectory, type Directory } from '../../people/index.ts'
import type { VarianceCell, VarianceDesign } from '../../statistics/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readReviewedCells } from './shares.store.ts'

/** A driver's observations, ready for its shares. */
export interface DriverDesign {
  definition: MetricDefinition
  design: VarianceDesign
  hasTeams: boolean
  hasSites: boolean
}

/** Sums of one driver under one combination of circumstances. */
interface Observed {
  personId: number
  stratum: Stratum | undefined
  reviewer: string | null
  n: number
  sum: number
  sumOfSquares: number
}

/** Levels beyond these, the rarest, are taken as one: what they share is small, and each costs. */
const MOST_LEVELS = 25
const REST = '\u001frest'

/** Every driver with data between two days, one after the other: they are read together and given out as they are wanted. */
export function* driverDesigns(
  database: ReadableDatabase,
  range: { from: number; to: number },
): Generator<DriverDesign> {
  const drivers = readCatalogue(database).filter(({ role }) => role === 'driver')
  const strata = new Map(readStrata(database).map((stratum) => [stratum.id, stratum]))
  const directory = readDirectory(database)
  const reviewed = Map.groupBy(readReviewedCells(database, range), ([questionId]) => `question:${questionId}`)
  const others = drivers.filter(({ id }) => !id.startsWith('question:')).map(({ id }) => id)
  const cells = Map.groupBy(readCells(database, { range, metricIds: others }), ({ metricId }) => metricId)
  for (const definition of drivers) {
    const observed = definition.id.startsWith('question:')
      ? (reviewed.get(definition.id) ?? []).map(
          ([, personId, stratumId, reviewer, n, sum, sumOfSquares]): Observed => ({
            personId,
            stratum: stratumId === null ? undefined : strata.get(stratumId),
            reviewer,
            n,
            sum,
            sumOfSquares,
          }),
        )
      : (cells.get(definition.id) ?? []).flatMap((cell): Observed[] => {
          if (cell.personId === 0 || cell.drawn !== null) return []
          const isLog = definition.isLogScale && cell.logSum !== null && cell.logSumSq !== null
          return [
            {
              personId: cell.personId,
              stratum: strata.get(cell.stratumId),
              reviewer: null,
              n: cell.n,
              sum: isLog ? cell.logSum! : cell.sum,
              sumOfSquares: isLog ? cell.logSumSq! : cell.sumSq,
            },
          ]
        })
    if (observed.length > 0) yield { definition, ...designOf(observed, directory, range.to) }
  }
}

function designOf(
  observed: readonly Observed[],
  directory: Directory,
  to: number,
): Omit<DriverDesign, 'definition'> {
  const agents = placesOf(observed.map(({ personId }) => personId))
  const teams = [...agents.keys()].map((personId) => directory.teamAt(personId, to))
  const teamPlaces = placesOf(teams)
  const sites = [...teamPlaces.keys()].map((teamId) =>
    teamId === null ? null : (directory.teams.get(teamId)?.site ?? null),
  )
  const allSites = placesOf(sites)
  // where each team is a site of its own the two are one, and it is called a team
  const sitePlaces = allSites.size < teamPlaces.size ? allSites : new Map(sites.map((site) => [site, 0]))
  const hasSites = new Set(sitePlaces.values()).size > 1
  const factors = [
    factorOf('reviewer', observed, ({ reviewer }) => reviewer ?? ''),
    factorOf('queue', observed, ({ stratum }) => stratum?.queue ?? ''),
    factorOf('reason', observed, ({ stratum }) => stratum?.reason ?? ''),
  ].filter(({ levels }) => levels > 1)
  const cells = observed.map((one): VarianceCell => ({
    agent: agents.get(one.personId)!,
    levels: factors.map(({ levelOf }) => levelOf(one)),
    n: one.n,
    sum: one.sum,
    sumOfSquares: one.sumOfSquares,
  }))
  return {
    design: {
      teamOf: teams.map((teamId) => teamPlaces.get(teamId)!),
      siteOf: sites.map((site) => sitePlaces.get(site)!),
      factors: factors.map(({ name, levels }) => ({ name, levels })),
      cells,
    },
    hasTeams: teamPlaces.size > 1,
    hasSites,
  }
}

/** Each value with its place, in the order they are met. */
function placesOf<Value>(values: readonly Value[]): Map<Value, number> {
  const places = new Map<Value, number>()
  for (const value of values) if (!places.has(value)) places.set(value, places.size)
  return places
}

function factorOf(name: string, observed: readonly Observed[], nameOf: (one: Observed) => string) {
  const counts = new Map<string, number>()
  for (const one of observed) counts.set(nameOf(one), (counts.get(nameOf(one)) ?? 0) + one.n)
  const ordered = [...counts].toSorted((a, b) => b[1] - a[1]).map(([level]) => level)
  const own = ordered.length <= MOST_LEVELS ? ordered : [...ordered.slice(0, MOST_LEVELS - 1), REST]
  const places = placesOf(own)
  return {
    name,
    levels: places.size,
    levelOf: (one: Observed) => places.get(nameOf(one)) ?? places.get(REST)!,
  }
}
