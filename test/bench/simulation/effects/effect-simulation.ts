import { randomFrom } from '../random.ts'
import { matchedClaims, plainClaims, type Interval } from './claims.ts'
import { simulate, spreadOf, type World } from './effect-world.ts'

/** The ways to say what coaching did, from what the app does to what a spreadsheet does. */
export const WAYS = [
  'matched',
  'matched, selection left out',
  'before and after',
  'plain difference',
] as const
export type Way = (typeof WAYS)[number]

export interface Tally {
  claims: number
  /** Shares of the claims. */
  held: number
  improved: number
  worse: number
}

const ofWay: Record<Way, (world: World, agents: ReturnType<typeof simulate>) => Interval[]> = {
  matched: (world, agents) => matchedClaims(world, agents, 'both'),
  'matched, selection left out': (world, agents) => matchedClaims(world, agents, 'apart'),
  'before and after': (world, agents) => plainClaims(world, agents, false),
  'plain difference': (world, agents) => plainClaims(world, agents, true),
}

const usual: World = {
  name: 'usual',
  kind: 'mean',
  teams: 8,
  agentsPerTeam: 12,
  n: 12,
  reliability: 0.4,
  teamShock: 0,
  drift: 0,
  commonShift: 0.3,
  coachedShare: 0.1,
  effect: 0,
}

/** What a centre may be like, one thing at a time and the bad ones together. */
export const WORLDS: World[] = [
  ...[0.1, 0.2, 0.4, 0.6, 0.8].map((reliability) => ({
    ...usual,
    name: `mean, reliability ${reliability}`,
    reliability,
  })),
  { ...usual, name: 'mean, 4 observations in four weeks', n: 4 },
  { ...usual, name: 'mean, 200 observations', n: 200, reliability: 0.8 },
  { ...usual, name: 'share, 4 observations', kind: 'proportion', n: 4 },
  { ...usual, name: 'share, 12 observations', kind: 'proportion' },
  { ...usual, name: 'share, 60 observations', kind: 'proportion', n: 60 },
  { ...usual, name: 'log duration, long tails', kind: 'log-mean', n: 120, reliability: 0.8 },
  { ...usual, name: 'a quarter of all coached', coachedShare: 0.25, reliability: 0.6 },
  { ...usual, name: 'team shocks 0.3', teamShock: 0.3, reliability: 0.6 },
  { ...usual, name: 'team shocks 0.5', teamShock: 0.5, reliability: 0.8 },
  {
    ...usual,
    name: 'team shocks 0.5, 3 teams of 16',
    teamShock: 0.5,
    teams: 3,
    agentsPerTeam: 16,
    reliability: 0.6,
  },
  {
    ...usual,
    name: 'team shocks 0.3, 2 teams of 6',
    teamShock: 0.3,
    teams: 2,
    agentsPerTeam: 6,
    reliability: 0.6,
  },
  { ...usual, name: 'drift 0.3', drift: 0.3, reliability: 0.6 },
  { ...usual, name: 'drift 0.5', drift: 0.5, reliability: 0.8 },
  { ...usual, name: 'drift 0.5, one team of 12', drift: 0.5, teams: 1, agentsPerTeam: 12, reliability: 0.6 },
  { ...usual, name: 'one team of 8', teams: 1, agentsPerTeam: 8, reliability: 0.6 },
  {
    ...usual,
    name: 'shocks and drift 0.3, share of 30',
    kind: 'proportion',
    n: 30,
    teamShock: 0.3,
    drift: 0.3,
  },
]

/** What each way claims in one kind of centre, over so many of them. */
export function tallyWorld(world: World, centres: number, seed: number): Record<Way, Tally> {
  const random = randomFrom(seed)
  const tallies = WAYS.map((): Tally => ({ claims: 0, held: 0, improved: 0, worse: 0 }))
  const truth = world.effect * spreadOf(world)
  for (let centre = 0; centre < centres; centre++) {
    const agents = simulate(random, world)
    for (const [index, way] of WAYS.entries())
      for (const { low, high } of ofWay[way](world, agents)) {
        const tally = tallies[index]!
        tally.claims++
        if (low <= truth && truth <= high) tally.held++
        if (low > 0) tally.improved++
        if (high < 0) tally.worse++
      }
  }
  const share = ({ claims, held, improved, worse }: Tally): Tally => ({
    claims,
    held: held / claims,
    improved: improved / claims,
    worse: worse / claims,
  })
  return Object.fromEntries(WAYS.map((way, index) => [way, share(tallies[index]!)])) as Record<Way, Tally>
}
