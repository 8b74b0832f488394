import { describe, expect, it } from 'vitest'
import { assess } from '../../../engine/coaching/assessment/index.ts'
import { aDriver, anAgent, anInput, aSample, aWeight, ids, someFacts } from './builders.ts'

/** "low" is far under nine peers on every driver; weights as given. */
function severalGaps(weights: number[], agentOverrides: Parameters<typeof anAgent>[1] = {}) {
  const others = ids(9)
  return anInput(
    [...others.map((id) => anAgent(id)), anAgent('low', agentOverrides)],
    weights.map((value, j) =>
      aDriver([...others.map((id, i) => aSample(id, 0.8 + 0.002 * i)), aSample('low', 0.4)], {
        facts: someFacts({ driverId: `driver-${j}` }),
        weight: aWeight({ value, high: value * 1.5 }),
      }),
    ),
  )
}

const lowOf = (input: ReturnType<typeof anInput>) =>
  assess(input).agents.find(({ agentId }) => agentId === 'low')!

describe('actions', () => {
  it('are at most three, best first, with everything else one click away', () => {
    const low = lowOf(severalGaps([0.05, 0.4, 0.1, 0.2]))
    expect(low.actions.map(({ driverId }) => driverId)).toEqual(['driver-1', 'driver-3', 'driver-2'])
    expect(low.drivers.map(({ driverId }) => driverId)).toEqual([
      'driver-1',
      'driver-3',
      'driver-2',
      'driver-0',
    ])
    expect(low.state).toBe('actions')
  })

  it('within 10% of each other are ties, and say so on both sides', () => {
    const low = lowOf(severalGaps([0.1, 0.095, 0.2]))
    expect(low.drivers.map(({ driverId, tiedWith }) => [driverId, tiedWith])).toEqual([
      ['driver-2', []],
      ['driver-0', ['driver-1']],
      ['driver-1', ['driver-0']],
    ])
  })

  it('are not needed: on track is a state', () => {
    const input = anInput(
      ids(9).map((id) => anAgent(id)),
      [aDriver(ids(9).map((id) => aSample(id, 0.8)))],
    )
    const { agents, systemic } = assess(input)
    expect(systemic).toEqual([])
    expect(agents.map(({ state, priority, actions }) => [state, priority, actions])).toEqual(
      agents.map(() => ['on-track', 0, []]),
    )
  })
})

describe('the team list', () => {
  it('adds a quarter for who was not coached for 28 days, and says so', () => {
    const session = (daysSince: number, isSessionOpen = false) => ({
      coaching: [{ driverId: 'something-else', daysSince, isSessionOpen }],
    })
    const never = lowOf(severalGaps([0.1]))
    const long = lowOf(severalGaps([0.1], session(28)))
    const lately = lowOf(severalGaps([0.1], session(27)))
    const open = lowOf(severalGaps([0.1], session(90, true)))
    expect([never, long, lately, open].map((agent) => agent.isNotCoachedFor28Days)).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(lately.priority).toBeCloseTo(lately.actions[0]!.priority, 12)
    expect(long.priority).toBeCloseTo(1.25 * lately.priority, 12)
    expect(open.priority).toBeCloseTo(lately.priority, 12)
  })

  it('puts who must be addressed first, whatever the priorities, newest failure first', () => {
    const failure = (evaluationId: string, occurredAt: number) => ({
      driverId: 'question:disclosure',
      evaluationId,
      occurredAt,
    })
    const input = severalGaps([0.1])
    const agents = input.agents.map((agent) =>
      agent.agentId === 'a3' ? { ...agent, criticalFailures: [failure('e1', 1), failure('e2', 2)] } : agent,
    )
    const ranked = assess({ ...input, agents }).agents
    expect(ranked.slice(0, 2).map(({ agentId, state }) => [agentId, state])).toEqual([
      ['a3', 'must-address'],
      ['low', 'actions'],
    ])
    expect(ranked[0]!.mustAddress.map(({ evaluationId }) => evaluationId)).toEqual(['e2', 'e1'])
  })

  it('keeps agents without any data, as not enough evidence', () => {
    const input = severalGaps([0.1])
    const { agents } = assess({ ...input, agents: [...input.agents, anAgent('new')] })
    expect(agents.find(({ agentId }) => agentId === 'new')).toEqual({
      agentId: 'new',
      state: 'not-enough-evidence',
      priority: 0,
      isNotCoachedFor28Days: true,
      mustAddress: [],
      actions: [],
      drivers: [],
      strengths: [],
      notEnoughEvidence: [],
    })
  })

  it('does not depend on the order of the input', () => {
    const input = severalGaps([0.1, 0.3, 0.2])
    const reversed = {
      ...input,
      agents: input.agents.toReversed(),
      drivers: input.drivers.toReversed(),
    }
    const order = (given: typeof input) =>
      assess(given).agents.map(({ agentId, drivers }) => [agentId, drivers.map(({ driverId }) => driverId)])
    expect(order(reversed)).toEqual(order(input))
  })

  it('is empty for nothing', () => {
    expect(assess(anInput([], []))).toEqual({ agents: [], systemic: [] })
    expect(assess(anInput([], [aDriver([aSample('ghost', 0.5)])]))).toEqual({ agents: [], systemic: [] })
  })
})
