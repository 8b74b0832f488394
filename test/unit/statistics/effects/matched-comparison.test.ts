import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseControls } from '../../../../engine/statistics/effects/choose-controls.ts'
import { expectedChange, type ExpectedChange } from '../../../../engine/statistics/effects/expected-change.ts'
import { expectedLevels } from '../../../../engine/statistics/effects/expected-levels.ts'
import { extraSpread } from '../../../../engine/statistics/effects/extra-spread.ts'
import { matchedComparison } from '../../../../engine/statistics/effects/matched-comparison.ts'
import { randomFrom } from '../../../bench/simulation/random.ts'

const changeOf = (agentId: string, change: number, teamId: string | null = 'east'): ExpectedChange => ({
  agentId,
  teamId,
  change,
  levelVariance: 0.02,
  noiseVariance: 0.02,
})

describe('change beyond what was expected', () => {
  const before = { agentId: 'ann', teamId: null, expected: { mean: 0.6, variance: 0.01 } }

  it('is positive where it is better, whichever way that is', () => {
    const after = { mean: 0.7, variance: 0.02 }
    expect(expectedChange('higher', { ...before, after }).change).toBeCloseTo(0.1, 12)
    expect(expectedChange('lower', { ...before, after }).change).toBeCloseTo(-0.1, 12)
  })

  it('is the distance outside a band, held against the one chance alone would leave', () => {
    // far outside, nothing of the distribution reaches the band: plain distances
    const far = expectedChange(
      { low: 5, high: 6 },
      { ...before, expected: { mean: 3, variance: 0.01 }, after: { mean: 4, variance: 0.01 } },
    )
    expect(far.change).toBeCloseTo(1, 9)
    expect(far.levelVariance + far.noiseVariance).toBeCloseTo(0.02, 9)
    // on the edge, half of a standard normal lies outside: it is phi(0) = 0.3989 on average
    const edge = expectedChange(
      { low: 0, high: 100 },
      { ...before, expected: { mean: 0, variance: 0.5 }, after: { mean: 2, variance: 0.5 } },
    )
    expect(edge.change).toBeCloseTo(0.39894, 5)
    // E(max(0, Z)^2) - phi(0)^2 = 1/2 - 0.15915
    expect(edge.levelVariance + edge.noiseVariance).toBeCloseTo(0.34085, 5)
  })
})

