import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  assess,
  type AssessmentInput,
  type DriverKind,
  type DriverPolarity,
} from '../../../engine/coaching/assessment/index.ts'
import { anAgent, aWeight, someFacts } from './builders.ts'

const anything = fc.oneof(
  fc.double({ min: -10, max: 10, noNaN: true }),
  fc.constantFrom(0, 1, 0.5, 1e9, -1e9, Number.NaN, Number.POSITIVE_INFINITY),
)
const count = fc.oneof(fc.nat(30), fc.constantFrom(0, 1, 0.3, 1e8, -1, Number.NaN))
const spread = fc.oneof(fc.constantFrom(0, 1, 1e12, Number.NaN), fc.double({ min: 0, max: 100, noNaN: true }))

const input: fc.Arbitrary<AssessmentInput> = fc
  .record({
    agentCount: fc.nat(26),
    windowDays: fc.constantFrom(0, 1, 28, 365),
    kinds: fc.array(fc.constantFrom<DriverKind>('mean', 'proportion', 'log-mean'), { maxLength: 3 }),
    polarity: fc.constantFrom<DriverPolarity>('higher', 'lower', { low: 0.2, high: 0.6 }),
    target: fc.option(fc.double({ min: -5, max: 5, noNaN: true })),
    delta: fc.constantFrom(0, 0.05, 1),
    cells: fc.array(fc.tuple(count, anything, spread), { minLength: 26, maxLength: 26 }),
    weight: fc.constantFrom(-1, 0, 0.1, 1e6),
  })
  .map(({ agentCount, windowDays, kinds, polarity, target, delta, cells, weight }) => ({
    windowDays,
    agents: Array.from({ length: agentCount }, (_, i) =>
      anAgent(`a${i}`, { teamId: i % 4 === 3 ? null : `t${i % 3}`, peerGroupId: `g${i % 2}` }),
    ),
    drivers: kinds.map((kind, d) => {
      const sampleAt = (i: number) => {
        const [n, adjusted, withinSumOfSquares] = cells[(i + d) % 26]!
        const drawn = (i + d) % 5 === 0 ? { observed: 3, variance: i % 2 === 0 ? null : 0.01 * i } : null
        return {
          agentId: `a${i}`,
          n,
          drawn,
          raw: adjusted,
          adjusted,
          withinSumOfSquares,
          contactsPerWeek: 10,
        }
      }
      const samples = Array.from({ length: 26 }, (_, i) => sampleAt(i))
      return {
        facts: someFacts({ driverId: `d${d}`, kind, polarity, target, delta }),
        weight: aWeight({ value: weight }),
        samples,
        isScoredHere: d % 2 === 0,
        queueSamples: samples.map(({ agentId, n, drawn, adjusted, withinSumOfSquares }, i) => ({
          agentId,
          queueId: `q${i % 3}`,
          n,
          isDrawn: drawn !== null,
          value: adjusted,
          withinSumOfSquares,
        })),
      }
    }),
  }))

/** Paths of figures that are no numbers; `raw` is shown as it came. */
function unsoundIn(found: unknown, path = ''): string[] {
  if (typeof found === 'number')
    return Number.isFinite(found) || path.endsWith('.raw') ? [] : [`${path}=${found}`]
  if (typeof found !== 'object' || found === null) return []
  return Object.entries(found).flatMap(([key, value]) => unsoundIn(value, `${path}.${key}`))
}

describe('assessment of anything at all', () => {
  it('answers with every agent once, finite figures and sane probabilities', () => {
    fc.assert(
      fc.property(input, (given) => {
        const result = assess(given)
        expect(result.agents.map(({ agentId }) => agentId).toSorted()).toEqual(
          given.agents.map(({ agentId }) => agentId).toSorted(),
        )
        expect(unsoundIn(result)).toEqual([])
        for (const { drivers, actions } of result.agents) {
          expect(actions.length).toBeLessThanOrEqual(3)
          for (const driver of drivers) {
            expect(driver.probabilityOfGap).toBeGreaterThanOrEqual(0)
            expect(driver.probabilityOfGap).toBeLessThanOrEqual(1)
            expect(driver.expectedGap).toBeGreaterThanOrEqual(0)
            expect(driver.posterior.low).toBeLessThanOrEqual(driver.posterior.high)
            expect(driver.status !== 'proposed' || driver.probabilityOfGap >= 0.8).toBe(true)
          }
        }
      }),
      { numRuns: 150 },
    )
  })
})
