import { describe, expect, it } from 'vitest'
import { assess } from '../../../engine/coaching/assessment/index.ts'
import { aDriver, aSample, anAgent, anInput, ids, someFacts } from './builders.ts'

const agents = ids(8).map((id) => anAgent(id))
const imported = (adjusted: number, n = 12) => ids(8).map((id) => aSample(id, adjusted, { n }))
const drawnSample = (id: string, adjusted: number, n = 12, drawn = 15) =>
  aSample(id, adjusted, {
    n,
    withinSumOfSquares: (n - 1) * adjusted * (1 - adjusted),
    drawn: { observed: drawn, variance: (adjusted * (1 - adjusted)) / n },
  })
const facts = someFacts({ kind: 'proportion', leastN: 4, delta: 0.1 })

const driverOf = (agentId: string, samples: Parameters<typeof aDriver>[0], isScoredHere = false) =>
  assess(anInput(agents, [aDriver(samples, { facts, isScoredHere })])).agents.find(
    (agent) => agent.agentId === agentId,
  )!.drivers[0]!

describe('an agent with drawn reviews and imported evaluations', () => {
  it('stands on drawn reviews where they are enough, as if there were no others', () => {
    const drawn = ids(6).map((id, i) => drawnSample(id, i === 0 ? 0.3 : 0.9))
    const alone = driverOf('a0', drawn)
    const both = driverOf('a0', [...drawn, ...imported(0.5)])
    expect(both).toEqual({
      ...alone,
      leftOut: expect.objectContaining({ agentId: 'a0', drawn: null, n: 12 }),
    })
    expect(both).toMatchObject({ status: 'proposed', n: 12, drawn: 15, peerCount: 6 })
  })

  it('stands on imported ones where drawn reviews are worth too few, as if there were no drawn ones', () => {
    const few = ids(6).map((id) => drawnSample(id, 0.1, 3.9, 20))
    const both = driverOf('a0', [...few, ...imported(0.8)])
    expect(both).toEqual({
      ...driverOf('a0', imported(0.8)),
      leftOut: expect.objectContaining({ drawn: expect.objectContaining({ observed: 20 }) }),
    })
    expect(both.posterior.mean).toBeCloseTo(0.8, 1)
  })

  it('stands on imported ones where fewer than five have drawn reviews to compare by', () => {
    const drawn = ids(4).map((id) => drawnSample(id, 0.1))
    expect(driverOf('a0', [...drawn, ...imported(0.8)]).drawn).toBeNull()
    // who was drawn of and never imported is compared with those alone
    const newcomer = driverOf('a7', [drawnSample('a7', 0.4), ...imported(0.8).slice(0, 7)])
    expect(newcomer).toMatchObject({
      drawn: 15,
      peerCount: 1,
      benchmark: null,
      status: 'not-enough-evidence',
    })
  })

  it('is compared with people on the same kind of evaluations only', () => {
    // imported ones were picked for trouble: beside them everybody drawn would look splendid
    const drawn = ids(6).map((id) => drawnSample(id, 0.9))
    const harsh = ids(8)
      .slice(6)
      .map((id) => aSample(id, 0.3, { n: 12 }))
    const { agents: assessed } = assess(anInput(agents, [aDriver([...drawn, ...harsh], { facts })]))
    for (const { agentId, drivers } of assessed) {
      const isDrawn = Number(agentId.slice(1)) < 6
      expect(drivers[0]).toMatchObject({ drawn: isDrawn ? 15 : null, peerCount: isDrawn ? 6 : 2 })
      expect(drivers[0]!.peerMean).toBeCloseTo(isDrawn ? 0.9 : 0.3, 1)
      expect(drivers[0]!.status).not.toBe('proposed')
    }
  })

  it('asks for so many reviews as tell it without what was imported', () => {
    const uncertain = ids(8).map((id, i) =>
      aSample(id, i === 0 ? 0.4 : 0.6 + 0.05 * i, { n: i === 0 ? 5 : 30 }),
    )
    const more = driverOf('a0', uncertain)
    expect(more).toMatchObject({ status: 'not-enough-evidence' })
    const here = driverOf('a0', uncertain, true)
    expect(here.evaluationsNeeded).toBe(more.evaluationsNeeded! + 5)
    const begun = driverOf('a0', [...uncertain, drawnSample('a0', 0.5, 2, 2)], true)
    expect(begun.evaluationsNeeded).toBe(more.evaluationsNeeded! + 3)
  })

  it('is told one finding about a group, by its drawn reviews', () => {
    const teams = ids(12).map((id, i) => anAgent(id, { teamId: i < 6 ? 'north' : 'west' }))
    const of = (drawn: number | null, i: number) =>
      aSample(`a${i}`, (i < 6 ? 0.9 : 0.4) + 0.01 * (i % 3), {
        n: 20,
        drawn: drawn === null ? null : { observed: drawn, variance: 0.0005 },
        withinSumOfSquares: 0.19,
      })
    const samples = ids(12).flatMap((_, i) => [of(25, i), of(null, i)])
    const { systemic } = assess(anInput(teams, [aDriver(samples)]))
    expect(systemic.map(({ group }) => group)).toEqual([{ kind: 'team', id: 'west' }])
  })
})