describe('the matched comparison', () => {
  it('takes the mean of the controls off, with the variance of the methods where nothing else varies', () => {
    // Equal changes leave no room for drift but what the flat prior keeps; it can only widen.
    const controls = ['b', 'c', 'd', 'e'].map((id) => changeOf(id, 0.1))
    const { effect, standardError, ownChange, controlChange, restVariance } = matchedComparison(
      changeOf('a', 0.4),
      controls,
      controls,
      { noiseDegreesOfFreedom: Infinity },
    )
    expect(effect).toBeCloseTo(0.3, 12)
    expect([ownChange, controlChange]).toEqual([0.4, expect.closeTo(0.1, 12)])
    // 0.04 + 4 x 0.04 / 16 = 0.05
    expect(standardError ** 2).toBeGreaterThanOrEqual(0.05)
    expect(restVariance).toBeCloseTo(standardError ** 2 - 0.02, 12)
  })

  it('widens when controls changed by more than their noise', () => {
    const quiet = [0.1, 0.12, 0.08, 0.11, 0.09, 0.1].map((change, i) => changeOf(`c${i}`, change))
    const wild = [1.1, -0.9, 0.6, -0.8, 1, -0.4].map((change, i) => changeOf(`c${i}`, change))
    const widthOf = (controls: ExpectedChange[]) =>
      matchedComparison(changeOf('a', 0), controls, controls, { noiseDegreesOfFreedom: 100 }).halfWidth
    expect(widthOf(wild)).toBeGreaterThan(2 * widthOf(quiet))
  })

  it("lets a team's own month fall out where the controls share the team, and not where they are others", () => {
    const east = [0.5, 0.52, 0.48, 0.5, 0.49].map((change, i) => changeOf(`e${i}`, change, 'east'))
    const rest = [-0.6, 0.1, 0.9, -0.3].flatMap((shock, t) =>
      [0, 0.02, -0.02].map((change, i) => changeOf(`r${t}${i}`, shock + change, `team${t}`)),
    )
    const everyone = [...east, ...rest]
    const coached = changeOf('a', 0.5, 'east')
    const options = { noiseDegreesOfFreedom: 100 }
    const own = matchedComparison(coached, east, everyone, options)
    const other = matchedComparison(coached, rest, everyone, options)
    expect(own.effect).toBeCloseTo(0.002, 9)
    expect(other.halfWidth).toBeGreaterThan(2 * own.halfWidth)
    expect(other.low).toBeLessThan(0)
  })

  it('moves with the agent, against the controls, and not with what all share', () => {
    const change = fc.double({ min: -1, max: 1, noNaN: true })
    fc.assert(
      fc.property(
        change,
        fc.array(change, { minLength: 5, maxLength: 12 }),
        change,
        (own, others, shared) => {
          const controls = others.map((one, i) => changeOf(`c${i}`, one, `t${i % 3}`))
          const moved = controls.map((one) => ({ ...one, change: one.change + shared }))
          const options = { noiseDegreesOfFreedom: 60 }
          const plain = matchedComparison(changeOf('a', own, 't9'), controls, controls, options)
          const shifted = matchedComparison(changeOf('a', own + shared, 't9'), moved, moved, options)
          expect(shifted.effect).toBeCloseTo(plain.effect, 9)
          expect(shifted.halfWidth).toBeCloseTo(plain.halfWidth, 6)
          expect(plain.low).toBeLessThan(plain.effect)
          expect(plain.degreesOfFreedom).toBeGreaterThanOrEqual(1)
        },
      ),
    )
  })
})

describe('extra spread', () => {
  // Eight schools (BDA3, section 5.5): with a flat prior on tau its posterior has a median of 4.9 and a mean of 6.6 or so.
  it('gives the eight schools the tau2 of a flat prior', () => {
    const effects = [28, 8, -3, 7, -1, 1, 18, 12]
    const errors = [15, 10, 16, 11, 9, 11, 10, 18]
    const { variance, degreesOfFreedom } = extraSpread(
      effects.map((mean, i) => ({ mean, variance: errors[i]! ** 2 })),
    )
    expect(degreesOfFreedom).toBe(7)
    expect(Math.sqrt(variance)).toBeGreaterThan(6.6)
    expect(Math.sqrt(variance)).toBeLessThan(9.5)
  })

  it('says nothing where every group has one value', () => {
    expect(
      extraSpread([
        { mean: 1, variance: 1, group: 'a' },
        { mean: 9, variance: 1, group: 'b' },
      ]),
    ).toEqual({
      variance: 0,
      degreesOfFreedom: 0,
    })
  })
})

