import { momentsOf } from '../moments.ts'

/** Contacts of one agent in one stratum, on the modelling scale; an unknown queue or reason is null. */
export interface StratumSums {
  agentId: string
  queueId: string | null
  reason: string | null
  channel: string
  n: number
  sum: number
  sumOfSquares: number
}

export interface Standardised {
  n: number
  /** Mean as observed. */
  raw: number
  /** Mean of (observed - expected) plus the peers' mean on the group's common mix. */
  adjusted: number
  /** What peers would have had on this agent's mix. */
  expected: number
  /** What peers (this agent excluded) would have on the whole group's mix; the agent's own mean where there are none. */
  peerMean: number
  /** Sum of squared deviations of (observed - expected) from its own mean: the noise that case mix leaves. */
  withinSumOfSquares: number
  /** Share of contacts whose own stratum was too small among peers, so that a wider one stood in. */
  borrowedShare: number
}

const FEWEST_CONTACTS_OF_A_STRATUM = 20

interface Tally {
  n: number
  sum: number
}

/** Everybody's contacts together: the widest level. */
const ALL = 0

/** Numbers for stratum, queue and channel, from the finest to the whole group; the same array for the same stratum. */
function numberedLevels(): (cell: StratumSums) => readonly number[] {
  const numbers = new Map<string, number>([['', ALL]])
  const known = new Map<string, readonly number[]>()
  const numberOf = (key: string) => {
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  }
  return ({ channel, queueId, reason }) => {
    const key = `${channel}\u001f${queueId ?? '\u0000'}\u001f${reason ?? '\u0000'}`
    let levels = known.get(key)
    if (levels === undefined) {
      const wider = [[channel, queueId, reason], [channel, queueId], [channel]]
      known.set(key, (levels = [...wider.map((parts) => numberOf(JSON.stringify(parts))), ALL]))
    }
    return levels
  }
}

/** Sums of a peer group at every level, and which level speaks for each of its strata. */
interface Group {
  tallies: Map<number, Tally>
  /** Levels of each stratum, by its finest. */
  strata: Map<number, readonly number[]>
  contacts: number
}

function addTo(tallies: Map<number, Tally>, key: number, n: number, sum: number): void {
  const tally = tallies.get(key)
  if (tally === undefined) tallies.set(key, { n, sum })
  else {
    tally.n += n
    tally.sum += sum
  }
}

/** The finest level with 20 contacts or more, and the widest where none has them. */
function speakingLevel(levels: readonly number[], contactsAt: (key: number) => number): number {
  const level = levels.findIndex((key) => contactsAt(key) >= FEWEST_CONTACTS_OF_A_STRATUM)
  return level === -1 ? levels.length - 1 : level
}

/** The mix all agents of a group are held to: how many of its contacts each key speaks for, and their sum of expected values. */
interface CommonMix {
  speakerOf: Map<number, number>
  contactsOf: Map<number, number>
  expectedSum: number
}

function commonMixOf({ tallies, strata }: Group): CommonMix {
  const speakerOf = new Map<number, number>()
  const contactsOf = new Map<number, number>()
  let expectedSum = 0
  for (const [stratum, levels] of strata) {
    const speaker = levels[speakingLevel(levels, (key) => tallies.get(key)!.n)]!
    const { n } = tallies.get(stratum)!
    const { n: of, sum } = tallies.get(speaker)!
    speakerOf.set(stratum, speaker)
    contactsOf.set(speaker, (contactsOf.get(speaker) ?? 0) + n)
    expectedSum += (n * sum) / of
  }
  return { speakerOf, contactsOf, expectedSum }
}

