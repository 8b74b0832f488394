import './in-english.ts'
import { describe, expect, it } from 'vitest'
import { dayOfInstant, formatRelativeDay, formatTenure, withLocalDays } from '../../../renderer/ui/dates.ts'

describe('days', () => {
  it('belong to the workspace’s time zone, not to UTC', () => {
    const lateEvening = Date.UTC(2026, 10, 20, 23, 30)
    expect([dayOfInstant(lateEvening, 'UTC'), dayOfInstant(lateEvening, 'Europe/Berlin')]).toEqual([
      '2026-11-20',
      '2026-11-21',
    ])
  })

  it('are counted by the calendar, not by 24 hours', () => {
    const now = Date.UTC(2026, 10, 20, 0, 30)
    expect(formatRelativeDay(now - 3_600_000, now, 'UTC')).toBe('yesterday')
  })

  it('give the date itself when they lie far back', () => {
    const now = Date.UTC(2026, 10, 20)
    expect(formatRelativeDay(Date.UTC(2026, 5, 1), now, 'UTC')).toContain('2026')
  })
})

describe('tenure', () => {
  it('is said in the largest unit that fits', () => {
    const on = '2026-11-20'
    expect(
      ['2026-11-19', '2026-11-10', '2026-09-28', '2026-02-20', '2024-03-04'].map((day) =>
        formatTenure(day, on),
      ),
    ).toEqual(['1 day', '10 days', '7 weeks', '8 months', '2.5 years'])
  })

  it('is none for somebody who starts later', () => {
    expect(formatTenure('2027-01-01', '2026-11-20')).toBe('0 days')
  })
})

describe('a sentence of the engine', () => {
  it('has its days written the reader’s way', () => {
    expect(withLocalDays('From 2026-10-24 to 2026-11-20.')).toBe('From Oct 24, 2026 to Nov 20, 2026.')
  })
})
