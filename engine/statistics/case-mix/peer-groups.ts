/** How much of what an agent handles: the basis for saying who may be compared with whom. */
export interface AgentVolume {
  agentId: string
  channel: string
  queueId: string | null
  n: number
}

const SMALLEST_SHARE_THAT_COUNTS = 0.1
const FEWEST_AGENTS_OF_A_GROUP = 5

interface Group {
  channel: string
  queues: Set<string>
  agentIds: string[]
}

function profileOf(volumes: readonly AgentVolume[]): { channel: string; queues: Set<string> } {
  const total = volumes.reduce((sum, { n }) => sum + n, 0)
  const byChannel = new Map<string, number>()
  const byQueue = new Map<string, number>()
  for (const { channel, queueId, n } of volumes) {
    byChannel.set(channel, (byChannel.get(channel) ?? 0) + n)
    const queue = JSON.stringify([channel, queueId])
    byQueue.set(queue, (byQueue.get(queue) ?? 0) + n)
  }
  const [channel] = [...byChannel].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0] ?? ['']
  const queues = [...byQueue]
    .filter(([, n]) => n >= SMALLEST_SHARE_THAT_COUNTS * total)
    .map(([queue]) => queue)
  return { channel, queues: new Set(queues) }
}

/** Shared queues as a share of all queues of both (Jaccard 1912). */
function likeness(a: Set<string>, b: Set<string>): number {
  let shared = 0
  for (const queue of a) if (b.has(queue)) shared++
  return shared === 0 ? 0 : shared / (a.size + b.size - shared)
}

/**
 * Peer groups: agents with the same main channel and the same queues (each at least a tenth of their
 * contacts). A group under five joins the group of the same channel it shares most queues with, as long as it
 * shares one. Volumes in any order, several per agent; answers a group id per agent, the same for the same
 * input in any order.
 */
export function peerGroups(volumes: readonly AgentVolume[]): Map<string, string> {
  const byAgent = Map.groupBy(
    volumes.filter(({ n }) => n > 0),
    ({ agentId }) => agentId,
  )
  const groups = new Map<string, Group>()
  for (const [agentId, own] of [...byAgent].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const { channel, queues } = profileOf(own)
    const key = JSON.stringify([channel, ...[...queues].toSorted()])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { channel, queues, agentIds: [agentId] })
    else group.agentIds.push(agentId)
  }
  const bySize = [...groups].toSorted(
    ([a, g], [b, h]) => g.agentIds.length - h.agentIds.length || (a < b ? -1 : 1),
  )
  for (const [key, group] of bySize) {
    if (group.agentIds.length >= FEWEST_AGENTS_OF_A_GROUP) continue
    let best: { key: string; likeness: number; size: number } | null = null
    for (const [otherKey, other] of groups) {
      if (otherKey === key || other.channel !== group.channel) continue
      const candidate = {
        key: otherKey,
        likeness: likeness(group.queues, other.queues),
        size: other.agentIds.length,
      }
      if (candidate.likeness === 0) continue
      const isBetter =
        best === null ||
        candidate.likeness > best.likeness ||
        (candidate.likeness === best.likeness &&
          (candidate.size > best.size || (candidate.size === best.size && candidate.key < best.key)))
      if (isBetter) best = candidate
    }
    if (best === null) continue
    groups.get(best.key)!.agentIds.push(...group.agentIds)
    groups.delete(key)
  }
  const groupOf = new Map<string, string>()
  for (const [key, { agentIds }] of groups) for (const agentId of agentIds) groupOf.set(agentId, key)
  return groupOf
}
