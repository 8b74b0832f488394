import { describe, expect, it } from 'vitest'
import { agreementOf, ratingsTable, type Coefficient } from '../../../engine/statistics/index.ts'
import { seededRandom } from '../../../engine/statistics/seeded-random.ts'
import { rateWorld, truthOf, type RatedWorld } from '../../support/rated-world.ts'

const WORLDS = 400

/** How often an interval holds the truth, and how often it begins above it: the mistake that would trust a scorer too early. */
function coverage(coefficients: readonly Coefficient[], truth: number): { holds: number; tooHigh: number } {
  const valued = coefficients.filter((one) => one.value !== null)
  const share = (count: number) => count / valued.length
  return {
    holds: share(valued.filter(({ low, high }) => low <= truth + 1e-9 && truth <= high + 1e-9).length),
    tooHigh: share(valued.filter(({ low }) => low > truth + 1e-9).length),
  }
}

describe('95% intervals hold the truth', () => {
  const worlds: [string, RatedWorld][] = [
    ['two raters, 50 items', { items: 50, raters: 2, prevalence: 0.5, accuracy: 0.9 }],
    ['two raters, 100 items, one answer in ten', { items: 100, raters: 2, prevalence: 0.9, accuracy: 0.95 }],
    ['two raters, 50 items, nearly perfect', { items: 50, raters: 2, prevalence: 0.8, accuracy: 0.97 }],
    ['four raters, 50 items', { items: 50, raters: 4, prevalence: 0.7, accuracy: 0.85 }],
  ]
  it.each(worlds)('%s', (_, world) => {
    const truth = truthOf(world)
    const found = Array.from({ length: WORLDS }, (_, seed) => {
      const table = ratingsTable(rateWorld(world, seed + 1), 'nominal', ['yes', 'no'])
      return agreementOf(table, { resamples: 400, seed })
    })
    const kappa = found.map((one) => (world.raters === 2 ? one.cohenKappa : one.fleissKappa))
    const alpha = found.map((one) => one.alpha)
    const ac1 = found.map((one) => one.ac1)
    const agreement = found.map((one) => one.percentAgreement)
    for (const [name, { holds, tooHigh }] of Object.entries({
      agreement: coverage(agreement, truth.agreement),
      kappa: coverage(kappa, truth.kappa),
      alpha: coverage(alpha, truth.kappa),
      ac1: coverage(ac1, truth.ac1),
    })) {
      expect({ name, isEnough: holds > 0.92 && holds < 0.995, holds }).toMatchObject({ isEnough: true })
      expect({ name, isRare: tooHigh < 0.05, tooHigh }).toMatchObject({ isRare: true })
    }
  })

  it('intraclass correlations of three raters', () => {
    const random = seededRandom(4)
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    const found = Array.from({ length: 600 }, () => {
      const raters = Array.from({ length: 3 }, () => 0.5 * normal())
      const rows = Array.from({ length: 25 }, () => {
        const level = normal()
        return raters.map((severity) => level + severity + 0.7 * normal())
      })
      return agreementOf(ratingsTable(rows, 'interval'), { resamples: 2 })
    })
    const total = 1 + 0.25 + 0.49
    const one = found.map(({ icc2 }) => icc2)
    const consistent = found.map(({ icc3 }) => icc3)
    const ofMean = found.map(({ icc2k }) => icc2k)
    for (const { holds } of [
      coverage(one, 1 / total),
      coverage(consistent, 1 / 1.49),
      coverage(ofMean, 1 / (1 + 0.74 / 3)),
    ]) {
      expect(holds).toBeGreaterThan(0.93)
      expect(holds).toBeLessThan(0.97)
    }
  })
})
