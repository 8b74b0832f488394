import { describe, expect, test } from 'vitest'
import { dayFinder, instantOnDay } from '../../engine/days.ts'
import { dayNumber, dayOfNumber } from '../../shared/domain/time.ts'

const dayIn = (timeZone: string, instant: string) => dayOfNumber(dayFinder(timeZone)(Date.parse(instant)))

describe('the day of an instant', () => {
  test('begins at midnight of the zone, on the half and quarter hour of UTC too', () => {
    expect(dayIn('Asia/Kolkata', '2026-03-01T18:29:59Z')).toBe('2026-03-01')
    expect(dayIn('Asia/Kolkata', '2026-03-01T18:30:00Z')).toBe('2026-03-02')
    expect(dayIn('Asia/Kathmandu', '2026-03-01T18:14:59Z')).toBe('2026-03-01')
    expect(dayIn('Asia/Kathmandu', '2026-03-01T18:15:00Z')).toBe('2026-03-02')
    expect(dayIn('America/St_Johns', '2026-01-15T03:29:59Z')).toBe('2026-01-14')
    expect(dayIn('America/St_Johns', '2026-01-15T03:30:00Z')).toBe('2026-01-15')
  })

  test('does not depend on what was asked before it in the same hour', () => {
    const day = dayFinder('Asia/Kolkata')
    expect(
      ['2026-03-01T18:45:00Z', '2026-03-01T18:05:00Z', '2026-03-01T18:35:00Z'].map((instant) =>
        dayOfNumber(day(Date.parse(instant))),
      ),
    ).toEqual(['2026-03-02', '2026-03-01', '2026-03-02'])
  })

  test('follows the clocks when they change', () => {
    expect(dayIn('Europe/Berlin', '2026-03-28T22:59:59Z')).toBe('2026-03-28')
    expect(dayIn('Europe/Berlin', '2026-03-28T23:00:00Z')).toBe('2026-03-29')
    expect(dayIn('Europe/Berlin', '2026-03-29T22:00:00Z')).toBe('2026-03-30')
  })
})

test('the instant that stands for a day falls on that day in every zone', () => {
  const day = dayNumber('2026-06-30')
  const wrong = Intl.supportedValuesOf('timeZone').filter(
    (timeZone) => dayFinder(timeZone)(instantOnDay(day, timeZone)) !== day,
  )
  expect(wrong).toEqual([])
})
