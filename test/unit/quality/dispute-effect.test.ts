import { describe, expect, test } from 'vitest'
import { effectOf, shownScore, type StatedEvaluation } from '../../../engine/quality/disputes/effect.ts'
import type { SubjectAnswer } from '../../../engine/quality/disputes/edits.store.ts'
import type { QuestionForm } from '../../../engine/quality/disputes/question-form.ts'
import { aForm, aQuestion, chosen } from '../../support/quality-desk.ts'

const answer = (questionId: number, score: number, more: Partial<SubjectAnswer> = {}): SubjectAnswer => ({
  questionId,
  stableKey: `q${questionId}`,
  label: `Question ${questionId}`,
  section: null,
  value: score === 1 ? 'Yes' : 'No',
  score,
  points: null,
  maxPoints: null,
  weight: 1,
  questionWeight: 1,
  isNotApplicable: 0,
  isCritical: 0,
  hasFailedCritical: 0,
  ...more,
})

const stated = (
  answers: SubjectAnswer[],
  score: Partial<StatedEvaluation['score']> = {},
): StatedEvaluation => ({
  answers,
  score: {
    vendorScore: null,
    computedScore: null,
    scoreBeforeFail: null,
    hasFailedCritical: false,
    ...score,
  },
  given: null,
})

const questions = new Map(['q1', 'q2', 'q3', 'q4'].map((id) => [id, aQuestion(id)]))
const byAnswers: QuestionForm = { questions, definition: null }
const to = (questionKey: string, option: 'yes' | 'no', mayLower = false) => ({
  questionKey,
  answer: chosen(questionKey, option),
  mayLower,
})

describe('what an overturned imported answer does to the score', () => {
  test('moves the vendor’s score by what the answers move', () => {
    const { score, isUnknown } = effectOf(
      stated([answer(1, 1), answer(2, 0), answer(3, 1), answer(4, 1)], {
        vendorScore: 0.7,
        computedScore: 0.75,
      }),
      byAnswers,
      [to('q2', 'yes')],
    )
    expect(isUnknown).toBe(false)
    expect(score.vendorScore).toBeCloseTo(0.95, 12)
    expect(score.computedScore).toBe(1)
  })

  test('lifts a failure that the answer itself caused', () => {
    const failed = answer(2, 0, { isCritical: 1, hasFailedCritical: 1 })
    const { score } = effectOf(
      stated([answer(1, 1), failed], {
        vendorScore: 0,
        computedScore: 0,
        scoreBeforeFail: 0.5,
        hasFailedCritical: true,
      }),
      byAnswers,
      [to('q2', 'yes')],
    )
    expect(score).toEqual({
      vendorScore: 1,
      computedScore: 1,
      scoreBeforeFail: null,
      hasFailedCritical: false,
    })
  })

  test('lifts one that an export states of the whole evaluation, and not one that something else caused', () => {
    const whole = { vendorScore: 0, computedScore: 0.5, hasFailedCritical: true }
    const one = stated([answer(1, 1), answer(2, 0, { isCritical: 1 })], whole)
    expect(effectOf(one, byAnswers, [to('q2', 'yes')]).score).toMatchObject({
      vendorScore: 1,
      hasFailedCritical: false,
    })
    const two = stated([answer(1, 0, { isCritical: 1 }), answer(2, 0, { isCritical: 1 })], {
      ...whole,
      computedScore: 0,
    })
    expect(effectOf(two, byAnswers, [to('q2', 'yes')]).score).toMatchObject({
      vendorScore: 0,
      hasFailedCritical: true,
    })
    const none = stated([answer(1, 0), answer(2, 1)], whole)
    expect(effectOf(none, byAnswers, [to('q1', 'yes')]).score.hasFailedCritical).toBe(true)
  })

  test('keeps a form’s way not to zero what failed critically', () => {
    const answers = [answer(1, 1), answer(2, 0, { hasFailedCritical: 1 }), answer(3, 0), answer(4, 1)]
    const { score } = effectOf(
      stated(answers, {
        vendorScore: 0.5,
        computedScore: 0.5,
        scoreBeforeFail: 0.5,
        hasFailedCritical: true,
      }),
      byAnswers,
      [to('q3', 'yes')],
    )
    expect(score).toEqual({
      vendorScore: 0.75,
      computedScore: 0.75,
      scoreBeforeFail: 0.75,
      hasFailedCritical: true,
    })
  })

  test('leaves a score alone that cannot be worked out, and says so', () => {
    const unweighed = [
      answer(1, 1, { weight: null, questionWeight: null }),
      answer(2, 0, { weight: null, questionWeight: null }),
    ]
    const { score, answers, isUnknown } = effectOf(stated(unweighed, { vendorScore: 0.5 }), byAnswers, [
      to('q2', 'yes'),
    ])
    expect(isUnknown).toBe(true)
    expect(score.vendorScore).toBe(0.5)
    expect(answers).toMatchObject([{ questionId: 2, value: 'Yes', score: 1 }])
  })

  test('goes by points where the export has them, and by the form where it is written down', () => {
    const points = (questionId: number, reached: number) =>
      answer(questionId, reached / 10, { weight: null, questionWeight: null, points: reached, maxPoints: 10 })
    const byPoints = effectOf(stated([points(1, 10), points(2, 0)], { computedScore: 0.5 }), byAnswers, [
      to('q2', 'yes'),
    ])
    expect(byPoints.answers).toMatchObject([{ points: 10, maxPoints: 10 }])
    expect(byPoints.score.computedScore).toBe(1)
    const definition = aForm([aQuestion('q1', { weight: 1 }), aQuestion('q2', { weight: 4 })])
    const form = { definition, questions: new Map(definition.questions.map((one) => [one.id, one])) }
    const written = stated([answer(1, 1), answer(2, 0)], { vendorScore: 0.2, computedScore: 0.2 })
    expect(effectOf(written, form, [to('q2', 'yes')]).score.vendorScore).toBeCloseTo(1, 12)
  })
})

