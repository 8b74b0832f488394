import { describe, expect, test } from 'vitest'
import { agreementOnQuestion } from '../../../engine/quality/worth/double-scored-answers.ts'
import { spreadOf } from '../../../engine/quality/worth/spread.ts'
import { timePerQuestion } from '../../../engine/quality/worth/time-per-question.ts'
import { verdictOf, type Judged } from '../../../engine/quality/worth/verdict.ts'
import type { QuestionLink } from '../../../shared/contract/worth.ts'

const link = (more: Partial<QuestionLink> = {}): QuestionLink => ({
  outcomeId: 'csat_mean',
  outcome: 'CSAT',
  value: 0,
  low: -0.002,
  high: 0.002,
  basis: 'within',
  smallestWorthActing: 0.004,
  pairedContacts: 500,
  ...more,
})
const estimate = (mean: number, low: number, high: number, n = 200) => ({ n, effectiveN: n, mean, low, high })
const none = { n: 0, effectiveN: null, mean: null, low: null, high: null }
const judged = (more: Partial<Judged> = {}): Judged => ({
  n: 200,
  drawn: none,
  unknown: estimate(0.7, 0.65, 0.75),
  basis: 'unknown',
  agreement: null,
  links: [link()],
  spread: null,
  isCritical: false,
  isAutomatedOnly: false,
  isOnForm: true,
  ...more,
})

describe('the verdict on a question', () => {
  test('says nothing on a handful of answers', () => {
    expect(verdictOf(judged({ n: 29 }))).toEqual({
      verdict: 'too-few',
      reason: '29 answers in these days; 30 are needed to tell.',
      isOfferedForRetirement: false,
      keptBecause: null,
    })
  })

  test('offers for retirement what surely predicts nothing, and only that', () => {
    expect(verdictOf(judged())).toMatchObject({
      verdict: 'predicts-nothing',
      reason: 'No measurable link with CSAT in 500 contacts.',
      isOfferedForRetirement: true,
    })
    // uncertain, few, or assumed only: no finding
    for (const links of [
      [link({ high: 0.005 })],
      [link({ pairedContacts: 199 })],
      [link({ basis: 'prior' })],
      [link(), link({ outcome: 'Resolution', basis: 'prior', pairedContacts: 40 })],
      [],
    ])
      expect(verdictOf(judged({ links }))).toMatchObject({
        verdict: 'too-few',
        isOfferedForRetirement: false,
      })
    // no contact has a resolution: CSAT alone decides
    expect(
      verdictOf(
        judged({ links: [link(), link({ outcome: 'Resolution', basis: 'prior', pairedContacts: 0 })] }),
      ).verdict,
    ).toBe('predicts-nothing')
  })

  test('keeps what moves one of the outcomes', () => {
    const links = [link(), link({ outcome: 'Resolution', value: 0.05, low: 0.02, high: 0.08 })]
    expect(verdictOf(judged({ links }))).toMatchObject({
      verdict: 'keep',
      reason: 'From the worst answer to the best, Resolution rises by 5.0 points (2.0 points to 8.0 points).',
    })
  })

  test('does not judge by its link what reviewers answer differently', () => {
    const ac1 = { value: 0.4, low: 0.25, high: 0.55 }
    expect(verdictOf(judged({ agreement: { items: 40, percent: null, ac1 } })).verdict).toBe('not-agreed')
    expect(verdictOf(judged({ agreement: { items: 12, percent: null, ac1 } })).verdict).toBe(
      'predicts-nothing',
    )
  })

  test('never offers compliance for retirement because everybody passes', () => {
    const unknown = estimate(0.99, 0.97, 1)
    expect(verdictOf(judged({ unknown }))).toMatchObject({
      verdict: 'everybody-passes',
      isOfferedForRetirement: true,
    })
    expect(verdictOf(judged({ unknown, isCritical: true }))).toMatchObject({
      verdict: 'everybody-passes',
      isOfferedForRetirement: false,
      keptBecause: expect.stringContaining('critical'),
    })
    expect(verdictOf(judged({ unknown, isAutomatedOnly: true }))).toMatchObject({
      isOfferedForRetirement: false,
      keptBecause: expect.stringContaining('Automation alone'),
    })
    expect(verdictOf(judged({ isAutomatedOnly: true })).isOfferedForRetirement).toBe(true)
    expect(verdictOf(judged({ isOnForm: false })).isOfferedForRetirement).toBe(false)
  })
})

