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
  /** Mean of (observed - expected) plus the peers' mean. */
  adjusted: number
  /** What peers would have had on this agent's mix. */
  expected: number
  /** The peers' mean over their own contacts, this agent excluded; its own where there are no peers. */
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

/** Stratum keys from the finest to the whole group. */
function levelsOf({ queueId, reason, channel }: StratumSums): string[] {
  return [
    JSON.stringify([channel, queueId, reason]),
    JSON.stringify([channel, queueId]),
    JSON.stringify([channel]),
    '',
  ]
}

function addTo(tallies: Map<string, Tally>, key: string, n: number, sum: number): void {
  const tally = tallies.get(key)
  if (tally === undefined) tallies.set(key, { n, sum })
  else {
    tally.n += n
    tally.sum += sum
  }
}

/**
 * Indirect standardisation within peer groups. A contact's expected value is its stratum's mean (queue x
 * reason x channel) among the agent's peers, the agent excluded; a stratum where peers have under 20 contacts
 * borrows from queue x channel, then the channel, then all. The expectation is then the same for every
 * contact of a cell, so sums per agent and stratum are all it takes. Agents without contacts are absent from
 * the answer; an agent without peers keeps its own mean.
 */
export function standardise(
  cells: readonly StratumSums[],
  peerGroupOf: (agentId: string) => string,
): Map<string, Standardised> {
  const groups = new Map<string, Map<string, Tally>>()
  const agents = new Map<
    string,
    { cells: { cell: StratumSums; levels: string[] }[]; own: Map<string, Tally> }
  >()
  for (const cell of cells) {
    if (!(cell.n > 0)) continue
    const groupId = peerGroupOf(cell.agentId)
    let group = groups.get(groupId)
    if (group === undefined) groups.set(groupId, (group = new Map()))
    let agent = agents.get(cell.agentId)
    if (agent === undefined) agents.set(cell.agentId, (agent = { cells: [], own: new Map() }))
    const levels = levelsOf(cell)
    agent.cells.push({ cell, levels })
    for (const key of levels) {
      addTo(group, key, cell.n, cell.sum)
      addTo(agent.own, key, cell.n, cell.sum)
    }
  }

  const result = new Map<string, Standardised>()
  for (const [agentId, agent] of agents) {
    const group = groups.get(peerGroupOf(agentId))!
    const total = agent.own.get('')!
    const peersAt = (key: string): Tally => {
      const all = group.get(key)!
      const own = agent.own.get(key)!
      return { n: all.n - own.n, sum: all.sum - own.sum }
    }
    const raw = total.sum / total.n
    const peers = peersAt('')
    const peerMean = peers.n > 0 ? peers.sum / peers.n : raw
    let expectedSum = 0
    let residualSquares = 0
    let borrowed = 0
    for (const { cell, levels } of agent.cells) {
      let expected = peerMean
      for (const [level, key] of levels.entries()) {
        const stratum = peersAt(key)
        if (stratum.n < FEWEST_CONTACTS_OF_A_STRATUM) continue
        expected = stratum.sum / stratum.n
        if (level > 0) borrowed += cell.n
        break
      }
      if (peers.n < FEWEST_CONTACTS_OF_A_STRATUM) borrowed += cell.n
      expectedSum += cell.n * expected
      // Spread within the cell, then the cell's own mean residual.
      const { withinSumOfSquares, mean } = momentsOf(cell)
      residualSquares += withinSumOfSquares + cell.n * ((mean ?? 0) - expected) ** 2
    }
    const meanResidual = raw - expectedSum / total.n
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