describe('controls', () => {
  const candidate = (agentId: string, teamId: string | null, expectedLevel: number) => ({
    agentId,
    teamId,
    expectedLevel,
  })
  const coached = candidate('a', 'own', 0.5)
  const ofTeams = (teams: number, each: number) =>
    Array.from({ length: teams * each }, (_, i) =>
      candidate(`x${String(i).padStart(2, '0')}`, `t${i % teams}`, 0.5),
    )
  const own = Array.from({ length: 6 }, (_, i) => candidate(`own${i}`, 'own', 0.52))

  it('come from other teams where there are enough of them', () => {
    const { controls, from, tooFew } = chooseControls(coached, [...own, ...ofTeams(4, 2)], 0.1)
    expect([from, tooFew, controls.length]).toEqual(['other-teams', null, 8])
  })

  it("come from the own team where few others cannot tell a team's month from coaching", () => {
    const { controls, from } = chooseControls(coached, [...own, ...ofTeams(2, 8)], 0.1)
    expect([from, controls.length]).toEqual(['own-team', 6])
  })

  it('come from both where neither side has enough', () => {
    expect(chooseControls(coached, [...own.slice(0, 3), ...ofTeams(2, 2)], 0.1).from).toBe('both')
  })

  it('are near in level, nearest first, never the agent, and the same in any order', () => {
    const many = [...ofTeams(5, 4), candidate('far', 't9', 0.9), coached, candidate('near', 't8', 0.499)]
    const chosen = chooseControls(coached, many, 0.1)
    expect(chosen.isNear).toBe(true)
    expect(chosen.controls.map(({ agentId }) => agentId)).not.toContain('far')
    expect(chosen.controls.map(({ agentId }) => agentId)).not.toContain('a')
    expect(chooseControls(coached, many.toReversed(), 0.1)).toEqual(chosen)
  })

  it('are the nearest ten for whoever is so far off that nobody is near', () => {
    const spread = Array.from({ length: 20 }, (_, i) => candidate(`x${i}`, `t${i % 5}`, 0.6 + 0.01 * i))
    const { controls, isNear, tooFew } = chooseControls(candidate('a', 'own', 0.1), spread, 0.05)
    expect(controls).toEqual(spread.slice(0, 10))
    expect([isNear, tooFew]).toEqual([false, null])
  })

  it('say why when there are too few', () => {
    expect(chooseControls(coached, ofTeams(3, 1), 0.1).tooFew).toBe(
      'only 3 on the same work was not coached, and it takes 5',
    )
    expect(chooseControls(coached, [], 0.1).tooFew).toMatch(/^nobody/)
  })
})

describe('coverage in simulation', () => {
  it('holds about 95% where agents were picked because they looked low', () => {
    const random = randomFrom(11)
    let [held, improved, all] = [0, 0, 0]
    for (let world = 0; world < 150; world++) {
      const agents = Array.from({ length: 40 }, (_, i) => {
        const level = random.normal()
        const values = Array.from({ length: 16 }, () => random.normal(level, 2))
        return { agentId: `a${String(i).padStart(2, '0')}`, teamId: `t${i % 5}`, level, values }
      })
      const sampleOf = (agentId: string, values: readonly number[]) => {
        const value = values.reduce((sum, one) => sum + one, 0) / values.length
        const withinSumOfSquares = values.reduce((sum, one) => sum + (one - value) ** 2, 0)
        return { agentId, n: values.length, value, withinSumOfSquares }
      }
      const levels = expectedLevels(
        'mean',
        agents.map(({ agentId, values }) => sampleOf(agentId, values)),
      )!
      const after = new Map(
        agents.map(({ agentId, level }) => {
          return [
            agentId,
            sampleOf(
              agentId,
              Array.from({ length: 16 }, () => random.normal(level, 2)),
            ),
          ]
        }),
      )
      // picked by the second half of what the level before is made from
      const picked = agents.toSorted(
        (a, b) => sampleOf('', a.values.slice(8)).value - sampleOf('', b.values.slice(8)).value,
      )[0]!
      const changes = agents.map(({ agentId, teamId }) => {
        const { value, n } = after.get(agentId)!
        return expectedChange('higher', {
          agentId,
          teamId,
          expected: levels.byAgent.get(agentId)!,
          after: { mean: value, variance: levels.observationVarianceAt(0) / n },
        })
      })
      const uncoached = changes.filter(({ agentId }) => agentId !== picked.agentId)
      const own = changes.find(({ agentId }) => agentId === picked.agentId)!
      const { low, high } = matchedComparison(own, uncoached, uncoached, levels)
      all++
      if (low <= 0 && high >= 0) held++
      if (low > 0) improved++
    }
    expect(held / all).toBeGreaterThan(0.92)
    expect(improved / all).toBeLessThanOrEqual(0.05)
  })
})
