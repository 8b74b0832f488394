import { describe, expect, test } from 'vitest'
import { funnel, normalQuantile, seededRandom } from '../../../../engine/statistics/index.ts'

/** Log risk ratios of thirteen BCG trials with their variances (Colditz et al. 1994; metafor's dat.bcg). */
const bcg = [
  [-0.8893, 0.3256],
  [-1.5854, 0.1946],
  [-1.3481, 0.4154],
  [-1.4416, 0.02],
  [-0.2175, 0.0512],
  [-0.7861, 0.0069],
  [-1.6209, 0.223],
  [0.012, 0.004],
  [-0.4694, 0.0564],
  [-1.3713, 0.073],
  [-0.3394, 0.0124],
  [0.4459, 0.5325],
  [-0.0173, 0.0714],
].map(([value, variance]) => ({ value: value!, variance: variance! }))

describe('funnel', () => {
  test('gives the published between-trial variance of the BCG trials, where nothing is drawn in', () => {
    const own = funnel(bcg, 0)!
    expect(own.centre).toBeCloseTo(-0.4303, 2)
    expect(own.overDispersion * 13).toBeCloseTo(152.2, 0)
    expect(own.tauSquared).toBeCloseTo(0.3088, 2)
  })

  test('limits are the quantiles of the normal around the centre, widened by tau2', () => {
    const own = funnel(bcg, 0)!
    const { low95, high998 } = own.limitsAt(0.1)
    const error = Math.sqrt(0.1 + own.tauSquared)
    expect(low95).toBeCloseTo(own.centre - 1.959964 * error, 6)
    expect(high998).toBeCloseTo(own.centre + 3.090232 * error, 6)
  })

  test('without widening most ordinary agents would be outliers at large n; with it (drawn in as it is) one in ten at most', () => {
    const random = seededRandom(3)
    const normal = () => normalQuantile(Math.min(0.999999, Math.max(0.000001, random())))
    const units = Array.from({ length: 2000 }, () => ({
      value: 0.8 + 0.04 * normal() + 0.01 * normal(),
      variance: 0.0001,
    }))
    const { places, tauSquared, centre } = funnel(units)!
    expect(Math.sqrt(tauSquared)).toBeGreaterThan(0.03)
    const outside = places.filter((place) => place !== 'inside').length / 2000
    expect(outside).toBeGreaterThan(0.03)
    expect(outside).toBeLessThan(0.12)
    const plain = units.filter(({ value }) => Math.abs(value - centre) > 1.96 * 0.01).length / 2000
    expect(plain).toBeGreaterThan(0.5)
  })

  test('nothing is added where sampling explains all; no units give none', () => {
    expect(funnel([{ value: 1, variance: 1 }])).toMatchObject({
      centre: 1,
      tauSquared: 0,
      places: ['inside'],
    })
    expect(funnel([])).toBeNull()
  })
})
