import { describe, expect, it } from 'vitest'
import { peerGroups, standardise, type StratumSums } from '../../../engine/statistics/index.ts'

const sameGroup = () => 'all'

/** Contacts that all have the same value, in one stratum. */
function contacts(agentId: string, queueId: string, n: number, value: number, reason: string | null = null) {
  return { agentId, queueId, reason, channel: 'voice', n, sum: n * value, sumOfSquares: n * value * value }
}

describe('indirect standardisation', () => {
  it('does not blame the agent who takes the hard queue', () => {
    // On each queue everyone does exactly alike: 0.9 on the easy one, 0.5 on the hard one.
    const cells: StratumSums[] = ['ann', 'bob', 'cleo', 'dan'].flatMap((agentId, i) => [
      contacts(agentId, 'easy', i === 0 ? 5 : 95, 0.9),
      contacts(agentId, 'hard', i === 0 ? 95 : 25, 0.5),
    ])
    const byAgent = standardise(cells, sameGroup)
    const ann = byAgent.get('ann')!
    const bob = byAgent.get('bob')!
    expect(ann.raw).toBeCloseTo(0.52, 10)
    expect(ann.expected).toBeCloseTo(0.52, 10)
    expect(ann.adjusted).toBeCloseTo(ann.peerMean, 10)
    expect(bob.adjusted).toBeCloseTo(bob.peerMean, 10)
  })

  it('gives people who do alike on every stratum one and the same value, however they share the work', () => {
    const cells = [10, 40, 60, 90, 100].flatMap((hard, i) => [
      contacts(`agent-${i}`, 'easy', 120 - hard, 0.9),
      contacts(`agent-${i}`, 'hard', hard, 0.5),
    ])
    // 300 of the group's 600 contacts are hard.
    for (const { adjusted } of standardise(cells, sameGroup).values()) expect(adjusted).toBeCloseTo(0.7, 10)
  })

  it('adds back what peers would have on the mix of the whole group, thin strata at their wider level', () => {
    const cells = [
      contacts('ann', 'a', 30, 0.3, 'x'),
      contacts('ann', 'a', 10, 0.1, 'y'),
      contacts('ann', 'b', 10, 0.9, 'x'),
      contacts('bob', 'a', 40, 0.4, 'x'),
      contacts('bob', 'a', 15, 0.8, 'y'),
      contacts('cleo', 'b', 30, 0.6, 'x'),
      contacts('cleo', 'b', 5, 0.2, 'z'),
    ]
    // Without Ann: a-x 0.4, b-x 0.6; a-y (15 contacts) borrows from a, b-z (5) from b.
    const a = (40 * 0.4 + 15 * 0.8) / 55
    const b = (30 * 0.6 + 5 * 0.2) / 35
    const ann = standardise(cells, sameGroup).get('ann')!
    expect(ann.peerMean).toBeCloseTo((70 * 0.4 + 25 * a + 40 * 0.6 + 5 * b) / 140, 12)
    expect(ann.expected).toBeCloseTo((30 * 0.4 + 10 * a + 10 * 0.6) / 50, 12)
    expect(ann.adjusted).toBeCloseTo((9 + 1 + 9) / 50 - ann.expected + ann.peerMean, 12)
  })

  it('leaves the agent out of its own expectation, so that with one stratum adjusted is raw', () => {
    const cells = [
      contacts('ann', 'q', 1000, 0.2),
      contacts('bob', 'q', 30, 0.8),
      contacts('cleo', 'q', 30, 0.6),
    ]
    const ann = standardise(cells, sameGroup).get('ann')!
    expect(ann).toMatchObject({ n: 1000, raw: 0.2, expected: 0.7, peerMean: 0.7, borrowedShare: 0 })
    expect(ann.adjusted).toBeCloseTo(0.2, 12)
  })

  it('borrows from the queue where peers have under 20 contacts with a reason, and uses the reason from 20 on', () => {
    const cellsWith = (peersOnReason: number) => [
      contacts('ann', 'q', 10, 0.5, 'refund'),
      contacts('bob', 'q', peersOnReason, 0.4, 'refund'),
      contacts('bob', 'q', 100, 0.8, 'order'),
    ]
    const under = standardise(cellsWith(19), sameGroup).get('ann')!
    expect(under.expected).toBeCloseTo((19 * 0.4 + 100 * 0.8) / 119, 12)
    expect(under.borrowedShare).toBe(1)
    const enough = standardise(cellsWith(20), sameGroup).get('ann')!
    expect(enough.expected).toBeCloseTo(0.4, 12)
    expect(enough.borrowedShare).toBe(0)
  })

  it('borrows from the channel, then from all, where a queue is known to nobody else', () => {
    const chat = { ...contacts('bob', 'x', 50, 0.9), channel: 'chat' }
    const [ann] = standardise(
      [contacts('ann', 'own', 10, 0.5), contacts('bob', 'q', 40, 0.6), chat],
      sameGroup,
    ).values()
    expect(ann!.expected).toBeCloseTo(0.6, 12)
    const [cleo] = standardise(
      [contacts('cleo', 'own', 10, 0.5), contacts('bob', 'q', 10, 0.6), chat],
      sameGroup,
    ).values()
    expect(cleo!.expected).toBeCloseTo((10 * 0.6 + 50 * 0.9) / 60, 12)
  })

  it('expects of agents only what their own peer group does', () => {
    const cells = [
      contacts('ann', 'q', 50, 0.5),
      contacts('bob', 'q', 50, 0.7),
      contacts('far', 'q', 50, 0.1),
    ]
    const byAgent = standardise(cells, (agentId) => (agentId === 'far' ? 'others' : 'us'))
    expect(byAgent.get('ann')!.expected).toBeCloseTo(0.7, 12)
    expect(byAgent.get('far')!).toMatchObject({ expected: 0.1, adjusted: 0.1, peerMean: 0.1 })
  })

  it('counts as noise what case mix leaves: spread within strata and about their own level', () => {
    // Peers: 0 on a, 1 on b. Ann: 0.5 with spread on both, so residuals +0.5 on a and -0.5 on b.
    const spread = (queueId: string) => ({
      ...contacts('ann', queueId, 4, 0.5),
      sumOfSquares: 4 * 0.25 + 0.08,
    })
    const cells = [spread('a'), spread('b'), contacts('bob', 'a', 20, 0), contacts('bob', 'b', 20, 1)]
    const ann = standardise(cells, sameGroup).get('ann')!
    expect(ann.withinSumOfSquares).toBeCloseTo(2 * 0.08 + 8 * 0.25, 10)
  })

  it('answers nothing for nothing', () => {
    expect(standardise([], sameGroup).size).toBe(0)
    expect(standardise([contacts('ann', 'q', 0, 0)], sameGroup).size).toBe(0)
  })
})

