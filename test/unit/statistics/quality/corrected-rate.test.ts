import { describe, expect, it } from 'vitest'
import { correctedRate } from '../../../../engine/statistics/index.ts'
import { randomFrom } from '../../../bench/simulation/random.ts'

describe('corrected rate', () => {
  // Lang & Reiczigel, Preventive Veterinary Medicine 113 (2014), examples 1 to 4.
  it.each([
    { tests: [4060, 11284], sick: [178, 179], sound: [358, 359], low: 0.349, high: 0.372, digits: 3 },
    { tests: [51, 2971], sick: [32, 33], sound: [20, 20], low: 0, high: 0.053, digits: 3 },
    { tests: [0.06 * 11862, 11862], sick: [8, 10], sound: [12, 12], low: 0, high: 0.147, digits: 3 },
    { tests: [259, 509], sick: [84, 127], sound: [96, 109], low: 0.58, high: 0.87, digits: 2 },
    { tests: [51, 509], sick: [23, 41], sound: [187, 195], low: 0.037, high: 0.195, digits: 3 },
  ])(
    'has the interval of Lang & Reiczigel 2014: $low to $high',
    ({ tests, sick, sound, low, high, digits }) => {
      const measured = ([passes, n]: number[]) => ({ share: passes! / n!, n: n! })
      const corrected = correctedRate(measured(tests), measured(sick), measured(sound))
      expect(corrected.rate).not.toBeNull()
      if (corrected.rate === null) return
      expect(Number(corrected.low.toFixed(digits))).toBe(low)
      expect(Number(corrected.high.toFixed(digits))).toBe(high)
    },
  )

  it('is the Rogan & Gladen estimate: 10% seen at sensitivity 0.9 and specificity 0.95 are 5.9%', () => {
    const corrected = correctedRate({ share: 0.1, n: 1000 }, { share: 0.9, n: 200 }, { share: 0.95, n: 200 })
    expect(corrected.rate).toBeCloseTo(0.05 / 0.85, 12)
  })

  it('stays within 0 and 1', () => {
    expect(correctedRate({ share: 0, n: 500 }, { share: 0.9, n: 50 }, { share: 0.9, n: 50 }).rate).toBe(0)
    expect(correctedRate({ share: 1, n: 500 }, { share: 0.9, n: 50 }, { share: 0.9, n: 50 }).rate).toBe(1)
  })

  it('is refused, with the reason, where the scorer tells too little', () => {
    expect(correctedRate({ share: 0.3, n: 500 }, { share: 0.6, n: 50 }, { share: 0.65, n: 50 })).toEqual({
      rate: null,
      informedness: 0.25,
      reason:
        'The scorer tells too little of the truth for a corrected rate (sensitivity 0.60, specificity 0.65).',
    })
    expect(correctedRate({ share: 0.3, n: 500 }, { share: 1, n: 0 }, { share: 0.9, n: 50 }).reason).toBe(
      'No fails or no passes have been double-scored yet.',
    )
  })

  it('covers the true rate in 93% to 98% of simulated audits', () => {
    const random = randomFrom(11)
    let covered = 0
    const runs = 2000
    for (let run = 0; run < runs; run++) {
      const truth = 0.15
      const seen = random.passes(2000, truth * 0.85 + (1 - truth) * 0.06) / 2000
      const corrected = correctedRate(
        { share: seen, n: 2000 },
        { share: random.passes(60, 0.85) / 60, n: 60 },
        { share: random.passes(140, 0.94) / 140, n: 140 },
      )
      if (corrected.rate !== null && corrected.low <= truth && truth <= corrected.high) covered++
    }
    expect(covered / runs).toBeGreaterThan(0.93)
    expect(covered / runs).toBeLessThan(0.98)
  })
})
