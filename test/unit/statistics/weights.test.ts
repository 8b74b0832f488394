import { describe, expect, it } from 'vitest'
import {
  addContact,
  emptyPairedSums,
  estimateWeights,
  mergePairedSums,
  questionPrior,
  type WeighedDriver,
  type WeightCell,
} from '../../../engine/statistics/index.ts'
import { clusteredMeat } from '../../../engine/statistics/weights/clustered-meat.ts'
import { randomFrom } from '../../bench/simulation/random.ts'

const barelyAnyPrior = { value: 0, sd: 1e6 }

function aDriver(driverId: string, overrides: Partial<WeighedDriver> = {}): WeighedDriver {
  return {
    driverId,
    direction: 1,
    prior: barelyAnyPrior,
    smallestWorthActing: 0.01,
    pinned: null,
    ...overrides,
  }
}

interface Contact {
  agentId: string
  queueId: string
  drivers: (number | null)[]
  outcome: number
}

function cellsOf(contacts: readonly Contact[]): WeightCell[] {
  const groups = Map.groupBy(contacts, ({ agentId, queueId }) => `${agentId}|${queueId}`)
  return [...groups.values()].map((own) => {
    const sums = emptyPairedSums(own[0]!.drivers.length)
    for (const { drivers, outcome } of own) addContact(sums, drivers, outcome)
    return { agentId: own[0]!.agentId, queueId: own[0]!.queueId, sums }
  })
}

/** Contacts with a true effect per driver, agents and queues with levels of their own that confound the raw relation. */
function contactsWith(
  effects: readonly number[],
  agents: number,
  perAgent: number,
  seed: number,
  noise = 0.1,
) {
  const random = randomFrom(seed)
  const contacts: Contact[] = []
  for (let a = 0; a < agents; a++) {
    const level = random.normal(0, 0.5)
    for (let i = 0; i < perAgent; i++) {
      const queue = i % 2
      // A good agent (high level) who does little of it: between agents the sign is wrong.
      const shared = random.normal()
      const drivers = effects.map(() => 0.6 * shared + random.normal() - level - queue)
      const outcome =
        level + queue * 2 + drivers.reduce((sum, x, j) => sum + x * effects[j]!, 0) + random.normal(0, noise)
      contacts.push({ agentId: `a${a}`, queueId: `q${queue}`, drivers, outcome })
    }
  }
  return contacts
}

