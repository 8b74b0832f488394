import { describe, expect, it } from 'vitest'
import { assess, type AgentInput, type AgentSample } from '../../../engine/coaching/assessment/index.ts'
import { aDriver, anAgent, anInput, aSample, ids, someFacts } from './builders.ts'

const wobble = (i: number) => 0.01 * ((i % 5) - 2)

/** Teams of eight at the given levels, all in one peer group. */
function teamsAt(levels: Record<string, number>, exceptions: Record<string, number> = {}) {
  const agents: AgentInput[] = []
  const samples: AgentSample[] = []
  for (const [teamId, level] of Object.entries(levels)) {
    ids(8, `${teamId}-`).forEach((id, i) => {
      agents.push(anAgent(id, { teamId }))
      samples.push(aSample(id, exceptions[id] ?? level + wobble(i)))
    })
  }
  return { agents, samples }
}

describe('a problem of the team', () => {
  it('is found, named with its figures, and not put on its people', () => {
    const { agents, samples } = teamsAt({ north: 0.8, south: 0.8, west: 0.5 })
    const result = assess(anInput(agents, [aDriver(samples)]))
    expect(result.systemic).toHaveLength(1)
    const [finding] = result.systemic
    expect(finding).toMatchObject({
      driverId: 'question:greeting',
      group: { kind: 'team', id: 'west' },
      reason: 'worse-than-the-rest',
      agentCount: 8,
      restCount: 16,
      isRestComparable: true,
      shareMissing: null,
    })
    expect(finding!.difference).toBeCloseTo(0.3, 2)
    expect(finding!.pValue).toBeLessThan(0.001)
    const west = result.agents.filter(({ agentId }) => agentId.startsWith('west'))
    expect(west.flatMap(({ drivers }) => drivers.map(({ status }) => status))).toEqual(
      Array(8).fill('systemic'),
    )
    expect(west.every(({ actions, state }) => actions.length === 0 && state === 'on-track')).toBe(true)
    expect(west[0]!.drivers[0]!.benchmarkBasis).toBe('group')
  })

  it('is still personal for who is far below their own team', () => {
    const { agents, samples } = teamsAt({ north: 0.8, south: 0.8, west: 0.6 }, { 'west-3': 0.2 })
    const result = assess(anInput(agents, [aDriver(samples)]))
    expect(result.systemic.map(({ group }) => group.id)).toEqual(['west'])
    const statusOf = (id: string) => result.agents.find(({ agentId }) => agentId === id)!.drivers[0]!
    expect(statusOf('west-3')).toMatchObject({ status: 'proposed', benchmarkBasis: 'group' })
    expect(statusOf('west-3').benchmark).toBeLessThan(0.6)
    expect(statusOf('west-0').status).toBe('systemic')
  })

  it('needs four agents, a difference above delta and a rest to compare with', () => {
    const small = teamsAt({ north: 0.8, south: 0.8, west: 0.5 })
    const three = (id: string) => !id.startsWith('west') || Number(id.at(-1)) < 3
    const input = anInput(
      small.agents.filter(({ agentId }) => three(agentId)),
      [aDriver(small.samples.filter(({ agentId }) => three(agentId)))],
    )
    expect(assess(input).systemic).toEqual([])
    const near = teamsAt({ north: 0.8, south: 0.8, west: 0.77 })
    expect(assess(anInput(near.agents, [aDriver(near.samples)])).systemic).toEqual([])
    const alone = teamsAt({ west: 0.5 })
    expect(assess(anInput(alone.agents, [aDriver(alone.samples)])).systemic).toEqual([])
  })

  it('says where only people on other work could be compared', () => {
    const { agents, samples } = teamsAt({ north: 0.8, west: 0.5 })
    const apart = agents.map((agent) => ({ ...agent, peerGroupId: agent.teamId! }))
    expect(assess(anInput(apart, [aDriver(samples)])).systemic[0]).toMatchObject({
      group: { kind: 'team', id: 'west' },
      isRestComparable: false,
    })
  })

  it('leaves a team alone on its work to the test of queues where they are known', () => {
    const { agents, samples } = teamsAt({ north: 0.8, west: 0.5 })
    const apart = agents.map((agent) => ({ ...agent, peerGroupId: agent.teamId! }))
    const queueSamples = samples.map(({ agentId, n, adjusted, withinSumOfSquares }) => ({
      agentId,
      queueId: agentId.split('-')[0]!,
      n,
      value: adjusted,
      withinSumOfSquares,
    }))
    const { systemic } = assess(anInput(apart, [aDriver(samples, { queueSamples })]))
    expect(systemic.map(({ group }) => group)).toEqual([{ kind: 'queue', id: 'west' }])
  })

  it('knows the direction of lower is better and of bands', () => {
    const lower = teamsAt({ north: 0.2, south: 0.2, west: 0.5 })
    const found = assess(
      anInput(lower.agents, [aDriver(lower.samples, { facts: someFacts({ polarity: 'lower' }) })]),
    )
    expect(found.systemic.map(({ group }) => group.id)).toEqual(['west'])
    const facts = someFacts({ polarity: { low: 0.1, high: 0.3 } })
    const band = assess(anInput(lower.agents, [aDriver(lower.samples, { facts })]))
    expect(band.systemic.map(({ group, difference }) => [group.id, Math.round(difference * 100)])).toEqual([
      ['west', 20],
    ])
    expect(band.agents.flatMap(({ actions }) => actions)).toEqual([])
  })

  it('judges a member of a team outside the band by how much further out they are', () => {
    const { agents, samples } = teamsAt(
      { north: 0.2, south: 0.2, west: 0.5 },
      { 'west-3': 0.95, 'west-4': 0.2 },
    )
    const facts = someFacts({ polarity: { low: 0.1, high: 0.3 } })
    const result = assess(anInput(agents, [aDriver(samples, { facts })]))
    const of = (id: string) => result.agents.find(({ agentId }) => agentId === id)!.drivers[0]!
    expect(of('west-3')).toMatchObject({ status: 'proposed', benchmarkBasis: 'group' })
    expect(of('west-3').benchmark).toBeCloseTo(0.52, 1)
    expect(of('west-0').status).toBe('systemic')
    expect(of('west-4')).toMatchObject({ status: 'on-track', benchmarkBasis: 'band' })
  })

  it('is seldom found where there is none', () => {
    // One driver in many draws of pure noise between agents: at most about one in ten.
    let findings = 0
    for (let seed = 0; seed < 40; seed++) {
      const { agents, samples } = teamsAt({ north: 0.8, south: 0.8, west: 0.8 })
      const noisy = samples.map((sample, i) => ({
        ...sample,
        adjusted: 0.8 + 0.1 * Math.sin(1000 * Math.sin(seed * 97 + i * 13)),
      }))
      findings += assess(anInput(agents, [aDriver(noisy, { facts: someFacts({ delta: 0.01 }) })])).systemic
        .length
    }
    expect(findings / 40).toBeLessThan(0.2)
  })
})

