import { describe, expect, it } from 'vitest'
import { compareRates, type Trial } from '../../../engine/statistics/index.ts'
import { randomFrom } from '../../bench/simulation/random.ts'

const least = { agents: 4, trialsOfAgent: 2, trials: 20, trialsOfStratum: 10 }

/** Each agent's passes of ten trials, on one queue. */
function trialsOf(group: number, passes: number[], stratum = 'Billing'): Trial[] {
  return passes.flatMap((count, index) =>
    Array.from({ length: 10 }, (_, at) => ({
      agent: group * 100 + index,
      group,
      stratum,
      isPass: at < count,
    })),
  )
}

describe('a group beside the others', () => {
  it('is compared by the plain means of its agents', () => {
    const found = compareRates(
      [...trialsOf(1, [2, 3, 2, 3]), ...trialsOf(2, [8, 9, 8, 9]), ...trialsOf(3, [9, 8, 9, 8])],
      least,
    )
    expect(
      found.map(({ group, agents, otherAgents, rate }) => ({
        group,
        agents,
        otherAgents,
        rate: Number(rate.toFixed(9)),
      })),
    ).toEqual([
      { group: 1, agents: 4, otherAgents: 8, rate: 0.25 },
      { group: 2, agents: 4, otherAgents: 8, rate: 0.85 },
      { group: 3, agents: 4, otherAgents: 8, rate: 0.85 },
    ])
    expect(found[0]!.difference).toBeCloseTo(-0.6, 9)
    expect(found[0]!.p).toBeLessThan(0.001)
    expect(found[1]!.p).toBeGreaterThan(0.5)
  })

  it('does not answer for its queue: on the work both do they are alike', () => {
    const hard = (group: number, n: number) => trialsOf(group, Array<number>(n).fill(2), 'Retention')
    const easy = (group: number, n: number) => trialsOf(group, Array<number>(n).fill(9), 'Orders')
    const [one] = compareRates([...hard(1, 6), ...easy(1, 1), ...easy(2, 6), ...hard(2, 2)], least)
    expect(one!.isSameWork).toBe(true)
    expect(one!.difference).toBeCloseTo(0, 1)
  })

  it('that shares no work is compared on everything, and says so', () => {
    const [one] = compareRates(
      [...trialsOf(1, [1, 1, 1, 1], 'Cards'), ...trialsOf(2, [9, 9, 9, 9], 'Orders')],
      least,
    )
    expect(one).toMatchObject({ group: 1, isSameWork: false })
  })

  it('of three agents is not compared at all', () => {
    expect(compareRates([...trialsOf(1, [1, 1, 1]), ...trialsOf(2, [9, 9, 9, 9])], least)).toEqual([])
  })

  it('is called worse by chance no more often than the level says', () => {
    const random = randomFrom(11)
    let [tests, called] = [0, 0]
    for (let world = 0; world < 150; world++) {
      const trials: Trial[] = []
      for (let group = 0; group < 3; group++)
        for (let agent = 0; agent < 6; agent++) {
          const level = Math.min(0.98, Math.max(0.02, random.normal(0.7, 0.1)))
          for (let at = 0; at < 6; at++)
            trials.push({
              agent: group * 10 + agent,
              group,
              stratum: random.uniform() < 0.5 ? 'Billing' : 'Orders',
              isPass: random.uniform() < level,
            })
        }
      for (const { p } of compareRates(trials, least)) {
        tests++
        if (p < 0.05) called++
      }
    }
    expect(tests).toBe(450)
    expect(called / tests).toBeLessThan(0.07)
  })
})
