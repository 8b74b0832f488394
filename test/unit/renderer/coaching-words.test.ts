import './in-english.ts'
import { describe, expect, it } from 'vitest'
import {
  countedAs,
  evaluationsNeededSentence,
  gainFigure,
  gainInWords,
} from '../../../renderer/features/coaching/words.ts'
import { attendanceWeeks } from '../../../renderer/features/coaching/attendance-weeks.ts'
import { anAssessedDriver } from './fixtures/drivers.ts'

describe('what an action says', () => {
  it('gives its gain with a sign and two decimals, so that a small one is no zero', () => {
    expect([gainFigure(1.284), gainFigure(0.02), gainFigure(0)]).toEqual(['+1.28', '+0.02', '0.00'])
  })

  it('says a gain in the outcome’s own terms', () => {
    expect([gainInWords(1.28, 'csat_top2'), gainInWords(0.4, 'fcr'), gainInWords(1.28, 'csat_mean')]).toEqual(
      [
        'about 1.28 more satisfied customers a week',
        'about 0.40 more contacts a week solved the first time',
        'as much as 1.28 customers a week going from the lowest to the highest rating',
      ],
    )
  })

  it('names what was counted', () => {
    expect([countedAs('question', 1), countedAs('measure', 12), countedAs('workforce', 20)]).toEqual([
      '1 evaluation',
      '12 conversations',
      '20 shifts',
    ])
  })

  it('says how much more of what the driver counts would settle it', () => {
    const question = anAssessedDriver({ evaluationsNeeded: 11 })
    const measure = anAssessedDriver({
      evaluationsNeeded: 40,
      driver: { id: 'silence_share', label: 'Dead air', kind: 'measure' },
    })
    expect([question, measure, anAssessedDriver()].map(evaluationsNeededSentence)).toEqual([
      'About 11 more evaluations would settle it.',
      'About 40 more conversations would settle it.',
      'More data would settle it; how much cannot be told yet.',
    ])
  })
})

describe('the attendance calendar', () => {
  it('fills whole weeks from Monday to Sunday around the days that are known', () => {
    const known = {
      day: '2026-11-18',
      scheduledMs: 1,
      adherence: 0.9,
      conformance: null,
      absence: 'none' as const,
      reason: null,
    }
    const weeks = attendanceWeeks([known])
    expect(weeks.map((week) => week.map(({ day }) => day))).toEqual([
      ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22'],
    ])
    expect(weeks[0]?.[2]).toBe(known)
  })

  it('is empty without days', () => {
    expect(attendanceWeeks([])).toEqual([])
  })
})