describe('several decisions on one evaluation', () => {
  const one = stated([answer(1, 1), answer(2, 0), answer(3, 1), answer(4, 0)], { computedScore: 0.5 })

  test('hold the score where the last would lower it, and go on from there', () => {
    const lowering = effectOf(one, byAnswers, [to('q2', 'yes'), to('q1', 'no')])
    expect([shownScore(lowering.score), lowering.isHeld]).toEqual([0.75, true])
    const raising = effectOf(one, byAnswers, [to('q1', 'no'), to('q2', 'yes'), to('q4', 'yes')])
    expect([shownScore(raising.score), raising.isHeld]).toEqual([0.75, false])
    expect(raising.answers).toHaveLength(3)
  })

  test('follow the rule of their own day', () => {
    expect(shownScore(effectOf(one, byAnswers, [to('q1', 'no', true)]).score)).toBe(0.25)
    expect(shownScore(effectOf(one, byAnswers, [to('q1', 'no', true), to('q3', 'no')]).score)).toBe(0.25)
  })

  test('bring no critical failure onto an evaluation that had none, unless they may lower it', () => {
    const definition = aForm([
      aQuestion('q1', { weight: 1 }),
      aQuestion('q2', { weight: 0, isCritical: true }),
    ])
    const form = {
      definition,
      questions: new Map(definition.questions.map((question) => [question.id, question])),
    }
    const passed = stated([answer(1, 1), answer(2, 1, { weight: 0, isCritical: 1 })], { computedScore: 1 })
    const held = effectOf(passed, form, [to('q2', 'no')])
    expect([held.isHeld, held.score]).toEqual([true, passed.score])
    expect(held.answers).toMatchObject([{ questionId: 2, value: 'No', score: 0 }])
    expect(effectOf(passed, form, [to('q2', 'no', true)]).score.hasFailedCritical).toBe(true)
  })

  test('on the same answer end with the last', () => {
    const { answers, score } = effectOf(one, byAnswers, [to('q2', 'yes'), to('q2', 'no', true)])
    expect([answers, shownScore(score)]).toEqual([[], 0.5])
  })
})
