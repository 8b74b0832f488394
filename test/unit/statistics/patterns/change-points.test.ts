import { describe, expect, test } from 'vitest'
import { changePoints, normalQuantile, seededRandom } from '../../../../engine/statistics/index.ts'

function noise(seed: number): () => number {
  const random = seededRandom(seed)
  return () => normalQuantile(Math.min(0.999999, Math.max(0.000001, random())))
}

describe('change points', () => {
  test('find a step where it is, with its levels', () => {
    const normal = noise(5)
    const series = Array.from({ length: 26 }, (_, week) => ({
      n: 100 + (week % 3) * 40,
      value: (week < 15 ? 0.8 : 0.7) + 0.02 * normal(),
    }))
    const found = changePoints(series)
    expect(found).toHaveLength(1)
    expect(found[0]!.at).toBe(15)
    expect(found[0]!.before).toBeCloseTo(0.8, 1)
    expect(found[0]!.after).toBeCloseTo(0.7, 1)
    expect(found[0]!.pValue).toBeLessThan(0.01)
  })

  test('find two', () => {
    const normal = noise(9)
    const series = Array.from({ length: 40 }, (_, week) => ({
      n: 50,
      value: (week < 12 || week >= 28 ? 10 : 14) + normal(),
    }))
    const places = changePoints(series).map(({ at }) => at)
    expect(places).toHaveLength(2)
    expect(Math.abs(places[0]! - 12)).toBeLessThanOrEqual(1)
    expect(Math.abs(places[1]! - 28)).toBeLessThanOrEqual(1)
  })

  test('raise an alarm on noise in about one series of twenty', () => {
    let alarms = 0
    const rounds = 300
    for (let seed = 1; seed <= rounds; seed++) {
      const normal = noise(seed * 31)
      const series = Array.from({ length: 26 }, (_, week) => {
        const n = 20 + 10 * (week % 4)
        return { n, value: normal() / Math.sqrt(n) }
      })
      if (changePoints(series, seed).length > 0) alarms++
    }
    expect(alarms / rounds).toBeGreaterThan(0.02)
    expect(alarms / rounds).toBeLessThan(0.085)
  })

  test('say nothing of a series that is short, empty or does not move', () => {
    expect(changePoints([])).toEqual([])
    expect(changePoints(Array.from({ length: 5 }, () => ({ n: 1, value: 2 })))).toEqual([])
    expect(changePoints(Array.from({ length: 30 }, () => ({ n: 7, value: 0.1 })))).toEqual([])
  })
})
