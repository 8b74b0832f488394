import { normalCdf, normalQuantile } from '../normal.ts'
import { seededRandom } from '../seeded-random.ts'
import { empiricalQuantile } from '../empirical-quantile.ts'
import { hendersonThree, type Components } from './henderson.ts'
import { agentBlocks, putTogether, type VarianceDesign, type WeighedBlock } from './variance-design.ts'

/** One source of difference: its variance, and its share of all with a 95% interval. */
export interface VarianceShare {
  /** `site`, `team`, `agent`, the name of a factor, or `contact` for what is left. */
  source: string
  /** Never below 0. */
  variance: number
  /** Standard deviation with its 95% interval, in the driver's unit. */
  deviation: { value: number; low: number; high: number }
  share: number
  low: number
  high: number
  /** The estimate came out below 0 and is shown as 0: nothing to be seen, rather than nothing there. */
  isSetToZero: boolean
}

export interface VarianceShares {
  n: number
  agents: number
  teams: number
  sites: number
  shares: VarianceShare[]
  /** Sources these data cannot tell from others: one team alone, a reviewer for each agent. */
  untold: string[]
  /** What was drawn anew for the intervals: whole teams, or agents within their teams where teams are few. */
  resampled: 'teams' | 'agents'
}

/** With fewer teams, drawing them anew says little: agents are drawn within them. */
const FEWEST_TEAMS_TO_DRAW = 8

/**
 * Which share of a driver's differences lies between sites, teams, agents, the factors' levels and single contacts: components by
 * Henderson's method III, negative ones set to 0. Intervals by bootstrap of whole teams within their sites (lower levels kept: Davison &
 * Hinkley 1997, section 3.8), seeded, bias-corrected percentiles (Efron 1987). Under eight teams agents are drawn within teams; what few
 * teams or sites explain varies as chi-squared on their degrees of freedom. The levels of factors are taken as those there are. Yields
 * after each draw; null where nobody has been observed often enough.
 */
export function* varianceShares(
  design: VarianceDesign,
  { draws = 200, seed = 1 }: { draws?: number; seed?: number } = {},
): Generator<void, VarianceShares | null, void> {
  const factorLevels = design.factors.map(({ levels }) => levels)
  const teams = [...Map.groupBy(agentBlocks(design), ({ team }) => team)].map(([team, own]) => ({
    site: design.siteOf[team]!,
    agents: own.map(({ block }) => block),
    whole: putTogether(own.map(({ block }) => ({ block, times: 1 }))),
  }))
  const sites = [...Map.groupBy(teams, ({ site }) => site).values()]
  if (sites.length === 0) return null
  const estimate = hendersonThree(
    sites.map((own) => own.map(({ whole }) => ({ block: whole, times: 1 }))),
    factorLevels,
  )
  if (estimate === null) return null
  yield
  const random = seededRandom(seed)
  const drawsTeams = teams.length >= FEWEST_TEAMS_TO_DRAW
  const teamsDrawn = (own: typeof teams): WeighedBlock[] => {
    const times = timesDrawn(own.length, random)
    return own.flatMap(({ whole }, index) =>
      times[index]! > 0 ? [{ block: whole, times: times[index]! }] : [],
    )
  }
  const agentsDrawn = (own: typeof teams): WeighedBlock[] =>
    own.map(({ agents }) => {
      const times = timesDrawn(agents.length, random)
      return { block: putTogether(agents.map((block, index) => ({ block, times: times[index]! }))), times: 1 }
    })
  const drawn: Components[] = []
  for (let draw = 0; draw < draws; draw++) {
    const ofTeams = drawsTeams ? 1 : spreadOfFew(teams.length - sites.length, random)
    const components = hendersonThree(sites.map(drawsTeams ? teamsDrawn : agentsDrawn), factorLevels, [
      1,
      ofTeams,
      spreadOfFew(sites.length - 1, random),
    ])
    if (components !== null) drawn.push(components)
    yield
  }
  const names = ['agent', 'team', 'site', ...design.factors.map(({ name }) => name), 'contact']
  const lists = [estimate, ...drawn].map(listOf)
  const own = lists[0]!
  const shares = names.flatMap((source, index): VarianceShare[] => {
    const value = own[index]!
    if (value === null) return []
    const others = lists.slice(1)
    const variance = Math.max(0, value)
    const share = shareOf(own, index)
    const spread = corrected(
      Math.sqrt(variance),
      others.map((list) => Math.sqrt(Math.max(0, list[index] ?? 0))),
    )
    return [
      {
        source,
        variance,
        deviation: { value: Math.sqrt(variance), ...spread },
        share,
        ...corrected(
          share,
          others.map((list) => shareOf(list, index)),
        ),
        isSetToZero: value < 0,
      },
    ]
  })
  return {
    n: teams.reduce((sum, { whole }) => sum + whole.n, 0),
    agents: teams.reduce((sum, { agents }) => sum + agents.length, 0),
    teams: teams.length,
    sites: sites.length,
    shares,
    untold: names.filter((_, index) => own[index] === null),
    resampled: drawsTeams ? 'teams' : 'agents',
  }
}

function listOf({ units, factors, contact }: Components): (number | null)[] {
  return [...units, ...factors, contact]
}

function shareOf(list: readonly (number | null)[], index: number): number {
  const total = list.reduce((sum: number, value) => sum + Math.max(0, value ?? 0), 0)
  return total > 0 ? Math.max(0, list[index] ?? 0) / total : 0
}

function timesDrawn(count: number, random: () => number): Int32Array {
  const times = new Int32Array(count)
  for (let i = 0; i < count; i++) times[Math.floor(random() * count)]!++
  return times
}

/** How what a few units explain would vary with other units: degrees of freedom over a chi-squared on them. */
function spreadOfFew(degreesOfFreedom: number, random: () => number): number {
  if (degreesOfFreedom < 1) return 1
  let sum = 0
  for (let i = 0; i < degreesOfFreedom; i++)
    sum += normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random()))) ** 2
  return degreesOfFreedom / Math.max(sum, 1e-6)
}

/** The bias-corrected percentile interval of a value from what it came to in the draws. */
function corrected(value: number, draws: readonly number[]): { low: number; high: number } {
  if (draws.length === 0) return { low: value, high: value }
  const sorted = draws.toSorted((a, b) => a - b)
  const below = sorted.filter((one) => one < value).length
  const same = sorted.filter((one) => one === value).length
  const share = Math.min(
    1 - 0.5 / draws.length,
    Math.max(0.5 / draws.length, (below + same / 2) / draws.length),
  )
  const shift = 2 * normalQuantile(share)
  const at = (probability: number) =>
    empiricalQuantile(sorted, normalCdf(shift + normalQuantile(probability)))!
  return { low: Math.min(value, at(0.025)), high: Math.max(value, at(0.975)) }
}
