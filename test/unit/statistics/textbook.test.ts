import { describe, expect, it } from 'vitest'
import {
  benjaminiHochberg,
  empiricalQuantile,
  momentsOf,
  observationsToSeeHalf,
  pauleMandelVariance,
  pooledWithinVariance,
  ratioMoments,
  wilsonInterval,
  xmrChart,
} from '../../../engine/statistics/index.ts'
import { betaPosterior } from './beta-reference.ts'

describe('Wilson interval', () => {
  // Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), Table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('gives Newcombe 1998, Table I, for %i of %i', (passes, n, low, high) => {
    const interval = wilsonInterval(passes, n)!
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  it('is undefined for nothing', () => {
    expect(wilsonInterval(0, 0)).toBeNull()
  })
})

describe('Benjamini-Hochberg', () => {
  // Benjamini & Hochberg 1995, section 4.2: fifteen tests of thrombolysis, four discoveries at 5%.
  const published = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ]

  it('discovers the first four of the fifteen tests of Benjamini & Hochberg 1995', () => {
    expect(benjaminiHochberg(published, 0.05)).toEqual(published.map((_, i) => i < 4))
  })

  it('answers in the order of the question', () => {
    expect(benjaminiHochberg(published.toReversed(), 0.05)).toEqual(published.map((_, i) => i >= 11))
  })

  it('steps up: a p-value over its own line counts when a later one is under its', () => {
    expect(benjaminiHochberg([0.04, 0.045], 0.05)).toEqual([true, true])
  })

  it('discovers nothing among no tests', () => {
    expect(benjaminiHochberg([], 0.1)).toEqual([])
  })
})

describe('XmR chart', () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2, ten flow rates.
  const flowRates = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]

  it('gives the limits of the NIST handbook for its ten flow rates and sees no change', () => {
    const chart = xmrChart(flowRates)!
    expect(chart.mean).toBeCloseTo(50.81, 4)
    expect(chart.meanMovingRange).toBeCloseTo(1.8778, 4)
    expect(chart.upperLimit).toBeCloseTo(55.8041, 3)
    expect(chart.lowerLimit).toBeCloseTo(45.8159, 3)
    expect(chart.hasChanged).toBe(false)
  })

  it('calls a value outside the baseline limits a change', () => {
    const chart = xmrChart([...flowRates, 58], 10)!
    expect(chart.signals.at(-1)).toBe('outside')
    expect(chart.hasChanged).toBe(true)
  })

  it('calls eight in a row on one side a change, and seven not', () => {
    const alternating = [10, 12, 10, 12, 10, 12]
    expect(xmrChart([...alternating, 10, ...Array<number>(7).fill(11.5)], 6)?.hasChanged).toBe(false)
    const eight = xmrChart([...alternating, 10, ...Array<number>(8).fill(11.5)], 6)!
    expect(eight.signals.slice(-8)).toEqual(Array(8).fill('run'))
  })

  it('sees no change in equal values', () => {
    expect(xmrChart([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1])?.hasChanged).toBe(false)
  })

  it('is undefined under two values', () => {
    expect(xmrChart([1])).toBeNull()
  })
})

describe('observations to see half of a gap', () => {
  // Two samples at d = 0.5 need 63 each by 2 (1.96 + 0.84)^2 / d^2 = 62.7 (Cohen 1988, Table 2.4.1, has 64 with the t correction).
  it('asks for 63 at a standardised difference of one half', () => {
    expect(observationsToSeeHalf(1, 1)).toBe(63)
  })

  it('has no answer where there is no gap', () => {
    expect(observationsToSeeHalf(0, 1)).toBeNull()
    expect(observationsToSeeHalf(-0.1, 1)).toBeNull()
  })
})

