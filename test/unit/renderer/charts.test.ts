import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { domainOf, positionIn, ticksFor, ticksIn } from '../../../renderer/charts/scale.ts'

describe('the range of an axis', () => {
  it('holds every value and stays within the ends of its unit', () => {
    expect(domainOf([0.9, null, 1], { low: 0, high: 1 })).toEqual({ low: 0.892, high: 1 })
  })

  it('is the whole unit where nothing is known', () => {
    expect(domainOf([null], { low: -1, high: 1 })).toEqual({ low: -1, high: 1 })
  })

  it('has a width even for one value', () => {
    const domain = domainOf([42])
    expect(domain.high).toBeGreaterThan(domain.low)
    expect(positionIn(domain, 42)).toBeCloseTo(0.5)
  })

  it('puts every value it was made from between 0 and 1, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2 }), (values) => {
        const domain = domainOf(values)
        const places = values.toSorted((a, b) => a - b).map((value) => positionIn(domain, value))
        expect(
          places.every((place, index) => place >= 0 && place <= 1 && place >= (places[index - 1] ?? 0)),
        ).toBe(true)
      }),
    )
  })
})

describe('axis ticks', () => {
  it('are round numbers within the range', () => {
    expect(ticksIn({ low: 0.41, high: 0.83 })).toEqual([0.5, 0.6, 0.7, 0.8])
  })

  it('are round on the scale that is shown', () => {
    const shown = ticksFor({ low: 0.7, high: 0.82 }, 'score', { min: 1, max: 5 }).map((tick) => 1 + tick * 4)
    expect(shown.map((tick) => Number(tick.toFixed(6)))).toEqual([3.8, 3.9, 4, 4.1, 4.2])
  })

  it('are round on a clock where they are seconds', () => {
    expect(ticksFor({ low: 12, high: 115 }, 'seconds')).toEqual([30, 60, 90])
    expect(ticksFor({ low: 0, high: 2.1 }, 'seconds')).toEqual([0, 0.5, 1, 1.5, 2])
  })

  it('are never more than asked for, and never outside', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e5, max: 1e5, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e5, noNaN: true }),
        (low, width) => {
          const high = low + width
          const ticks = ticksIn({ low, high }, 5)
          expect(ticks.length).toBeLessThanOrEqual(6)
          expect(ticks.every((tick) => tick >= low - width * 1e-6 && tick <= high + width * 1e-6)).toBe(true)
        },
      ),
    )
  })
})
