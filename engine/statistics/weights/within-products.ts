import {
  centredProducts,
  contactCount,
  emptyPairedSums,
  mergePairedSums,
  type PairedSums,
} from './paired-sums.ts'

/**
 * Sums of one agent in one queue; several of one queue (its weeks, say) are taken together before means are.
 */
export interface WeightCell {
  agentId: string
  queueId: string | null
  sums: PairedSums
}

/** Products of deviations from each agent's own mean in each queue, signed so that more is better. */
export interface WithinProducts {
  /** Over all agents; size x size with the outcome last. */
  products: Float64Array
  byAgent: Map<string, Float64Array>
  contacts: number
  /** Contacts less one mean per agent and queue. */
  degreesOfFreedom: number
}

function merged(cells: readonly WeightCell[]): { agentId: string; sums: PairedSums }[] {
  const groups = Map.groupBy(cells, ({ agentId, queueId }) => JSON.stringify([agentId, queueId]))
  return [...groups.values()].map((own) => {
    const first = own[0]!
    if (own.length === 1) return first
    const sums = emptyPairedSums(first.sums.size - 1)
    for (const cell of own) mergePairedSums(sums, cell.sums)
    return { agentId: first.agentId, sums }
  })
}

/**
 * Demeans within agents and queues; `directions` has 1 or -1 per driver. A group of one contact says nothing.
 */
export function withinProducts(
  cells: readonly WeightCell[],
  directions: readonly (1 | -1)[],
): WithinProducts {
  const signs = [...directions, 1]
  const size = signs.length
  const products = new Float64Array(size * size)
  const byAgent = new Map<string, Float64Array>()
  let contacts = 0
  let degreesOfFreedom = 0
  for (const { agentId, sums } of merged(cells)) {
    const n = contactCount(sums)
    if (!(n > 1)) continue
    contacts += n
    degreesOfFreedom += n - 1
    const centred = centredProducts(sums)
    let own = byAgent.get(agentId)
    if (own === undefined) byAgent.set(agentId, (own = new Float64Array(size * size)))
    for (let at = 0; at < centred.length; at++) {
      const value = centred[at]! * signs[Math.floor(at / size)]! * signs[at % size]!
      own[at]! += value
      products[at]! += value
    }
  }
  return { products, byAgent, contacts, degreesOfFreedom }
}
