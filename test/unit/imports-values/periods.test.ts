import { describe, expect, it } from 'vitest'
import { findPeriod, readPeriod, spanAround } from '../../../engine/imports/values/periods.ts'

const september = ['2026-09-01', '2026-09-30']
const days = (period: { fromDay: string; toDay: string } | null) => period && [period.fromDay, period.toDay]

describe('a cell that names a period', () => {
  it.each([
    ['Sep 2026', september],
    ['September 2026', september],
    ['Sept. 2026', september],
    ['2026-09', september],
    ['09/2026', september],
    ['202609', september],
    ['Sep-26', september],
    ["Sep '26", september],
    ['septembre 2026', september],
    ['2026 September', september],
    ['01.09.2026 - 30.09.2026', september],
    ['01.09. - 30.09.2026', september],
    ['2026-09-01 to 2026-09-30', september],
    ['2026-09-01/2026-09-30', september],
    ['2026-09-01T00:00:00Z/2026-10-01T00:00:00Z', september],
    ['Sep 1 - Sep 30, 2026', september],
    ['Sep 1-30, 2026', september],
    ['1-30 September 2026', september],
    ['1 Sep – 30 Sep 2026', september],
    ['Q3 2026', ['2026-07-01', '2026-09-30']],
    ['2026-Q3', ['2026-07-01', '2026-09-30']],
    ['Jul - Sep 2026', ['2026-07-01', '2026-09-30']],
    ['Dec 2025 to Jan 2026', ['2025-12-01', '2026-01-31']],
    ['2026-W36', ['2026-08-31', '2026-09-06']],
    ['KW 1 2026', ['2025-12-29', '2026-01-04']],
    ['Week 53, 2026', ['2026-12-28', '2027-01-03']],
  ])('%s', (cell, expected) => {
    expect(days(readPeriod(cell, 'dmy'))).toEqual(expected)
  })

  it('in the order of its column', () => {
    expect(days(readPeriod('9/1/26 12:00 AM - 9/30/26 11:59 PM', 'mdy'))).toEqual(september)
    expect(days(readPeriod('1/9/2026 - 7/9/2026', 'dmy'))).toEqual(['2026-09-01', '2026-09-07'])
    expect(days(readPeriod('1/9/2026 - 7/9/2026', 'mdy'))).toEqual(['2026-01-09', '2026-07-09'])
  })

  it.each([
    '2026-09-01',
    'September',
    '2026',
    '12345',
    'Team 2026',
    '30.09.2026 - 01.09.2026',
    'Sep 2026 (draft)',
    '',
  ])('but not "%s"', (cell) => {
    expect(readPeriod(cell, 'dmy')).toBeNull()
  })
})

describe('a title that names a period', () => {
  it.each([
    ['agent summary 2026-09-01 to 2026-09-30', september],
    ['Agent_Summary_20260901_20260930', september],
    ['agents-2026-09-01-2026-09-30', september],
    ['Agent performance Sept 2026', september],
    ['report_2026-09', september],
    ['Report for 09-01-2026_09-30-2026', september],
    ['Date range: 09/01/2026 - 09/30/2026', september],
    ['Zeitraum: 01.09.2026 bis 30.09.2026', september],
    ['team A Q3 2026 (2)', ['2026-07-01', '2026-09-30']],
    ['1-2-2026 to 7-2-2026', ['2026-02-01', '2026-02-07']],
  ])('%s', (title, expected) => {
    expect(days(findPeriod(title))).toEqual(expected)
  })

  it.each([
    'agent summary 2026-09-30',
    'Generated on 2026-10-01 09:15',
    'agents 20261001',
    'export 1234567890',
    'Agents',
  ])('but a single day is none: %s', (title) => {
    expect(findPeriod(title)).toBeNull()
  })
})

it('a date stands for the week it begins or ends, or for its month or quarter', () => {
  const at = Date.UTC(2026, 8, 7)
  expect(
    (['week', 'week-ending', 'month', 'quarter'] as const).map((span) => days(spanAround(at, span))),
  ).toEqual([
    ['2026-09-07', '2026-09-13'],
    ['2026-09-01', '2026-09-07'],
    september,
    ['2026-07-01', '2026-09-30'],
  ])
})