describe('the spread between agents', () => {
  const agents = (means: readonly number[], n: number) =>
    means.flatMap((mean, personId) =>
      Array.from({ length: n }, (_, index) => ({
        personId,
        score: index < Math.round(mean * n) ? 1 : 0,
        probability: 1,
      })),
    )

  test('is found where agents differ, with more reliability the more evaluations', () => {
    const spread = spreadOf(agents([0.2, 0.4, 0.5, 0.6, 0.8, 0.9], 40))!
    expect(spread).toMatchObject({ agents: 6, usualN: 40 })
    expect(spread.betweenAgents.low).toBeGreaterThan(0.1)
    expect(spread.reliabilityOfUsual.value).toBeGreaterThan(0.85)
    expect(spread.reliabilityOfOne.value).toBeLessThan(spread.reliabilityOfUsual.value)
    const { betweenAgents: tau, reliabilityOfOne } = spread
    // at the ends of the interval it is tau^2 / (tau^2 + sigma^2)
    const sigmaSquared = tau.low ** 2 / reliabilityOfOne.low - tau.low ** 2
    expect(tau.high ** 2 / (tau.high ** 2 + sigmaSquared)).toBeCloseTo(reliabilityOfOne.high, 9)
  })

  test('is near nothing where only chance tells agents apart', () => {
    const spread = spreadOf(agents([0.5, 0.5, 0.5, 0.5, 0.5, 0.5], 40))!
    expect(spread.betweenAgents.value).toBeLessThan(0.06)
    expect(spread.reliabilityOfOne.value).toBeLessThan(0.02)
  })

  test('is not told of four agents', () => {
    expect(spreadOf(agents([0.1, 0.5, 0.6, 0.9], 40))).toBeNull()
  })
})

test('time runs from one answer to the next of a review, without pauses and first answers', () => {
  const at = (reviewId: number, questionKey: string, seconds: number) => ({
    reviewId,
    questionKey,
    answeredAt: seconds * 1000,
  })
  const review = (id: number, toC: number) => [
    at(id, 'a', id * 1000),
    at(id, 'b', id * 1000 + 10 + id),
    at(id, 'c', id * 1000 + 10 + id + toC),
  ]
  // somebody went for lunch in the fifth
  const answers = [30, 30, 30, 30, 4000].flatMap((toC, index) => review(index + 1, toC))
  expect([...timePerQuestion(answers)]).toEqual([
    ['b', { n: 5, medianMs: 13_000 }],
    // of four nothing is told
    ['c', { n: 4, medianMs: null }],
  ])
})

test('agreement counts conversations that two reviewers answered, the last answer of each', () => {
  const answer = (item: string, evaluator: string, score: number | null) => ({
    questionId: 1,
    item,
    evaluator,
    score,
    isNotApplicable: Number(score === null),
  })
  expect(agreementOnQuestion([answer('a', 'Rita', 1), answer('b', 'Hedy', 1)])).toBeNull()
  const { items, percent } = agreementOnQuestion([
    answer('a', 'Rita', 1),
    answer('a', 'Hedy', 0),
    answer('a', 'Hedy', 1),
    answer('b', 'Rita', 0),
    answer('b', 'Hedy', null),
    answer('c', 'Rita', 1),
  ])!
  expect([items, percent!.value]).toEqual([2, 0.5])
})
