import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  contactsStillNeeded,
  drawOrder,
  effectVerdict,
  expectedBounce,
  minimumDetectableEffect,
  programmeMean,
  waitingListEffect,
} from '../../../../engine/statistics/index.ts'
import { studentTQuantile } from '../../../../engine/statistics/student-t.ts'

describe('the verdict', () => {
  it.each([
    [0.01, 0.2, 'improved'],
    [-0.2, -0.01, 'worse'],
    [-0.2, 0.1, 'too-early'],
    [-0.03, 0.04, 'no-change-seen'],
    [0, 0.08, 'no-change-seen'],
  ])('is for %f to %f with a difference of 0.05: %s', (low, high, verdict) => {
    expect(effectVerdict({ low, high }, 0.05)).toBe(verdict)
  })
})

describe('contacts still needed', () => {
  const given = {
    observationVariance: 4,
    observed: 10,
    restVariance: 0.01,
    degreesOfFreedom: Infinity,
    delta: 0.5,
  }

  it('bring the half-width to the difference worth acting on', () => {
    const needed = contactsStillNeeded(given)!
    const halfWidth = (n: number) => studentTQuantile(0.975, 1e6) * Math.sqrt(0.01 + 4 / n)
    expect(halfWidth(10 + needed)).toBeLessThanOrEqual(0.5 + 1e-9)
    expect(halfWidth(10 + needed - 1)).toBeGreaterThan(0.5)
  })

  it('are none where it is narrow enough, and no number where the rest alone is too wide', () => {
    expect(contactsStillNeeded({ ...given, observed: 1000 })).toBe(0)
    expect(contactsStillNeeded({ ...given, restVariance: 0.1 })).toBeNull()
  })
})

describe('the expected bounce', () => {
  it('is 1.05 standard deviations for somebody picked at -1.5 on a reliability of 0.3', () => {
    expect(expectedBounce(-1.5, 0, 0.3)).toBeCloseTo(1.05, 12)
  })

  it('is nothing on a perfectly reliable driver', () => {
    expect(expectedBounce(-1.5, 0, 1)).toBe(0)
  })
})

describe('the smallest effect one could see', () => {
  it('is 2.80 standard errors with many degrees of freedom (Bloom 1995)', () => {
    expect(minimumDetectableEffect(1, 1e6)).toBeCloseTo(2.8016, 3)
  })
})

describe('the drawn waiting list', () => {
  it('draws the same order from the same seed, whatever order people come in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 12 }), fc.integer(), (ids, seed) => {
        const order = drawOrder(ids, seed)
        expect(drawOrder(ids.toReversed(), seed)).toEqual(order)
        expect(order.toSorted()).toEqual(ids.toSorted())
      }),
    )
  })

  it('lets each of three go first about equally often', () => {
    const firsts = new Map<string, number>()
    for (let seed = 0; seed < 3000; seed++) {
      const first = drawOrder(['a', 'b', 'c'], seed)[0]!
      firsts.set(first, (firsts.get(first) ?? 0) + 1)
    }
    for (const count of firsts.values()) expect(Math.abs(count - 1000)).toBeLessThan(100)
  })

  // Imbens & Rubin 2015, section 5.3: six children of the honey study; 16 of 20 draws show as large a difference.
  it('gives the p-value of 0.8 of the six children of the honey study', () => {
    const { effect, pValue, isExact } = waitingListEffect([3, 5, 0], [4, 0, 1], 1)!
    expect(effect).toBeCloseTo(1, 12)
    expect([pValue, isExact]).toEqual([0.8, true])
  })

  it("has the interval of Welch on Neyman's variance", () => {
    // means 4 and 1, variances 4 and 1, three each: standard error sqrt(5/3), nu = (5/3)^2 / ((4/3)^2/2 + (1/3)^2/2) = 2.941
    const { effect, low } = waitingListEffect([2, 4, 6], [0, 1, 2], 1)!
    expect(effect - low).toBeCloseTo(studentTQuantile(0.975, 50 / 17) * Math.sqrt(5 / 3), 9)
  })

  it('samples draws where there are too many, and finds about the same', () => {
    const first = [1.2, 0.4, 0.9, 1.5, 0.3, 0.8, 1.1, 0.7, 0.2, 1]
    const waiting = [0.1, 0.5, -0.2, 0.6, 0.9, 0, 0.3, -0.1, 0.4, 0.2]
    const sampled = waitingListEffect(first, waiting, 5)!
    expect(sampled.isExact).toBe(false)
    expect(sampled.pValue).toBeLessThan(0.01)
    expect(waitingListEffect(first, waiting, 5)).toEqual(sampled)
  })

  it('says nothing of one person on a side', () => {
    expect(waitingListEffect([1], [0, 1, 2], 1)).toBeNull()
  })
})

describe('the programme view', () => {
  // The 13 trials of the BCG vaccine (Colditz et al. 1994), log risk ratios.
  const trials = [
    [4, 119, 11, 128],
    [6, 300, 29, 274],
    [3, 228, 11, 209],
    [62, 13536, 248, 12619],
    [33, 5036, 47, 5761],
    [180, 1361, 372, 1079],
    [8, 2537, 10, 619],
    [505, 87886, 499, 87892],
    [29, 7470, 45, 7232],
    [17, 1699, 65, 1600],
    [186, 50448, 141, 27197],
    [5, 2493, 3, 2338],
    [27, 16886, 29, 17825],
  ] as const
  const effects = trials.map(([a, b, c, d]) => ({
    mean: Math.log(a / (a + b) / (c / (c + d))),
    variance: 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d),
  }))

  it('gives the BCG trials tau2 0.3181 by Paule & Mandel and a mean of -0.715', () => {
    const { tauSquared, mean } = programmeMean(effects)!
    expect(tauSquared).toBeCloseTo(0.3181, 4)
    expect(mean).toBeCloseTo(-0.715, 4)
  })

  it('gives them the interval of Hartung, Knapp, Sidik and Jonkman', () => {
    // with tau2 by REML (0.3132) it is -1.1082 to -0.3208; tau2 is a little larger here
    const { interval, prediction } = programmeMean(effects)!
    expect(interval!.low).toBeCloseTo(-1.108, 2)
    expect(interval!.high).toBeCloseTo(-0.3208, 3)
    expect(prediction!.low).toBeLessThan(interval!.low)
    expect(prediction!.high).toBeGreaterThan(0)
  })

  it('is no surer than the plain interval where effects agree by chance', () => {
    const { standardError } = programmeMean([1, 1.001, 0.999].map((mean) => ({ mean, variance: 0.3 })))!
    expect(standardError).toBeCloseTo(Math.sqrt(0.1), 9)
  })

  it('says what it can of two effects, of one and of none', () => {
    expect(programmeMean([])).toBeNull()
    expect(programmeMean([{ mean: 1, variance: 1 }])!.interval).toBeNull()
    expect(
      programmeMean([
        { mean: 1, variance: 1 },
        { mean: 2, variance: 1 },
      ])!.prediction,
    ).toBeNull()
  })
})