describe('moments', () => {
  it('come from sums as from the observations', () => {
    // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squared deviations 32.
    expect(momentsOf({ n: 8, sum: 40, sumOfSquares: 232 })).toEqual({
      n: 8,
      mean: 5,
      withinSumOfSquares: 32,
      variance: 32 / 7,
    })
  })

  it('are undefined without observations, and without spread for one', () => {
    expect(momentsOf({ n: 0, sum: 0, sumOfSquares: 0 })).toEqual({
      n: 0,
      mean: null,
      withinSumOfSquares: 0,
      variance: null,
    })
    expect(momentsOf({ n: 1, sum: 3, sumOfSquares: 9 }).variance).toBeNull()
  })

  it('find no spread in equal observations, however awkward the value', () => {
    expect(momentsOf({ n: 3, sum: 0.1 + 0.1 + 0.1, sumOfSquares: 3 * 0.1 * 0.1 }).withinSumOfSquares).toBe(0)
  })

  it('pool the variance within agents, to which an agent with one observation adds nothing', () => {
    expect(
      pooledWithinVariance([
        { n: 3, withinSumOfSquares: 6 },
        { n: 1, withinSumOfSquares: 0 },
        { n: 5, withinSumOfSquares: 6 },
      ]),
    ).toEqual({ variance: 2, degreesOfFreedom: 6 })
    expect(pooledWithinVariance([{ n: 1, withinSumOfSquares: 0 }]).variance).toBeNull()
  })

  it('take a ratio of sums for a mean with the variance of its residuals', () => {
    // y = 1, 2, 6 over x = 1, 2, 3: R = 1.5, residuals -0.5, -1, 1.5, their squares 3.5 over mean(x)^2 = 4.
    const moments = ratioMoments({
      n: 3,
      numerator: 9,
      denominator: 6,
      numeratorSquares: 41,
      denominatorSquares: 14,
      products: 23,
    })
    expect(moments.mean).toBe(1.5)
    expect(moments.withinSumOfSquares).toBeCloseTo(0.875, 12)
  })

  it('have no ratio over nothing', () => {
    const none = {
      n: 2,
      numerator: 1,
      denominator: 0,
      numeratorSquares: 1,
      denominatorSquares: 0,
      products: 0,
    }
    expect(ratioMoments(none).mean).toBeNull()
  })
})

describe('quantile of a handful of values', () => {
  it('interpolates between order statistics as R type 7 does', () => {
    expect(empiricalQuantile([4, 1, 3, 2], 0.75)).toBe(3.25)
    expect(empiricalQuantile([], 0.5)).toBeNull()
  })
})

describe('Paule-Mandel', () => {
  it('finds no between-school variance in the eight schools, whose Q of 4.7 is under its 7 degrees of freedom', () => {
    const effects = [28, 8, -3, 7, -1, 1, 18, 12]
    const errors = [15, 10, 16, 11, 9, 11, 10, 18]
    expect(pauleMandelVariance(effects.map((mean, i) => ({ mean, variance: errors[i]! ** 2 })))).toBe(0)
  })

  it('is the excess over the sampling variance where all have the same', () => {
    // Variance of 0, 2, 4 is 4; with sampling variance 1 each, tau2 = 3.
    const values = [0, 2, 4].map((mean) => ({ mean, variance: 1 }))
    expect(pauleMandelVariance(values)).toBeCloseTo(3, 6)
  })

  it('does not count what lies between groups', () => {
    const values = [0, 2, 4, 100, 102, 104].map((mean, i) => ({
      mean,
      variance: 1,
      group: i < 3 ? 'a' : 'b',
    }))
    expect(pauleMandelVariance(values)).toBeCloseTo(3, 6)
  })
})

describe('beta posterior', () => {
  // BDA3 section 2.4: 437 girls among 980 placenta praevia births, uniform prior: mean 0.446, sd 0.016, interval 0.415 to 0.477.
  it('gives the placenta praevia example of BDA3 2.4', () => {
    const posterior = betaPosterior(438, 544)
    expect(posterior.mean).toBeCloseTo(0.446, 3)
    expect(posterior.standardDeviation).toBeCloseTo(0.016, 3)
    expect(posterior.quantile(0.025)).toBeCloseTo(0.415, 3)
    expect(posterior.quantile(0.975)).toBeCloseTo(0.477, 3)
  })

  it('has the expected shortfall of a uniform: b^2 / 2', () => {
    expect(betaPosterior(1, 1).expectedShortfall(0.6)).toBeCloseTo(0.18, 12)
    expect(betaPosterior(1, 1).expectedShortfall(2)).toBeCloseTo(1.5, 12)
  })
})