describe('peer groups', () => {
  const agent = (agentId: string, queues: Record<string, number>, channel = 'voice') =>
    Object.entries(queues).map(([queueId, n]) => ({ agentId, channel, queueId, n }))

  it('are agents of one channel with the same queues, where a tenth of the contacts makes a queue', () => {
    const groups = peerGroups([
      ...[1, 2, 3, 4, 5].flatMap((i) => agent(`a${i}`, { billing: 95, orders: 5 })),
      ...[1, 2, 3, 4, 5].flatMap((i) => agent(`b${i}`, { billing: 50, orders: 50 })),
      ...[1, 2, 3, 4, 5].flatMap((i) => agent(`c${i}`, { billing: 100 }, 'chat')),
    ])
    expect(new Set(groups.values()).size).toBe(3)
    expect(groups.get('a1')).toBe(groups.get('a5'))
    expect(groups.get('a1')).not.toBe(groups.get('b1'))
    expect(groups.get('a1')).not.toBe(groups.get('c1'))
  })

  it('lets a handful join those it shares most queues with, and nobody it shares none with', () => {
    const groups = peerGroups([
      ...[1, 2, 3, 4, 5].flatMap((i) => agent(`a${i}`, { billing: 50, orders: 50 })),
      ...[1, 2, 3, 4, 5].flatMap((i) => agent(`b${i}`, { technical: 100 })),
      ...agent('few', { billing: 40, orders: 40, technical: 20 }),
      ...agent('alone', { vip: 10 }),
    ])
    expect(groups.get('few')).toBe(groups.get('a1'))
    expect([...groups.values()].filter((id) => id === groups.get('alone'))).toHaveLength(1)
  })

  it('are the same whatever the order', () => {
    const volumes = [1, 2, 3, 4, 5, 6, 7].flatMap((i) =>
      agent(`a${i}`, { billing: 10 * i, orders: 70 - 10 * i }),
    )
    expect(peerGroups(volumes.toReversed())).toEqual(peerGroups(volumes))
  })
})