/** Sums per agent and stratum, by peer group. */
function tallied(cells: readonly StratumSums[], peerGroupOf: (agentId: string) => string) {
  const groups = new Map<string, Group>()
  const levelsOf = numberedLevels()
  const agents = new Map<
    string,
    { cells: { cell: StratumSums; levels: readonly number[] }[]; own: Map<number, Tally>; group: Group }
  >()
  for (const cell of cells) {
    if (!(cell.n > 0)) continue
    let agent = agents.get(cell.agentId)
    if (agent === undefined) {
      const groupId = peerGroupOf(cell.agentId)
      let group = groups.get(groupId)
      if (group === undefined)
        groups.set(groupId, (group = { tallies: new Map(), strata: new Map(), contacts: 0 }))
      agents.set(cell.agentId, (agent = { cells: [], own: new Map(), group }))
    }
    const levels = levelsOf(cell)
    agent.cells.push({ cell, levels })
    agent.group.strata.set(levels[0]!, levels)
    agent.group.contacts += cell.n
    for (const key of levels) {
      addTo(agent.group.tallies, key, cell.n, cell.sum)
      addTo(agent.own, key, cell.n, cell.sum)
    }
  }
  return agents
}

/**
 * Indirect standardisation within peer groups. A contact's expected value is its stratum's mean (queue x
 * reason x channel) among the agent's peers, the agent excluded; a stratum where peers have under 20 contacts
 * borrows from queue x channel, then the channel, then all. The expectation is then the same for every
 * contact of a cell, so sums per agent and stratum are all it takes.
 *
 * What is added back is the peers' mean on the mix of the whole group, the same for everybody (direct standardisation of the
 * peers to a common population: Breslow & Day 1987, chapter 2). Their mean on their own contacts would be lower the more easy
 * ones the agent leaves to them, and favour whoever takes the hard ones, by 1/(k - 1) of the difference among k alike.
 *
 * Agents without contacts are absent from the answer; an agent without peers keeps its own mean.
 */
export function standardise(
  cells: readonly StratumSums[],
  peerGroupOf: (agentId: string) => string,
): Map<string, Standardised> {
  const mixes = new Map<Group, CommonMix>()
  const result = new Map<string, Standardised>()
  for (const [agentId, agent] of tallied(cells, peerGroupOf)) {
    const { group, own } = agent
    let mix = mixes.get(group)
    if (mix === undefined) mixes.set(group, (mix = commonMixOf(group)))
    const total = own.get(ALL)!
    const raw = total.sum / total.n
    const contactsAt = (key: number) => group.tallies.get(key)!.n - (own.get(key)?.n ?? 0)
    const hasPeers = contactsAt(ALL) > 0
    /** Mean of the peers at a level; the agent's own counts only where nobody else has any. */
    const meanAt = (key: number) => {
      const all = group.tallies.get(key)!
      const n = contactsAt(key)
      return n > 0 ? (all.sum - (own.get(key)?.sum ?? 0)) / n : all.sum / all.n
    }
    // The group's common mix, as the peers alone speak for it.
    let commonSum = mix.expectedSum
    for (const key of own.keys()) {
      const contacts = mix.contactsOf.get(key)
      if (contacts === undefined) continue
      const all = group.tallies.get(key)!
      commonSum += contacts * (meanAt(key) - all.sum / all.n)
    }
    let expectedSum = 0
    let residualSquares = 0
    let borrowed = 0
    const seen = new Set<number>()
    for (const { cell, levels } of agent.cells) {
      const level = speakingLevel(levels, contactsAt)
      const speaker = levels[level]!
      const expected = meanAt(speaker)
      if (level > 0 || contactsAt(ALL) < FEWEST_CONTACTS_OF_A_STRATUM) borrowed += cell.n
      const stratum = levels[0]!
      const common = mix.speakerOf.get(stratum)!
      if (common !== speaker && !seen.has(stratum))
        commonSum += group.tallies.get(stratum)!.n * (expected - meanAt(common))
      seen.add(stratum)
      expectedSum += cell.n * expected
      // Spread within the cell, then the cell's own mean residual.
      const { withinSumOfSquares, mean } = momentsOf(cell)
      residualSquares += withinSumOfSquares + cell.n * ((mean ?? 0) - expected) ** 2
    }
    const meanResidual = raw - expectedSum / total.n
    const peerMean = hasPeers ? commonSum / group.contacts : raw
    result.set(agentId, {
      n: total.n,
      raw,
      adjusted: meanResidual + peerMean,
      expected: expectedSum / total.n,
      peerMean,
      withinSumOfSquares: Math.max(0, residualSquares - total.n * meanResidual ** 2),
      borrowedShare: borrowed / total.n,
    })
  }
  return result
}