describe('a problem of the queue', () => {
  const agents = ids(8).map((id) => anAgent(id))
  const queueSamples = ids(8).flatMap((agentId, i) => [
    { agentId, queueId: 'hard', n: i < 4 ? 30 : 10, value: 0.4 + wobble(i), withinSumOfSquares: 0.3 },
    { agentId, queueId: 'easy', n: i < 4 ? 10 : 30, value: 0.8 + wobble(i), withinSumOfSquares: 0.3 },
  ])

  it('is found where agents do worse on one queue than on their others, with one team too', () => {
    const samples = ids(8).map((id, i) => aSample(id, 0.6 + wobble(i)))
    const { systemic } = assess(anInput(agents, [aDriver(samples, { queueSamples })]))
    expect(systemic).toHaveLength(1)
    expect(systemic[0]).toMatchObject({ group: { kind: 'queue', id: 'hard' }, agentCount: 8, restCount: 8 })
    expect(systemic[0]!.difference).toBeCloseTo(0.4, 6)
    expect(systemic[0]!.memberIds).toEqual(['a0', 'a1', 'a2', 'a3'])
  })

  it('is not looked for where there is one queue', () => {
    const samples = ids(8).map((id, i) => aSample(id, 0.6 + wobble(i)))
    const one = queueSamples.filter(({ queueId }) => queueId === 'hard')
    expect(assess(anInput(agents, [aDriver(samples, { queueSamples: one })])).systemic).toEqual([])
  })
})

describe('a target that most miss', () => {
  const team = (values: number[]) => {
    const agents = values.map((_, i) => anAgent(`a${i}`))
    const samples = values.map((value, i) => aSample(`a${i}`, value))
    return assess(anInput(agents, [aDriver(samples, { facts: someFacts({ target: 0.9 }) })]))
  }

  it('belongs to the process from 70% of agents on', () => {
    const result = team([0.6, 0.61, 0.6, 0.59, 0.6, 0.61, 0.6, 0.95, 0.96, 0.95])
    expect(result.systemic).toHaveLength(1)
    expect(result.systemic[0]).toMatchObject({
      group: { kind: 'everyone', id: 'all' },
      reason: 'target-missed-by-most',
      agentCount: 10,
      comparedWith: 0.9,
      shareMissing: 0.7,
      pValue: null,
    })
    expect(result.agents.flatMap(({ actions }) => actions)).toEqual([])
  })

  it('belongs to the people under it', () => {
    const result = team([0.6, 0.61, 0.6, 0.59, 0.6, 0.61, 0.95, 0.95, 0.96, 0.95])
    expect(result.systemic).toEqual([])
    expect(result.agents.filter(({ actions }) => actions.length === 1)).toHaveLength(6)
  })
})
