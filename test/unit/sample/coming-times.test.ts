import { describe, expect, test } from 'vitest'
import { comingTimes } from '../../../engine/sample/history/coming-times.ts'

const HOUR_MS = 3_600_000
/** A Monday. */
const MONDAY = Date.UTC(2026, 10, 16)
const dayAfter = (days: number) => MONDAY + days * 24 * HOUR_MS
const inWords = (at: number) => new Date(at).toUTCString().slice(0, 22)

describe('sessions prepared for whoever loads the sample', () => {
  test.each([
    ['Monday', 0, ['Mon, 16 Nov 2026 13:00', 'Tue, 17 Nov 2026 14:00', 'Wed, 18 Nov 2026 15:00']],
    ['Tuesday', 1, ['Tue, 17 Nov 2026 13:00', 'Wed, 18 Nov 2026 14:00', 'Thu, 19 Nov 2026 15:00']],
    ['Wednesday', 2, ['Wed, 18 Nov 2026 13:00', 'Thu, 19 Nov 2026 14:00', 'Fri, 20 Nov 2026 15:00']],
    ['Thursday', 3, ['Thu, 19 Nov 2026 13:00', 'Fri, 20 Nov 2026 14:00', 'Mon, 23 Nov 2026 15:00']],
    ['Friday', 4, ['Fri, 20 Nov 2026 13:00', 'Fri, 20 Nov 2026 14:00', 'Mon, 23 Nov 2026 15:00']],
    ['Saturday', 5, ['Sat, 21 Nov 2026 13:00', 'Sat, 21 Nov 2026 14:00', 'Mon, 23 Nov 2026 15:00']],
    ['Sunday', 6, ['Sun, 22 Nov 2026 13:00', 'Sun, 22 Nov 2026 14:00', 'Mon, 23 Nov 2026 15:00']],
  ])('on a %s: two in that week, and none before', (_, days, expected) => {
    expect(comingTimes(dayAfter(days) + 7 * HOUR_MS).map(inWords)).toEqual(expected)
  })

  test('at any hour of any day of a year lie ahead, two of them in the week that opens', () => {
    for (let hour = 0; hour < 366 * 24; hour += 5) {
      const loadedAt = MONDAY + hour * HOUR_MS + 11 * 60_000
      const nextMonday = MONDAY + (Math.floor(hour / 168) + 1) * 7 * 24 * HOUR_MS
      const times = comingTimes(loadedAt)
      expect(times.filter((at) => at < nextMonday).length).toBeGreaterThanOrEqual(2)
      expect(new Set(times.map((at) => new Date(at).toISOString().slice(0, 10)))).toContain(
        new Date(loadedAt).toISOString().slice(0, 10),
      )
      if (new Date(loadedAt).getUTCHours() < 20) for (const at of times) expect(at).toBeGreaterThan(loadedAt)
    }
  })
})
