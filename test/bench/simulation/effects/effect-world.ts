import type { WindowSample } from '../../../../engine/statistics/effects/expected-levels.ts'
import type { Random } from '../random.ts'

/** What a simulated centre is like. Spreads are in units of the true spread between agents, which is 1 (0.1 for shares). */
export interface World {
  name: string
  kind: 'mean' | 'proportion' | 'log-mean'
  teams: number
  agentsPerTeam: number
  /** Observations of an agent in four weeks, varying from half to one and a half of it. */
  n: number
  /** Reliability of four weeks of one agent: true variance over all. Shares have that of their own noise. */
  reliability: number
  /** Standard deviation of what a team adds in a stretch of four weeks. */
  teamShock: number
  /** Of what an agent's own level moves from one stretch to the next. */
  drift: number
  /** What everybody's level moves after the session. */
  commonShift: number
  /** Which share of all agents is coached: those who looked lowest. */
  coachedShare: number
  /** What coaching does. */
  effect: number
}

export interface SimulatedAgent {
  agentId: string
  teamId: string
  isCoached: boolean
  /** Four weeks before those that selected, those that selected, and the eight weeks after. */
  before: WindowSample
  selecting: WindowSample
  after: WindowSample
}

const SHARE_SPREAD = 0.1
const SHARE_LEVEL = 0.75

export function spreadOf(world: World): number {
  return world.kind === 'proportion' ? SHARE_SPREAD : 1
}

export function noiseVariance(world: World): number {
  return world.kind === 'proportion'
    ? SHARE_LEVEL * (1 - SHARE_LEVEL)
    : (world.n * (1 - world.reliability)) / world.reliability
}

/** Observations of one stretch. Long-tailed noise on the log scale, as handle times have it. */
function observe(random: Random, world: World, agentId: string, level: number, n: number): WindowSample {
  if (world.kind === 'proportion') {
    const passes = random.passes(n, Math.min(0.99, Math.max(0.01, level)))
    return { agentId, n, value: passes / n, withinSumOfSquares: (passes * (n - passes)) / n }
  }
  const sd = Math.sqrt(noiseVariance(world))
  let sum = 0
  let squares = 0
  for (let i = 0; i < n; i++) {
    const isFar = world.kind === 'log-mean' && random.uniform() < 0.1
    // one in ten is 2.5 times as wide; the whole has the same variance
    const own = world.kind === 'log-mean' ? (isFar ? 2.5 : 1) / Math.sqrt(0.9 + 0.1 * 6.25) : 1
    const value = level + random.normal(0, sd * own)
    sum += value
    squares += value * value
  }
  return { agentId, n, value: sum / n, withinSumOfSquares: Math.max(0, squares - (sum * sum) / n) }
}

/** A centre in which the lowest of the selecting weeks are coached. */
export function simulate(random: Random, world: World): SimulatedAgent[] {
  const spread = spreadOf(world)
  const centre = world.kind === 'proportion' ? SHARE_LEVEL : 0
  const draft = Array.from({ length: world.teams }, (_, t) => {
    const shocks = [0, 1, 2].map(() => random.normal(0, world.teamShock * spread))
    return Array.from({ length: world.agentsPerTeam }, (_, k) => {
      const agentId = `a${String(t * world.agentsPerTeam + k).padStart(3, '0')}`
      const level = centre + spread * random.normal()
      const drifts = [0, 1, 2].map(() => random.normal(0, world.drift * spread))
      const count = () => Math.max(2, Math.round(world.n * (0.5 + random.uniform())))
      const at = (stretch: number) => level + shocks[stretch]! + drifts[stretch]!
      return {
        agentId,
        teamId: `t${t}`,
        level: at(2),
        before: observe(random, world, agentId, at(0), count()),
        selecting: observe(random, world, agentId, at(1), count()),
      }
    })
  }).flat()
  const lowest = draft
    .toSorted((a, b) => a.selecting.value - b.selecting.value)
    .slice(0, Math.max(1, Math.round(world.coachedShare * draft.length)))
  const coached = new Set(lowest.map(({ agentId }) => agentId))
  return draft.map(({ agentId, teamId, level, before, selecting }) => {
    const isCoached = coached.has(agentId)
    const now = level + spread * (world.commonShift + (isCoached ? world.effect : 0))
    const n = Math.max(2, Math.round(2 * world.n * (0.5 + random.uniform())))
    return {
      agentId,
      teamId,
      isCoached,
      before,
      selecting,
      after: observe(random, world, agentId, now, n),
    }
  })
}
