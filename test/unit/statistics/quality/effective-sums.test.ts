import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  designGain,
  effectiveSums,
  hajekVariance,
  momentsOf,
  weightedMean,
} from '../../../../engine/statistics/index.ts'

interface Drawn {
  value: number
  weight: number
}

const sumsOf = (drawn: readonly Drawn[]) => ({
  n: drawn.length,
  weight: drawn.reduce((sum, { weight }) => sum + weight, 0),
  weightSq: drawn.reduce((sum, { weight }) => sum + weight ** 2, 0),
  sum: drawn.reduce((sum, { value, weight }) => sum + weight * value, 0),
  sumOfSquares: drawn.reduce((sum, { value, weight }) => sum + weight * value ** 2, 0),
  weightSqSum: drawn.reduce((sum, { value, weight }) => sum + weight ** 2 * value, 0),
  weightSqSumSq: drawn.reduce((sum, { value, weight }) => sum + (weight * value) ** 2, 0),
})

const drawn = fc.array(
  fc.record({
    value: fc.double({ min: 0, max: 1, noNaN: true }),
    weight: fc.double({ min: 1, max: 500, noNaN: true }),
  }),
  { minLength: 1, maxLength: 40 },
)

describe('what drawn observations are worth', () => {
  // Kish's formula as it is explained at askvity.info/statistics/what-is-the-kish-formula: 50 respondents of weight 1 and 50 of weight 2 are worth 90.
  it('a hundred, half of them of twice the weight, are worth ninety', () => {
    const people = Array.from({ length: 100 }, (_, i) => ({ value: i % 2, weight: i < 50 ? 1 : 2 }))
    expect(effectiveSums(sumsOf(people)).n).toBe(90)
  })

  // Cochran, Sampling Techniques, 3rd ed. 1977, table 2.1: the sizes of 33 families add up to 123 and their squares to 533, their food cost to 907.2;
  // food cost per person, a Hajek mean with sizes as weights, is 7.38.
  it('gives the food cost per person of Cochran 1977, from so many families as the sizes are worth', () => {
    const worth = effectiveSums({ n: 33, weight: 123, weightSq: 533, sum: 907.2, sumOfSquares: 7000 })
    expect(worth.sum / worth.n).toBeCloseTo(7.38, 2)
    expect(worth.n).toBeCloseTo(28.38, 2)
  })

  it('alike drawn ones count as many as they are, exactly', () => {
    for (const n of [1, 3, 4, 7, 12]) {
      const alike = Array.from({ length: n }, (_, i) => ({ value: i % 2, weight: 1 / 0.07 }))
      expect(effectiveSums(sumsOf(alike)).n).toBe(n)
    }
  })

  it('has Hajek’s mean and Kish’s number, whatever scale weights have', () => {
    fc.assert(
      fc.property(drawn, fc.double({ min: 0.01, max: 100, noNaN: true }), (observations, scale) => {
        const worth = effectiveSums(sumsOf(observations))
        const hajek = weightedMean(
          observations.map(({ value, weight }) => ({ value, probability: 1 / weight })),
        )!
        expect(worth.sum / worth.n).toBeCloseTo(hajek.mean, 9)
        expect(worth.n).toBeCloseTo(hajek.effectiveN, 6)
        expect(worth.n).toBeLessThanOrEqual(observations.length)
        const scaled = effectiveSums(
          sumsOf(observations.map(({ value, weight }) => ({ value, weight: weight * scale }))),
        )
        expect(scaled.n).toBeCloseTo(worth.n, 6)
        expect(scaled.sum).toBeCloseTo(worth.sum, 6)
        expect(scaled.sumOfSquares).toBeCloseTo(worth.sumOfSquares, 6)
      }),
    )
  })

  it('estimates the variance of one observation without bias', () => {
    // every sample of two with weights 1 and 3 from the values 0 and 1, all four equally likely: the variance is 1/4
    const samples = [0, 1].flatMap((a) =>
      [0, 1].map((b) => [
        { value: a, weight: 1 },
        { value: b, weight: 3 },
      ]),
    )
    const estimates = samples.map((sample) => {
      const { n, withinSumOfSquares } = momentsOf(effectiveSums(sumsOf(sample)))
      return withinSumOfSquares / (n - 1)
    })
    expect(estimates.reduce((sum, one) => sum + one, 0) / 4).toBeCloseTo(0.25, 6)
  })

  it('is nothing where nothing was drawn', () => {
    expect(effectiveSums({ n: 0, weight: 0, weightSq: 0, sum: 0, sumOfSquares: 0 })).toEqual({
      n: 0,
      sum: 0,
      sumOfSquares: 0,
    })
  })
})

describe('the variance of Hajek’s mean from sums', () => {
  it('is what it is from the observations', () => {
    fc.assert(
      fc.property(drawn, (observations) => {
        const { variance } = weightedMean(
          observations.map(({ value, weight }) => ({ value, probability: 1 / weight })),
        )!
        const found = hajekVariance(sumsOf(observations))
        if (variance === null) expect(found).toBeNull()
        else expect(found).toBeCloseTo(variance, 9)
      }),
    )
  })
})

describe('what a design tells beyond the effective number', () => {
  const sampleOf = (observations: readonly Drawn[]) => {
    const { n, withinSumOfSquares } = momentsOf(effectiveSums(sumsOf(observations)))
    return { n, withinSumOfSquares, variance: hajekVariance(sumsOf(observations)) }
  }
  const agents = (observations: readonly Drawn[]) => Array.from({ length: 10 }, () => sampleOf(observations))
  const repeated = (times: number, value: number, weight: number): Drawn[] =>
    Array.from({ length: times }, () => ({ value, weight }))

  it('is nothing where weights are alike', () => {
    expect(designGain(agents([...repeated(3, 0, 5), ...repeated(7, 1, 5)]))).toBeCloseTo(1, 9)
  })

  it('is more where the calls that differ are drawn more often, and less where they are drawn less often', () => {
    // ten fails that stand for one call each and ten passes for four: p = 0.8, and n_eff = 50^2 / 170
    const often = agents([...repeated(10, 0, 1), ...repeated(10, 1, 4)])
    const byNumber = (0.8 * 0.2) / (2500 / 170 - 1)
    const byDesign = (20 / 19) * ((10 * 0.64 + 160 * 0.04) / 2500)
    expect(designGain(often)).toBeCloseTo(byNumber / byDesign, 9)
    expect(designGain(often)).toBeGreaterThan(2)
    expect(designGain(agents([...repeated(2, 0, 4), ...repeated(18, 1, 1)]))).toBeLessThan(0.7)
  })

  it('is left aside where too few reviews tell it, and stays between a third and three', () => {
    const [one] = agents([...repeated(10, 0, 1), ...repeated(10, 1, 4)])
    expect(designGain([one!])).toBe(1)
    expect(designGain([])).toBe(1)
    expect(designGain(agents(repeated(10, 1, 4)))).toBe(1)
    expect(designGain(agents([...repeated(30, 0, 1), ...repeated(8, 1, 40)]))).toBe(3)
  })
})
