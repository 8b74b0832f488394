import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  drawAtRandom,
  drawByRisk,
  inclusionProbability,
  probabilitiesByRisk,
  weightedMean,
} from '../../../../engine/statistics/index.ts'
import { systematicDraw } from '../../../../engine/statistics/quality/draw-by-risk.ts'
import { drawBothPlans } from '../../../bench/trust/draw-both-plans.ts'
import { randomFrom } from '../../../bench/simulation/random.ts'

describe('inclusion probability over plans', () => {
  it('is the chance that at least one plan picks', () => {
    expect(inclusionProbability([0.1])).toBeCloseTo(0.1, 12)
    expect(inclusionProbability([0.1, 0.5])).toBeCloseTo(0.55, 12)
    expect(inclusionProbability([0.1, 0, 1])).toBe(1)
  })

  it('is refused where no plan could pick', () => {
    expect(() => inclusionProbability([0, 0])).toThrow('counts only with its probability')
    expect(() => inclusionProbability([])).toThrow('counts only with its probability')
    expect(() => inclusionProbability([1.2])).toThrow('lies in 0..1')
  })
})

// Cochran, Sampling Techniques, 3rd ed. 1977, table 2.1: 33 low-income families with size, weekly income and weekly food cost.
const size = [
  2, 3, 3, 5, 4, 7, 2, 4, 2, 5, 3, 6, 4, 4, 2, 5, 3, 4, 2, 4, 2, 5, 3, 4, 7, 3, 3, 6, 2, 2, 6, 4, 2,
]
const income = [
  62, 62, 87, 65, 58, 92, 88, 79, 83, 62, 63, 62, 60, 75, 90, 75, 69, 83, 85, 73, 66, 58, 77, 69, 65, 77, 69,
  95, 77, 69, 69, 67, 63,
]
const food = [
  14.3, 20.8, 22.7, 30.5, 41.2, 28.2, 24.2, 30, 24.2, 44.4, 13.4, 19.8, 29.4, 27.1, 22.2, 37.7, 22.6, 36,
  20.6, 27.7, 25.9, 23.5, 39.8, 16.8, 37.8, 34.8, 28.7, 63, 19.5, 21.6, 18.2, 20.1, 20.7,
]

describe('weighted mean', () => {
  // A Hajek mean of y / x with weights x is the ratio of sums y / x: Cochran's section 2.11 gives its value and standard error.
  it.each([
    { by: 'person', weights: size, ratio: 7.38, error: 0.534, digits: [2, 3] },
    { by: 'dollar of income', weights: income, ratio: 0.379, error: 0.0238, digits: [3, 4] },
  ])(
    'gives the ratio of food cost per $by of Cochran 1977 and its error',
    ({ weights, ratio, error, digits }) => {
      const estimate = weightedMean(
        weights.map((weight, i) => ({ value: food[i]! / weight, probability: 1 / weight })),
      )!
      expect(Number(estimate.mean.toFixed(digits[0]))).toBe(ratio)
      expect(Number(Math.sqrt(estimate.variance!).toFixed(digits[1]))).toBe(error)
    },
  )

  it('is the plain mean with s2 / n where all are drawn alike', () => {
    const estimate = weightedMean([1, 2, 3, 6].map((value) => ({ value, probability: 0.2 })))!
    expect(estimate.mean).toBeCloseTo(3, 12)
    expect(estimate.variance).toBeCloseTo(14 / 3 / 4, 12)
    expect(estimate.effectiveN).toBeCloseTo(4, 12)
  })

  it('counts unequal weights as fewer observations', () => {
    const estimate = weightedMean([
      { value: 1, probability: 1 },
      { value: 0, probability: 0.1 },
    ])!
    expect(estimate.effectiveN).toBeCloseTo(121 / 101, 12)
  })

  it('is nothing without picks, and has no interval with one', () => {
    expect(weightedMean([])).toBeNull()
    expect(weightedMean([{ value: 0.4, probability: 0.5 }])).toMatchObject({
      mean: 0.4,
      low: null,
      high: null,
    })
  })

  it.each([0, -0.1, 1.1, NaN, null as unknown as number, undefined as unknown as number])(
    'never takes a pick with probability %s',
    (probability) => {
      expect(() => weightedMean([{ value: 1, probability }])).toThrow('counts only with its probability')
    },
  )
})

describe('draw at random', () => {
  const contacts = Array.from({ length: 40 }, (_, i) => ({ id: `c${i}`, stratum: i < 30 ? 'ann' : 'bob' }))

  it('draws so many of every stratum with probability m / N, and all of a small one', () => {
    const drawn = drawAtRandom(contacts, 12, randomFrom(3).uniform)
    const ofAnn = drawn.filter(({ id }) => Number(id.slice(1)) < 30)
    expect(ofAnn).toHaveLength(12)
    expect(new Set(drawn.map(({ id }) => id)).size).toBe(22)
    expect(ofAnn.every(({ probability }) => probability === 0.4)).toBe(true)
    expect(drawn.filter(({ probability }) => probability === 1)).toHaveLength(10)
  })

  it('draws the same by the same seed, in whatever order contacts come', () => {
    expect(drawAtRandom(contacts, 5, randomFrom(4).uniform)).toEqual(
      drawAtRandom(contacts.toReversed(), 5, randomFrom(4).uniform),
    )
  })

  it('draws every contact as often as it says', () => {
    const random = randomFrom(5)
    const counts = new Map<string, number>()
    for (let run = 0; run < 4000; run++)
      for (const { id } of drawAtRandom(contacts, 3, random.uniform))
        counts.set(id, (counts.get(id) ?? 0) + 1)
    for (const { id, stratum } of contacts) {
      const probability = stratum === 'ann' ? 0.1 : 0.3
      const error = Math.sqrt((probability * (1 - probability)) / 4000)
      expect(Math.abs(counts.get(id)! / 4000 - probability)).toBeLessThan(4.5 * error)
    }
  })
})

