import { describe, expect, test } from 'vitest'
import { ordinaryWait, silenceAtEnd, thinDays } from '../../../engine/statistics/index.ts'
import { alarmShare, type SimulatedSource } from './rhythm-simulation.ts'

const WORLDS = 400
const daily: SimulatedSource = {
  mean: 12,
  restsAtWeekends: true,
  fileEveryDays: 1,
  latestDays: 0,
  daysOff: 0,
}
const ordinary: [name: string, source: SimulatedSource][] = [
  ['a daily file, at rest at weekends', daily],
  ['a daily file with ten days off a year', { ...daily, daysOff: 10 }],
  ['few rows a day, every day', { ...daily, mean: 0.6, restsAtWeekends: false }],
  ['a weekly file', { ...daily, fileEveryDays: 7, latestDays: 1 }],
  ['a weekly file with days off', { ...daily, fileEveryDays: 7, latestDays: 2, daysOff: 10 }],
  ['a monthly file of QA', { ...daily, mean: 4, fileEveryDays: 30, latestDays: 5, daysOff: 10 }],
]

describe('silence at the end', () => {
  test.each(ordinary)('is called a stop in at most one of a hundred: %s', (_name, source) => {
    const share = alarmShare(source, WORLDS, 7)
    expect(share).toBeLessThanOrEqual(0.01)
  })

  test('a daily file that stopped two weeks ago is always found, a monthly one that stopped two months ago too', () => {
    expect(alarmShare(daily, WORLDS, 8, 14)).toBe(1)
    expect(alarmShare(ordinary.at(-1)![1], WORLDS, 8, 60)).toBeGreaterThan(0.95)
  })

  test('is told with its first day and what was to be expected', () => {
    const counts = Array.from({ length: 84 }, (_, day) => (day < 70 ? 10 : 0))
    expect(silenceAtEnd(counts, 1000, 0.01)).toEqual({
      since: 1070,
      days: 14,
      expected: 140,
      chance: expect.closeTo(0),
    })
    expect(silenceAtEnd(counts, 1000, 0.01, 14)).toBeUndefined()
    expect(silenceAtEnd(counts.slice(0, 73), 1000, 0.01)).toBeDefined()
    expect(silenceAtEnd(counts.slice(0, 72), 1000, 0.01)).toBeUndefined()
  })

  test('says nothing of a series too short to have a rhythm', () => {
    expect(silenceAtEnd([5, 5, 5, 5, 5, 5, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 0, 0.01)).toBeUndefined()
  })
})

describe('the ordinary wait for a file', () => {
  test.each([
    ['one file', [10], 0],
    ['every day', [10, 11, 12, 13], 1],
    ['every week', [7, 14, 21, 28], 10],
    ['every month, in parts that end on different days', [30, 31, 60, 61, 90, 91], 43],
    ['every day, with one outage', [...Array.from({ length: 90 }, (_, day) => day), 130], 1],
  ])('%s', (_name, days, wait) => {
    expect(ordinaryWait(days)).toBe(wait)
  })
})

describe('thin days', () => {
  test('are those with a third or less of what their weekday brings, and not the rest of the week', () => {
    const counts = Array.from({ length: 84 }, (_, day): number => (day % 7 === 3 ? 8 : 100))
    counts[70] = 12
    expect(thinDays(counts, 0, 0.001)).toEqual([{ day: 70, n: 12, usual: 100 }])
  })
})