describe('weights of drivers', () => {
  it('recovers correlated effects within agents and queues where the raw relation has the wrong sign', () => {
    const contacts = contactsWith([0.2, 0, 0.1], 20, 40, 1)
    const weights = estimateWeights({
      drivers: ['a', 'b', 'c'].map((id) => aDriver(id)),
      cells: cellsOf(contacts),
      agentMeans: () => [],
    })
    ;[0.2, 0, 0.1].forEach((truth, j) => expect(Math.abs(weights[j]!.value - truth)).toBeLessThan(0.015))
    expect(weights.map(({ basis }) => basis)).toEqual(['within', 'within', 'within'])
    expect(weights[0]).toMatchObject({ link: 'measured', pairedContacts: 800, agents: 20 })
    expect(weights[1]!.low).toBeLessThan(0)
    expect(weights[1]!.high).toBeGreaterThan(0)
  })

  it('counts less as better where a driver points down', () => {
    const contacts = contactsWith([-0.2], 12, 40, 2)
    const [up] = estimateWeights({
      drivers: [aDriver('hold')],
      cells: cellsOf(contacts),
      agentMeans: () => [],
    })
    const [down] = estimateWeights({
      drivers: [aDriver('hold', { direction: -1 })],
      cells: cellsOf(contacts),
      agentMeans: () => [],
    })
    expect(down!.value).toBeCloseTo(0.2, 1)
    expect(down!.value).toBeCloseTo(-up!.value, 9)
    expect(up!.link).toBe('none')
  })

  it('is the same from weekly sums as from one', () => {
    const contacts = contactsWith([0.2, 0.1], 12, 30, 3)
    const drivers = [aDriver('a'), aDriver('b')]
    const weekly = [0, 1, 2].flatMap((week) => cellsOf(contacts.filter((_, i) => i % 3 === week)))
    const whole = estimateWeights({ drivers, cells: cellsOf(contacts), agentMeans: () => [] })
    const byWeek = estimateWeights({ drivers, cells: weekly, agentMeans: () => [] })
    byWeek.forEach((weight, j) => {
      expect(weight.value).toBeCloseTo(whole[j]!.value, 9)
      expect(weight.low).toBeCloseTo(whole[j]!.low, 9)
    })
  })

  it('adds sums of the same variables', () => {
    const [first, second, both] = [emptyPairedSums(1), emptyPairedSums(1), emptyPairedSums(1)]
    addContact(first, [1], 0.5)
    addContact(second, [null], 1)
    addContact(both, [1], 0.5)
    addContact(both, [null], 1)
    mergePairedSums(first, second)
    expect(first).toEqual(both)
    // The outcome is known twice, the driver and the pair once.
    expect([...both.counts]).toEqual([1, 1, 1, 2])
  })

  it("is the precision-weighted mean of prior and data: (X'X/s2 + 1/s0^2)^-1 (X'y/s2 + w0/s0^2)", () => {
    const contacts = contactsWith([0.3], 15, 20, 4, 1)
    const cells = cellsOf(contacts)
    const [flat] = estimateWeights({ drivers: [aDriver('a')], cells, agentMeans: () => [] })
    const [pulled] = estimateWeights({
      drivers: [aDriver('a', { prior: { value: 0.05, sd: 0.02 } })],
      cells,
      agentMeans: () => [],
    })
    // Demean by hand, agent by agent and queue by queue.
    let xx = 0
    let xy = 0
    let yy = 0
    for (const own of Map.groupBy(contacts, ({ agentId, queueId }) => agentId + queueId).values()) {
      const mx = own.reduce((sum, { drivers }) => sum + drivers[0]!, 0) / own.length
      const my = own.reduce((sum, { outcome }) => sum + outcome, 0) / own.length
      for (const { drivers, outcome } of own) {
        xx += (drivers[0]! - mx) ** 2
        xy += (drivers[0]! - mx) * (outcome - my)
        yy += (outcome - my) ** 2
      }
    }
    expect(flat!.value).toBeCloseTo(xy / xx, 9)
    const w = pulled!.value
    const variance = (yy - 2 * w * xy + w * w * xx) / (300 - 30 - 1)
    const expected = (xy / variance + 0.05 / 0.02 ** 2) / (xx / variance + 1 / 0.02 ** 2)
    expect(w).toBeCloseTo(expected, 5)
    expect(w).toBeGreaterThan(0.05)
    expect(w).toBeLessThan(flat!.value)
  })

  it('has the CR1 interval with t(G - 1) where the prior is flat', () => {
    const contacts = contactsWith([0.3], 10, 12, 5, 1)
    const [weight] = estimateWeights({
      drivers: [aDriver('a')],
      cells: cellsOf(contacts),
      agentMeans: () => [],
    })
    let xx = 0
    const scores = new Map<string, number>()
    for (const own of Map.groupBy(contacts, ({ agentId, queueId }) => agentId + queueId).values()) {
      const mx = own.reduce((sum, { drivers }) => sum + drivers[0]!, 0) / own.length
      const my = own.reduce((sum, { outcome }) => sum + outcome, 0) / own.length
      for (const { agentId, drivers, outcome } of own) {
        const x = drivers[0]! - mx
        xx += x * x
        scores.set(agentId, (scores.get(agentId) ?? 0) + x * (outcome - my - weight!.value * x))
      }
    }
    const meat = [...scores.values()].reduce((sum, score) => sum + score * score, 0)
    const error = Math.sqrt(((10 / 9) * (119 / 119) * meat) / xx ** 2)
    // t of 9 degrees of freedom at 0.975 is 2.262.
    expect(weight!.high - weight!.value).toBeCloseTo(2.2622 * error, 4)
  })

  it('stays on the prior under ten agents, where nothing varies, and says so', () => {
    const prior = questionPrior(1)
    expect(prior).toEqual({ value: 0.08, sd: 0.08 })
    const [few] = estimateWeights({
      drivers: [aDriver('a', { prior })],
      cells: cellsOf(contactsWith([0.3], 9, 50, 6)),
      agentMeans: () => [],
    })
    expect(few).toMatchObject({ value: 0.08, basis: 'prior', link: 'too-few-to-tell', agents: 9 })
    const constant = contactsWith([0.3, 0.3], 12, 30, 7).map((contact) => ({
      ...contact,
      drivers: [contact.drivers[0]!, 1],
    }))
    const [varying, still] = estimateWeights({
      drivers: [aDriver('a', { prior }), aDriver('b', { prior })],
      cells: cellsOf(constant),
      agentMeans: () => [],
    })
    expect(varying!.basis).toBe('within')
    expect(still).toMatchObject({ value: 0.08, basis: 'prior' })
    expect(
      estimateWeights({ drivers: [aDriver('a', { prior })], cells: [], agentMeans: () => [] })[0]!.basis,
    ).toBe('prior')
  })

  it('says "none" only when the upper bound is under the smallest weight worth acting on', () => {
    const cells = cellsOf(contactsWith([0], 30, 60, 8, 0.1))
    const strict = aDriver('a', { smallestWorthActing: 0.05 })
    const lenient = aDriver('a', { smallestWorthActing: 0 })
    expect(estimateWeights({ drivers: [strict], cells, agentMeans: () => [] })[0]!.link).toBe('none')
    expect(estimateWeights({ drivers: [lenient], cells, agentMeans: () => [] })[0]!.link).toBe(
      'too-few-to-tell',
    )
  })

  it('lets the supervisor pin a weight', () => {
    const [weight] = estimateWeights({
      drivers: [aDriver('a', { pinned: 0.5 })],
      cells: cellsOf(contactsWith([0.1], 12, 30, 9)),
      agentMeans: () => [],
    })
    expect(weight).toMatchObject({ value: 0.5, low: 0.5, high: 0.5, basis: 'pinned', link: 'measured' })
  })

  it('adds what lies between agents under 200 paired contacts, and only there', () => {
    const drivers = [aDriver('a', { prior: { value: 0, sd: 1 } })]
    const agentMeans = Array.from({ length: 20 }, (_, i) => ({ drivers: [i / 10], outcome: (i / 10) * 0.4 }))
    const few = cellsOf(contactsWith([0.1], 12, 8, 10, 2))
    const [within] = estimateWeights({ drivers, cells: few, agentMeans: () => [] })
    const [both] = estimateWeights({ drivers, cells: few, agentMeans: () => agentMeans })
    expect(within!.basis).toBe('within')
    expect(both!.basis).toBe('within+between')
    expect(Math.abs(both!.value - 0.4)).toBeLessThan(Math.abs(within!.value - 0.4))
    const many = cellsOf(contactsWith([0.1], 12, 20, 10, 2))
    expect(estimateWeights({ drivers, cells: many, agentMeans: () => agentMeans })[0]!.basis).toBe('within')
  })

  it('uses contacts on which some questions did not apply', () => {
    const contacts = contactsWith([0.2, 0.1], 20, 60, 11).map((contact, i) => ({
      ...contact,
      drivers: [contact.drivers[0]!, i % 3 === 0 ? null : contact.drivers[1]!],
    }))
    const weights = estimateWeights({
      drivers: [aDriver('a'), aDriver('b')],
      cells: cellsOf(contacts),
      agentMeans: () => [],
    })
    expect(weights[0]!.value).toBeCloseTo(0.2, 1)
    expect(weights[1]!.value).toBeCloseTo(0.1, 1)
    expect(weights[0]!.pairedContacts).toBe(1200)
  })
})

describe('cluster-robust variance', () => {
  // One regressor through the origin, x = 1, 1, 2, 2, 3, 3 in clusters (1,1) (2,2) (3,3), residuals 1, 1, -1, 0, 0, -1/3:
  // scores x'e per cluster are 2, -2, -1 less their mean -1/3, so squares sum to 8.666...; G/(G-1) x (N-1)/(N-K) = 3/2 x 5/5.
  it('weighs the squared cluster scores by CR1, worked by hand', () => {
    const meat = clusteredMeat([Float64Array.of(2), Float64Array.of(-2), Float64Array.of(-1)], 6, 1)
    expect(meat[0]).toBeCloseTo(1.5 * (4 + 4 + 1 - 3 / 9), 12)
  })

  it('is HC1, N/(N-K) times the squared scores, where every contact is its own cluster', () => {
    // Scores that sum to 0, as least squares leaves them.
    const scores = [1, -2, 3, -2].map((score) => Float64Array.of(score))
    expect(clusteredMeat(scores, 4, 1)[0]).toBeCloseTo((4 / 3) * (1 + 4 + 9 + 4), 12)
  })
})
