import { compareGroups, type Measurements } from '../../../engine/coaching/assessment/index.ts'
import { randomFrom } from './random.ts'

/** Teams x drivers of which `share` are truly worse than the rest by `shift` deltas; everything else differs by its people alone. */
export interface FlagWorld {
  name: string
  teams: number
  agentsPerTeam: number
  drivers: number
  observations: number
  /** Between agents, in deltas. */
  agentSd: number
  share: number
  shift: number
}

/** What flags came to over many such worlds. */
export interface FlagTally {
  /** Mean share of false flags among flags, 0 where there are none: the false discovery rate. */
  falseShare: number
  /** The same of "worse than the rest by more than delta", without a test. */
  naiveFalseShare: number
  /** True differences that were flagged. */
  found: number
  flagsPerWorld: number
  naiveFlagsPerWorld: number
}

const DELTA = 0.05

/** Draws worlds and flags their groups as the product does. */
export function tallyFlags(world: FlagWorld, worlds: number, seed: number): FlagTally {
  const random = randomFrom(seed)
  const total = { falseShare: 0, naive: 0, found: 0, planted: 0, flags: 0, naiveFlags: 0 }
  const agents = new Map(
    Array.from({ length: world.teams * world.agentsPerTeam }, (_, agent) => [
      String(agent),
      { teamId: String(Math.floor(agent / world.agentsPerTeam)), peerGroupId: 'all' },
    ]),
  )
  for (let round = 0; round < worlds; round++) {
    const planted = new Set<string>()
    const drivers = Array.from({ length: world.drivers }, (_, driver): Measurements => {
      for (let team = 0; team < world.teams; team++)
        if (random.uniform() < world.share) planted.add(`d${driver} ${team}`)
      return driverOf(`d${driver}`, agents, (teamId) => {
        const isWorse = planted.has(`d${driver} ${teamId}`)
        const own = world.agentSd * DELTA
        return 0.8 - (isWorse ? world.shift * DELTA : 0) + random.normal(0, own)
      })
    })
    const cells = compareGroups(drivers, agents).teams
    const isTrue = ({ driverId, groupId }: { driverId: string; groupId: string }) =>
      planted.has(`${driverId} ${groupId}`)
    const flags = cells.filter(({ compared }) => compared?.isFlagged)
    const naive = cells.filter(({ compared }) => compared !== null && compared.difference > DELTA)
    const wrong = (own: typeof cells) =>
      own.length === 0 ? 0 : own.filter((cell) => !isTrue(cell)).length / own.length
    total.falseShare += wrong(flags)
    total.naive += wrong(naive)
    total.found += flags.filter(isTrue).length
    total.planted += planted.size
    total.flags += flags.length
    total.naiveFlags += naive.length
  }
  return {
    falseShare: total.falseShare / worlds,
    naiveFalseShare: total.naive / worlds,
    found: total.planted === 0 ? 0 : total.found / total.planted,
    flagsPerWorld: total.flags / worlds,
    naiveFlagsPerWorld: total.naiveFlags / worlds,
  }

  function driverOf(
    driverId: string,
    everybody: ReadonlyMap<string, { teamId: string }>,
    levelOf: (teamId: string) => number,
  ): Measurements {
    return {
      facts: {
        driverId,
        kind: 'proportion',
        polarity: 'higher',
        target: null,
        delta: DELTA,
        leastN: 3,
        coachability: 1,
        mayBePraised: true,
      },
      queueSamples: [],
      samples: [...everybody].map(([agentId, { teamId }]) => {
        const level = Math.min(0.99, Math.max(0.01, levelOf(teamId)))
        let passes = 0
        for (let i = 0; i < world.observations; i++) if (random.uniform() < level) passes++
        const share = passes / world.observations
        return {
          agentId,
          n: world.observations,
          drawn: null,
          raw: share,
          adjusted: share,
          withinSumOfSquares: world.observations * share * (1 - share),
          contactsPerWeek: 50,
        }
      }),
    }
  }
}
