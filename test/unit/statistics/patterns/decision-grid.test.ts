import { describe, expect, test } from 'vitest'
import { decisionGrid } from '../../../../engine/statistics/index.ts'

const at = (value: number, reach: number) => ({ value, low: value - reach, high: value + reach })
const low = at(0.1, 0.02)
const good = at(-0.01, 0.02)
const [wide, little] = [0.95, 0.04]
const apartReviewers = at(0.1, 0.02)
const alikeReviewers = at(0.02, 0.01)
const delta = 0.05

describe('the decision grid', () => {
  test.each([
    ['low average, little spread', low, little, null, 'fix-the-process'],
    ['low average, wide spread', low, wide, alikeReviewers, 'mixed'],
    ['good average, wide spread', good, wide, null, 'coach-the-few'],
    ['good average, little spread', good, little, at(0.05, 0.03), 'leave-alone'],
    ['reviewers far apart', low, little, apartReviewers, 'calibrate-first'],
    ['a spread that may be either', low, 0.5, null, 'cannot-tell'],
    ['an average that may be either', at(0.05, 0.06), wide, null, 'cannot-tell'],
    ['nothing says what it should be', null, wide, null, 'cannot-tell'],
    ['nobody knows the spread', good, null, null, 'cannot-tell'],
  ] as const)('%s', (_, shortfall, agentsDiffer, betweenReviewers, place) => {
    expect(
      decisionGrid({ shortfall, agentsDiffer, betweenReviewers, hasTeamApart: false, delta }).place,
    ).toBe(place)
  })

  test.each([
    ['its people are alike', good, little, null, 'fix-the-process'],
    ['nothing says what the average should be', null, 0.5, null, 'fix-the-process'],
    ['its people differ too', good, wide, null, 'mixed'],
    ['reviewers are far apart', good, little, apartReviewers, 'calibrate-first'],
  ] as const)('a team that stands apart, where %s', (_, shortfall, agentsDiffer, betweenReviewers, place) => {
    expect(decisionGrid({ shortfall, agentsDiffer, betweenReviewers, hasTeamApart: true, delta }).place).toBe(
      place,
    )
  })
})
