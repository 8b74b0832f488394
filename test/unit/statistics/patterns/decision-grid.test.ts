import { describe, expect, test } from 'vitest'
import { decisionGrid } from '../../../../engine/statistics/index.ts'

const at = (value: number, reach: number) => ({ value, low: value - reach, high: value + reach })
const low = at(0.1, 0.02)
const good = at(-0.01, 0.02)
const wide = at(0.1, 0.02)
const little = at(0.02, 0.01)
const delta = 0.05

describe('the decision grid', () => {
  test.each([
    ['low average, little spread', low, little, null, 'fix-the-process'],
    ['low average, wide spread', low, wide, little, 'mixed'],
    ['good average, wide spread', good, wide, null, 'coach-the-few'],
    ['good average, little spread', good, little, at(0.05, 0.03), 'leave-alone'],
    ['reviewers far apart', low, little, wide, 'calibrate-first'],
    ['a spread that may be either', low, at(0.05, 0.03), null, 'cannot-tell'],
    ['an average that may be either', at(0.05, 0.06), wide, null, 'cannot-tell'],
    ['nothing says what it should be', null, wide, null, 'cannot-tell'],
    ['nobody knows the spread', good, null, null, 'cannot-tell'],
  ] as const)('%s', (_, shortfall, betweenAgents, betweenReviewers, place) => {
    expect(decisionGrid({ shortfall, betweenAgents, betweenReviewers, delta }).place).toBe(place)
  })
})