describe('draw by risk', () => {
  it('makes certain what would be over 1 and shares the rest out: Tillé, Sampling Algorithms 2006', () => {
    const probabilities = probabilitiesByRisk([1, 9, 10, 70, 90, 120], 3)
    expect(probabilities.map((p) => Number(p.toFixed(6)))).toEqual([0.011111, 0.1, 0.111111, 0.777778, 1, 1])
  })

  it('takes units 3, 5 and 6 in the systematic example of Tillé 2006', () => {
    expect(systematicDraw([0.07, 0.17, 0.41, 0.61, 0.83, 0.91], 0.354)).toEqual([2, 4, 5])
  })

  it('adds up to what was asked for, never over 1, and leaves out no risk above 0', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 100, noNaN: true })), {
          minLength: 1,
          maxLength: 40,
        }),
        fc.integer({ min: 1, max: 50 }),
        (risks, count) => {
          const probabilities = probabilitiesByRisk(risks, count)
          const possible = Math.min(count, risks.filter((risk) => risk > 0).length)
          const sum = probabilities.reduce((total, p) => total + p, 0)
          expect(sum).toBeCloseTo(possible, 6)
          probabilities.forEach((p, i) => {
            expect(p).toBeLessThanOrEqual(1)
            expect(p > 0).toBe(risks[i]! > 0)
          })
        },
      ),
    )
  })

  it('draws a fixed number, every contact exactly as often as it says', () => {
    const random = randomFrom(6)
    const contacts = [1, 2, 3, 5, 8, 13, 40].map((risk, i) => ({ id: `c${i}`, risk }))
    const expected = new Map(
      contacts.map(({ id }, i) => [
        id,
        probabilitiesByRisk(
          contacts.map(({ risk }) => risk),
          3,
        )[i]!,
      ]),
    )
    const counts = new Map<string, number>()
    for (let run = 0; run < 5000; run++) {
      const drawn = drawByRisk(contacts, 3, random.uniform)
      expect(drawn).toHaveLength(3)
      for (const { id, probability } of drawn) {
        expect(probability).toBeCloseTo(expected.get(id)!, 12)
        counts.set(id, (counts.get(id) ?? 0) + 1)
      }
    }
    for (const [id, probability] of expected) {
      const error = Math.sqrt((probability * (1 - probability)) / 5000) + 1e-9
      expect(Math.abs((counts.get(id) ?? 0) / 5000 - probability)).toBeLessThan(4 * error)
    }
  })

  it('refuses a risk that is no number', () => {
    expect(() => probabilitiesByRisk([1, NaN], 1)).toThrow('0 or above')
  })
})

describe('a risk-based plan beside a random one', () => {
  it('gives every pick one probability over both plans', () => {
    const contacts = Array.from({ length: 20 }, (_, i) => ({
      id: `c${i}`,
      stratum: 'ann',
      risk: i < 4 ? 1 : 0,
    }))
    const picks = drawBothPlans(contacts, { perStratum: 5, byRisk: 2 }, randomFrom(8).uniform)
    for (const { id, probability } of picks)
      expect(probability).toBeCloseTo(Number(id.slice(1)) < 4 ? 1 - 0.75 * 0.5 : 0.25, 12)
  })

  it('is unbiased with 93% to 97% coverage in simulation, and the unweighted mean is not', () => {
    const random = randomFrom(9)
    const contacts = Array.from({ length: 3000 }, (_, i) => {
      const quality = Math.min(1, Math.max(0, random.normal(0.75, 0.15)))
      // what looks risky is worse on average
      const risk = Math.exp(random.normal(0, 0.5) + 3 * (0.75 - quality))
      return { id: `c${i}`, stratum: `agent ${i % 30}`, risk, quality }
    })
    const truth = contacts.reduce((sum, { quality }) => sum + quality, 0) / contacts.length
    const qualities = new Map(contacts.map(({ id, quality }) => [id, quality]))
    const runs = 600
    let covered = 0
    let bias = 0
    let plainBias = 0
    let plainCovered = 0
    for (let run = 0; run < runs; run++) {
      const picks = drawBothPlans(contacts, { perStratum: 4, byRisk: 120 }, random.uniform).map((pick) => ({
        value: qualities.get(pick.id)!,
        probability: pick.probability,
      }))
      const weighted = weightedMean(picks)!
      const plain = weightedMean(picks.map(({ value }) => ({ value, probability: 1 })))!
      if (weighted.low! <= truth && truth <= weighted.high!) covered++
      if (plain.low! <= truth && truth <= plain.high!) plainCovered++
      bias += (weighted.mean - truth) / runs
      plainBias += (plain.mean - truth) / runs
    }
    expect(Math.abs(bias)).toBeLessThan(0.002)
    expect(covered / runs).toBeGreaterThan(0.93)
    expect(covered / runs).toBeLessThan(0.975)
    expect(plainBias).toBeLessThan(-0.01)
    expect(plainCovered / runs).toBeLessThan(0.8)
  })
})
