import { readStrata, type Stratum } from '../../interactions/index.ts'
import { peerGroupOf, readVolumes } from '../../metrics/index.ts'
import type { Directory } from '../../people/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import type { Days } from './windows.ts'

/** Whom an agent is compared with: people of the same work, the agent among them. */
export interface EffectPeers {
  /** The same for the same people. */
  key: string
  ids: ReadonlySet<string>
}

/** Peer groups change little from day to day: those of four weeks serve all sessions of them. */
const BLOCK_DAYS = 28
/** More people than this make no level surer; of larger groups whole teams are taken, so that what teams have in common can be told. */
const ENOUGH_PEOPLE = 100
const FEWEST_TEAMS = 8

/**
 * Finds the peers of agents over the days before a session, and the rest of the four-week block these end in. Of a group of over 100 people in eight teams or more the
 * first teams that come to as many stand for all: everybody coached in a large centre has the same yardstick, and a board of sessions stays quick.
 */
export function createPeerFinder(
  database: ReadableDatabase,
  { teamAt }: Directory,
): (known: Days, agentId: string) => EffectPeers {
  const strata = new Map(readStrata(database).map((stratum) => [stratum.id, stratum]))
  const work = createWorkReader(database, strata)
  const blocks = new Map<string, { groupOf: (id: string) => string; people: Map<string, EffectPeers> }>()
  const blockOf = (known: Days) => {
    const from = known.from - (((known.from % BLOCK_DAYS) + BLOCK_DAYS) % BLOCK_DAYS)
    const to = known.to - (((known.to % BLOCK_DAYS) + BLOCK_DAYS) % BLOCK_DAYS) + BLOCK_DAYS - 1
    const key = `${from} ${to}`
    let block = blocks.get(key)
    if (block === undefined) {
      const volumes: Volume[] = []
      for (let start = from; start <= to; start += BLOCK_DAYS) volumes.push(...work(start))
      const groupOf = peerGroupOf(volumes, strata)
      const ids = [...new Set(volumes.map(({ personId }) => personId))].toSorted((a, b) => a - b).map(String)
      const people = new Map(
        [...Map.groupBy(ids, groupOf)].map(([group, own]) => [
          group,
          { key: `${key} ${group}`, ids: new Set(enoughOf(own, (id) => teamAt(Number(id), to))) },
        ]),
      )
      blocks.set(key, (block = { groupOf, people }))
    }
    return block
  }
  return (known, agentId) => {
    const { groupOf, people } = blockOf(known)
    const peers = people.get(groupOf(agentId)) ?? { key: '', ids: new Set<string>() }
    if (peers.ids.has(agentId)) return peers
    return { key: `${peers.key} and ${agentId}`, ids: new Set([...peers.ids, agentId]) }
  }
}

type Volume = ReturnType<typeof readVolumes>[number]

/** Who did how much of which work in the four weeks from a day on, each block read once; one line a person, channel and queue. */
function createWorkReader(
  database: ReadableDatabase,
  strata: ReadonlyMap<number, Stratum>,
): (from: number) => readonly Volume[] {
  const known = new Map<number, readonly Volume[]>()
  return (from) => {
    let volumes = known.get(from)
    if (volumes !== undefined) return volumes
    const lines = new Map<string, Volume>()
    for (const one of readVolumes(database, { from, to: from + BLOCK_DAYS - 1 })) {
      if (one.personId === 0) continue
      const stratum = strata.get(one.stratumId)
      const key = `${one.personId} ${stratum?.channelId ?? ''} ${stratum?.queueId ?? ''}`
      const line = lines.get(key)
      if (line === undefined) lines.set(key, { ...one })
      else line.n += one.n
    }
    known.set(from, (volumes = [...lines.values()]))
    return volumes
  }
}

function enoughOf(ids: readonly string[], teamOf: (id: string) => number | null): readonly string[] {
  if (ids.length <= ENOUGH_PEOPLE) return ids
  const teams = [...Map.groupBy(ids, teamOf)].toSorted(([a], [b]) => (a ?? Infinity) - (b ?? Infinity))
  if (teams.length < FEWEST_TEAMS) return ids
  const taken: string[] = []
  for (const [index, [, own]] of teams.entries()) {
    if (taken.length >= ENOUGH_PEOPLE && index >= FEWEST_TEAMS) break
    taken.push(...own)
  }
  return taken
}
