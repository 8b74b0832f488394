import { describe, expect, it } from 'vitest'
import { assess } from '../../../engine/coaching/assessment/index.ts'
import { aDriver, anAgent, anInput, aSample, ids, someFacts } from './builders.ts'

const automated = 'auto:greeting'
const reviewed = 'question:7'

/** "low" is low by automation; reviewers saw the given mean in so many evaluations. */
function lowByAutomation(seen: { mean: number; n?: number } | null, asked = [reviewed]) {
  const others = ids(12)
  const around = (low: number, n = 20) => [
    ...others.map((id, i) => aSample(id, 0.85 + 0.002 * i)),
    aSample('low', low, { n }),
  ]
  const drivers = [aDriver(around(0.4), { facts: someFacts({ driverId: automated, mayBePraised: false }) })]
  if (seen) drivers.push(aDriver(around(seen.mean, seen.n), { facts: someFacts({ driverId: reviewed }) }))
  const input = {
    ...anInput(
      [...others, 'low'].map((id) => anAgent(id)),
      drivers,
    ),
    askedByPeople: new Map([[automated, asked]]),
  }
  const agent = assess(input).agents.find(({ agentId }) => agentId === 'low')!
  return {
    status: agent.drivers.find(({ driverId }) => driverId === automated)!.status,
    actions: agent.actions.map(({ driverId }) => driverId),
  }
}

describe('an automated question that people answer too', () => {
  it('is no action where they see no gap', () => {
    expect(lowByAutomation({ mean: 0.9 })).toEqual({ status: 'reviewed-otherwise', actions: [] })
  })

  it('stays one where they see the gap too, where they looked too seldom, and where nobody looked', () => {
    expect(lowByAutomation({ mean: 0.4 }).status).toBe('proposed')
    expect(lowByAutomation({ mean: 0.9, n: 3 })).toEqual({ status: 'proposed', actions: [automated] })
    expect(lowByAutomation(null)).toEqual({ status: 'proposed', actions: [automated] })
  })

  it('stays one where what they answer well is another question', () => {
    expect(lowByAutomation({ mean: 0.9 }, ['question:8']).status).toBe('proposed')
  })
})
