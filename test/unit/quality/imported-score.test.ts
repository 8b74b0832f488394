import { describe, expect, it } from 'vitest'
import { recomputeScore, scoreOnForm, type ImportedAnswer } from '../../../engine/quality/imported-score.ts'
import { aForm, aQuestion } from '../../support/quality-desk.ts'

function anAnswer(given: Partial<ImportedAnswer>): ImportedAnswer {
  return {
    questionId: 1,
    score0to1: null,
    points: null,
    maxPoints: null,
    weight: null,
    hasFailedCritical: false,
    stableKey: 'q',
    label: 'Question',
    value: null,
    isNotApplicable: 0,
    ...given,
  }
}

describe('recomputing an imported score', () => {
  it('uses the weights an export carries, as in the worked example of Amazon Connect', () => {
    const answers = [
      anAnswer({ questionId: 1, score0to1: 1, weight: 40 }),
      anAnswer({ questionId: 2, score0to1: 0.5, weight: 20 }),
      anAnswer({ questionId: 3, score0to1: 0.5, weight: 20 }),
      anAnswer({ questionId: 4, score0to1: 0, weight: 20 }),
    ]
    expect(recomputeScore(answers, 0.7)).toEqual({
      strategy: 'question-weighted',
      score0to1: 0.6,
      scoreBeforeFail0to1: null,
    })
  })

  it('adds up points where these are what the export has', () => {
    const answers = [
      anAnswer({ questionId: 1, score0to1: 1, points: 10, maxPoints: 10 }),
      anAnswer({ questionId: 2, score0to1: 0, points: 0, maxPoints: 30 }),
    ]
    expect(recomputeScore(answers, null)).toEqual({
      strategy: 'points',
      score0to1: 0.25,
      scoreBeforeFail0to1: null,
    })
  })

  it('claims nothing where neither weights nor points are known and the vendor gives a score', () => {
    expect(recomputeScore([anAnswer({ score0to1: 0.2 })], 0.9)).toEqual({
      strategy: 'unknown',
      score0to1: null,
      scoreBeforeFail0to1: null,
    })
  })

  it('falls back on the mean of the answers where the vendor gives no score', () => {
    const answers = [anAnswer({ questionId: 1, score0to1: 1 }), anAnswer({ questionId: 2, score0to1: 0.5 })]
    expect(recomputeScore(answers, null).score0to1).toBe(0.75)
  })

  it('has no score, and not 0, where nothing applied', () => {
    expect(recomputeScore([anAnswer({ weight: 50 })], null).score0to1).toBeNull()
  })

  it('zeroes a form with a failed critical answer and keeps the score before it', () => {
    const answers = [
      anAnswer({ questionId: 1, score0to1: 1, weight: 50 }),
      anAnswer({ questionId: 2, score0to1: 0, weight: 50, hasFailedCritical: true }),
    ]
    expect(recomputeScore(answers, 0)).toEqual({
      strategy: 'question-weighted',
      score0to1: 0,
      scoreBeforeFail0to1: 0.5,
    })
  })

  it('sees from the vendor’s score that a form keeps its score in spite of a failed critical answer', () => {
    const answers = [
      anAnswer({ questionId: 1, score0to1: 1, weight: 50 }),
      anAnswer({ questionId: 2, score0to1: 0, weight: 50, hasFailedCritical: true }),
    ]
    expect(recomputeScore(answers, 0.5).score0to1).toBe(0.5)
  })
})

describe('scoring imported answers on their form', () => {
  const form = aForm([aQuestion('greets'), aQuestion('solves'), aQuestion('note', { type: 'text' })])
  const greets = anAnswer({ questionId: 1, stableKey: 'greets', value: 'Yes', score0to1: 1 })
  const note = anAnswer({ questionId: 3, stableKey: 'note', value: 'A long call.' })

  it('takes what the form knows, words included', () => {
    const solves = anAnswer({ questionId: 2, stableKey: 'solves', value: 'No', score0to1: 0 })
    expect(scoreOnForm(form, [greets, solves, note])).toMatchObject({ score0to1: 0.5 })
  })

  it('claims nothing where a scored answer is none of the form’s, whatever else there is', () => {
    const unknown = anAnswer({ questionId: 2, stableKey: 'solves', value: 'Partly', score0to1: 0 })
    expect(scoreOnForm(form, [greets, unknown])).toBeUndefined()
    expect(scoreOnForm(form, [greets, unknown, note])).toBeUndefined()
  })
})
