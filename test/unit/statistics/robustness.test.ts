import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  centralInterval,
  durationPosterior,
  shrinkMeans,
  shrinkShares,
  wilsonInterval,
  xmrChart,
  type PeerFit,
} from '../../../engine/statistics/index.ts'

const value = fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constantFrom(0, 1, 0.5, -1e6, 1e6))
const spread = fc.oneof(fc.constantFrom(0, 1e-12, 1, 1e9), fc.double({ min: 0, max: 1e6, noNaN: true }))
const noisyValues = fc.array(fc.record({ mean: value, variance: spread }), { minLength: 1, maxLength: 40 })
const share = fc
  .tuple(
    fc.oneof(
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom(0.01, 1, 1e7),
      fc.double({ min: 0.1, max: 1e4, noNaN: true }),
    ),
    fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  )
  .map(([n, rate]) => ({ n, passes: n * rate }))

function expectSound(fit: PeerFit, low: number, high: number): void {
  const reach = 1e-6 + 1e-6 * Math.max(Math.abs(low), Math.abs(high))
  expect(Number.isFinite(fit.peerMean)).toBe(true)
  expect(fit.betweenAgentSd).toBeGreaterThanOrEqual(0)
  for (const reliability of fit.reliabilities) {
    expect(reliability).toBeGreaterThanOrEqual(0)
    expect(reliability).toBeLessThanOrEqual(1)
  }
  for (const posterior of fit.posteriors) {
    const interval = centralInterval(posterior)
    expect(posterior.standardDeviation).toBeGreaterThanOrEqual(0)
    expect(interval.low).toBeLessThanOrEqual(interval.high)
    for (const figure of [posterior.mean, interval.low, interval.high]) {
      expect(Number.isFinite(figure)).toBe(true)
    }
    // Shrinkage never carries a mean beyond what was seen.
    expect(posterior.mean).toBeGreaterThanOrEqual(low - reach)
    expect(posterior.mean).toBeLessThanOrEqual(high + reach)
    for (const at of [low, posterior.mean, high]) {
      const below = posterior.probabilityBelow(at)
      expect(below).toBeGreaterThanOrEqual(0)
      expect(below).toBeLessThanOrEqual(1)
      expect(posterior.expectedShortfall(at)).toBeGreaterThanOrEqual(0)
    }
  }
}

describe('shrinkage of anything at all', () => {
  it('gives finite means within the values seen, ordered intervals and probabilities', () => {
    fc.assert(
      fc.property(noisyValues, spread, (values, variance) => {
        const means = values.map(({ mean }) => mean)
        const fit = shrinkMeans(values, variance)
        const slack =
          fit.basis === 'nonparametric' ? Math.max(...values.map((v) => Math.sqrt(v.variance))) : 0
        expectSound(fit, Math.min(...means) - slack, Math.max(...means) + slack)
      }),
      { numRuns: 300 },
    )
  })

  it('does so for shares, all passed and all failed included', () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 30 }), (shares) => {
        expectSound(shrinkShares(shares), 0, 1)
      }),
      { numRuns: 200 },
    )
  })

  it('does so for identical values without any spread', () => {
    for (const agents of [1, 4, 5, 19, 20, 60]) {
      const values = Array.from({ length: agents }, () => ({ mean: 0.7, variance: 0 }))
      const fit = shrinkMeans(values, 0)
      for (const { mean } of fit.posteriors) expect(mean).toBeCloseTo(0.7, 3)
      const allPassed = shrinkShares(Array.from({ length: agents }, () => ({ n: 10, passes: 10 })))
      expectSound(allPassed, 0, 1)
      for (const { mean } of allPassed.posteriors) expect(mean).toBeGreaterThan(0.85)
    }
  })

  it('keeps durations positive', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -3, max: 9, noNaN: true }), { minLength: 1, maxLength: 30 }),
        (logs) => {
          const fit = shrinkMeans(
            logs.map((mean) => ({ mean, variance: 0.1 })),
            0.5,
          )
          for (const posterior of fit.posteriors) {
            const { low, high } = centralInterval(durationPosterior(posterior, 0.5))
            expect(low).toBeGreaterThan(0)
            expect(Number.isFinite(high)).toBe(true)
          }
        },
      ),
      { numRuns: 50 },
    )
  })
})

describe('log-scale durations', () => {
  it('have the mean of the log-normal: exp(mu + sd2/2 + s2/2) for a normal posterior of mu', () => {
    const [posterior] = shrinkMeans(
      [
        { mean: 5, variance: 0.01 },
        { mean: 5, variance: 0.01 },
      ],
      1e6,
    ).posteriors
    const duration = durationPosterior(posterior!, 0.4)
    const exact = Math.exp(posterior!.mean + posterior!.standardDeviation ** 2 / 2 + 0.2)
    expect(duration.mean / exact).toBeCloseTo(1, 3)
    expect(duration.quantile(0.5)).toBeCloseTo(Math.exp(posterior!.mean + 0.2), 0)
  })
})

describe('the small methods', () => {
  it('stay within their bounds', () => {
    fc.assert(
      fc.property(share, ({ n, passes }) => {
        const interval = wilsonInterval(passes, n)!
        expect(interval.low).toBeGreaterThanOrEqual(0)
        expect(interval.high).toBeLessThanOrEqual(1)
        expect(interval.low).toBeLessThanOrEqual(interval.share + 1e-12)
        expect(interval.high).toBeGreaterThanOrEqual(interval.share - 1e-12)
      }),
    )
    fc.assert(
      fc.property(fc.array(value, { minLength: 2 }), (values) => {
        const chart = xmrChart(values)!
        expect(chart.lowerLimit).toBeLessThanOrEqual(chart.upperLimit)
        expect(chart.signals).toHaveLength(values.length)
      }),
    )
  })
})
