import { expect, test } from 'vitest'
import { settledOf } from '../../../../engine/quality/calibration/compare.ts'
import { agreementFigures, besideReference } from '../../../../engine/quality/calibration/figures.ts'
import { maskNames } from '../../../../engine/quality/calibration/mask-names.ts'
import { ratingOf, ratingsOfForm, type Rating } from '../../../../engine/quality/calibration/ratings.ts'
import { aForm, aQuestion, chosen } from '../../../support/quality-desk.ts'

const yes: Rating = { category: 'Yes', step: 1 }
const no: Rating = { category: 'No', step: 0 }
const not: Rating = { category: 'Not applicable', step: null }

test('figures of the worked paradox: high agreement, low kappa, no fail found', () => {
  // shared reference: 96 / 2 / 2 / 0 gives 96 %, kappa -0.02, AC1 0.96, recall on fails 0 of 2
  const pairs = [
    ...Array.from({ length: 96 }, (): [Rating, Rating] => [yes, yes]),
    ...Array.from({ length: 2 }, (): [Rating, Rating] => [yes, no]),
    ...Array.from({ length: 2 }, (): [Rating, Rating] => [no, yes]),
  ]
  const figures = agreementFigures(pairs)
  expect(figures).toMatchObject({ n: 200, items: 100, reviewers: 2, percentAgreement: { value: 0.96 } })
  expect(figures.cohenKappa.value).toBeCloseTo(-0.0204, 4)
  expect(figures.ac1.value).toBeCloseTo(0.9585, 3)
  expect(figures.prevalence).toEqual([
    { answer: 'No', ratings: 4, share: 0.02 },
    { answer: 'Yes', ratings: 196, share: 0.98 },
  ])
  expect(besideReference(pairs)).toMatchObject({
    n: 100,
    agreement: { value: 0.96 },
    bias: { value: 0 },
    fails: { items: 2, found: 0, recall: { value: 0 } },
  })
})

test('a figure that cannot be given says why, and nothing compared is no figure', () => {
  const alike = agreementFigures([
    [yes, yes, yes],
    [yes, yes, yes],
  ])
  expect(alike.percentAgreement).toMatchObject({ value: 1 })
  expect(alike.fleissKappa).toMatchObject({ value: null, reason: expect.stringContaining('the same') })
  expect(alike.cohenKappa).toMatchObject({ value: null, reason: expect.stringContaining('two raters') })
  expect(agreementFigures([])).toMatchObject({ n: 0, percentAgreement: { value: null }, prevalence: [] })
  expect(besideReference([])).toMatchObject({
    n: 0,
    agreement: { value: null },
    bias: { value: null },
    fails: { items: 0, recall: { value: null } },
  })
})

test('"not applicable" differs from an answer, has no place in an order, and sees no fail', () => {
  const figures = agreementFigures([
    [yes, not],
    [yes, yes],
    [no, no],
  ])
  expect(figures.percentAgreement.value).toBeCloseTo(2 / 3)
  expect(figures.weightedKappa).toMatchObject({ value: 1 })
  expect(besideReference([[not, no]]).fails).toMatchObject({ items: 1, found: 0 })
})

test('answers are compared by what they say: options, ranges, points; words by nobody', () => {
  const answer = (more: object) => ({ ...chosen('q'), ...more })
  const range = { from: 0, to: 5, points: 1, fatal: null }
  const numeric = aQuestion('q', {
    type: 'numeric',
    ranges: [range, { ...range, from: 6, to: 10, points: 4 }],
  })
  expect(ratingOf(numeric, answer({ number: 3 }))).toEqual({ category: '0 to 5', step: 0.25 })
  const points = aQuestion('q', { type: 'points', mostPoints: 10 })
  expect(ratingOf(points, answer({ number: 4 }))).toEqual({ category: '4', step: 0.4 })
  expect(ratingOf(points, answer({ isNotApplicable: true }))).toEqual(not)
  expect(ratingOf(points, answer({ number: 99 }))).toBeNull()
  expect(ratingOf(aQuestion('q', { type: 'text' }), answer({ text: 'Well' }))).toBeNull()
  const form = aForm([
    aQuestion('hold'),
    aQuestion('asked', {
      condition: { match: 'all', rules: [{ questionId: 'hold', is: 'in', optionIds: ['yes'] }] },
    }),
  ])
  expect([...ratingsOfForm(form, { hold: { answer: chosen('hold', 'no') } })]).toEqual([
    ['hold', no],
    ['asked', not],
  ])
})

test('what is held to be right: what is settled, else the expert, else what all said alike', () => {
  const form = aForm([aQuestion('greets'), aQuestion('solves')])
  const part = (reviewer: string, greets: string, solves: string) => ({
    reviewer,
    reviewId: 1,
    score0to1: null,
    comment: '',
    activeMs: 0,
    answers: Object.fromEntries(
      Object.entries({ greets, solves }).map(([id, option]) => [
        id,
        {
          answer: chosen(id, option),
          setBy: 'reviewer' as const,
          note: '',
          rootCauses: [],
          moments: [],
          answeredAt: 0,
        },
      ]),
    ),
  })
  const parts = [part('Rita', 'yes', 'no'), part('Hedy', 'yes', 'yes')]
  const consensus = settledOf(form, { parts, stated: new Map() }, null)
  expect(consensus).toMatchObject({
    differing: ['solves'],
    open: ['solves'],
    settledScore0to1: null,
    settled: { greets: { basis: 'alike' } },
  })
  expect(consensus.settled).not.toHaveProperty('solves')
  expect(settledOf(form, { parts, stated: new Map() }, 'Rita')).toMatchObject({
    open: [],
    settledScore0to1: 0.5,
    settled: { solves: { basis: 'expert', answer: { optionIds: ['no'] } } },
  })
  const stated = new Map([
    [
      'solves',
      {
        basis: 'settled' as const,
        answer: chosen('solves', 'yes'),
        takenFrom: 'Hedy',
        remark: 'So',
        settledBy: 'Rita',
        settledAt: 1,
      },
    ],
  ])
  expect(settledOf(form, { parts, stated }, 'Rita')).toMatchObject({ open: [], settledScore0to1: 1 })
})

test('a name is dotted out letter by letter, whatever its case and accents, and plain words stay', () => {
  expect(maskNames('My name is José, JOSE Will will help.', ['José Will'])).toBe(
    'My name is ••••, •••• Will will help.',
  )
  expect(maskNames('Hello', ['']).length).toBe(5)
})
