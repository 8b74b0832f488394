import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareScores, criterionAlignment } from '../../../shared/domain/scoring/compare-scores.ts'
import { scoreForm } from '../../../shared/domain/scoring/score-form.ts'
import type {
  ScoringAnswer,
  ScoringForm,
  ScoringStrategy,
} from '../../../shared/domain/scoring/scoring-form.ts'

const points = (questionId: string, value: number): ScoringAnswer => ({
  questionId,
  state: 'answered',
  points: value,
})
const notApplicable = (questionId: string): ScoringAnswer => ({ questionId, state: 'not-applicable' })

describe('question-weighted (Amazon Connect)', () => {
  const form: ScoringForm = {
    strategy: 'question-weighted',
    sections: [{ id: 's' }],
    questions: [40, 20, 20, 20].map((weight, at) => ({
      id: `q${at + 1}`,
      sectionId: 's',
      weight,
      bestPoints: 10,
    })),
  }
  const answers = [points('q1', 10), points('q2', 5), points('q3', 5), points('q4', 0)]

  it('gives 60% for weights 40/20/20/20 and answers 10, 5, 5, 0', () => {
    expect(scoreForm(form, answers).score0to1).toBeCloseTo(0.6, 12)
  })

  it('gives 75% with the fourth not applicable, its weight going to the others in proportion', () => {
    const score = scoreForm(form, [...answers.slice(0, 3), notApplicable('q4')])
    expect(score.score0to1).toBeCloseTo(0.75, 12)
    expect(score.questions.map(({ effectiveWeight }) => effectiveWeight)).toEqual([0.5, 0.25, 0.25, null])
  })

  it('gives 0 for a fatal answer, flags question, section and form, and keeps the score before', () => {
    const fatal: ScoringAnswer = { questionId: 'q4', state: 'answered', points: 0, fatal: { target: 'form' } }
    expect(scoreForm(form, [...answers.slice(0, 3), fatal])).toEqual({
      score0to1: 0,
      scoreBeforeFatal0to1: 0.6,
      scoreUncapped: 0,
      criticalScore0to1: null,
      hasFatal: true,
      sections: [{ id: 's', score0to1: 0.6, scoreBeforeFatal0to1: 0.6, effectiveWeight: 1, hasFatal: true }],
      questions: [
        { id: 'q1', score0to1: 1, effectiveWeight: 0.4, isFatal: false },
        { id: 'q2', score0to1: 0.5, effectiveWeight: 0.2, isFatal: false },
        { id: 'q3', score0to1: 0.5, effectiveWeight: 0.2, isFatal: false },
        { id: 'q4', score0to1: 0, effectiveWeight: 0.2, isFatal: true },
      ],
    })
  })

  it('takes a text answer and a question left out of scoring as no score', () => {
    const text: ScoringAnswer = { questionId: 'q4', state: 'answered', points: null }
    const excluded = {
      ...form,
      questions: form.questions.map((one) => ({ ...one, isExcluded: one.id === 'q3' })),
    }
    expect(scoreForm(excluded, [...answers.slice(0, 3), text]).score0to1).toBeCloseTo((40 + 10) / 60, 12)
  })
})

describe('section-weighted', () => {
  const form: ScoringForm = {
    strategy: 'section-weighted',
    sections: [
      { id: 'one', weight: 75 },
      { id: 'two', weight: 25 },
    ],
    questions: [
      { id: 'a', sectionId: 'one', bestPoints: 1 },
      { id: 'b', sectionId: 'one', bestPoints: 1 },
      { id: 'c', sectionId: 'two', bestPoints: 1 },
    ],
  }

  it('splits a section evenly among what applies in it', () => {
    expect(scoreForm(form, [points('a', 1), points('b', 0), points('c', 1)]).score0to1).toBeCloseTo(0.625, 12)
    expect(scoreForm(form, [points('a', 1), notApplicable('b'), points('c', 0)]).score0to1).toBeCloseTo(
      0.75,
      12,
    )
  })

  it('gives the weight of a section where nothing applies to the others', () => {
    const score = scoreForm(form, [notApplicable('a'), notApplicable('b'), points('c', 1)])
    expect(score.score0to1).toBe(1)
    expect(score.sections.map(({ score0to1, effectiveWeight }) => [score0to1, effectiveWeight])).toEqual([
      [null, 0],
      [1, 1],
    ])
  })

  it('zeroes one section for a fatal answer aimed at it, its weight staying', () => {
    const score = scoreForm(form, [
      { questionId: 'a', state: 'answered', points: 1, fatal: { target: 'section', sectionId: 'one' } },
      points('b', 1),
      points('c', 1),
    ])
    expect([score.score0to1, score.scoreBeforeFatal0to1, score.hasFatal]).toEqual([0.25, 1, true])
    expect(score.sections[0]).toEqual({
      id: 'one',
      score0to1: 0,
      scoreBeforeFatal0to1: 1,
      effectiveWeight: 0.75,
      hasFatal: true,
    })
  })

  it('weighs a nested section by the nearest one above that has a weight', () => {
    const nested: ScoringForm = {
      ...form,
      sections: [...form.sections, { id: 'inner', parentId: 'one' }],
      questions: [
        { id: 'a', sectionId: 'inner', bestPoints: 1 },
        { id: 'c', sectionId: 'two', bestPoints: 1 },
      ],
    }
    const score = scoreForm(nested, [points('a', 1), points('c', 0)])
    expect(score.score0to1).toBe(0.75)
    expect(score.sections.map(({ score0to1 }) => score0to1)).toEqual([1, 0, 1])
  })
})

describe('weighted groups (Genesys Cloud)', () => {
  const form: ScoringForm = {
    strategy: 'weighted-groups',
    sections: [
      { id: 'g1', weight: 40 },
      { id: 'g2', weight: 20 },
    ],
    questions: [
      { id: '1.1', sectionId: 'g1', bestPoints: 1, isCritical: true },
      { id: '1.2', sectionId: 'g1', bestPoints: 1 },
      { id: '2.1', sectionId: 'g2', bestPoints: 1, isCritical: true },
    ],
  }

  it('gives 60% for the published example: possible points multiply the weight', () => {
    expect(scoreForm(form, [points('1.1', 1), points('1.2', 0), points('2.1', 1)]).score0to1).toBeCloseTo(
      0.6,
      12,
    )
  })

  it('gives 100% with the missed question not applicable: 0 of 0 drops out of both sums', () => {
    expect(scoreForm(form, [points('1.1', 1), notApplicable('1.2'), points('2.1', 1)]).score0to1).toBe(1)
  })

  it('has no score, never 0, where nothing applies', () => {
    const score = scoreForm(form, ['1.1', '1.2', '2.1'].map(notApplicable))
    expect([score.score0to1, score.scoreBeforeFatal0to1, score.criticalScore0to1]).toEqual([null, null, null])
  })

  it('has a second score over its critical questions, by points alone', () => {
    expect(scoreForm(form, [points('1.1', 1), points('1.2', 1), points('2.1', 0)]).criticalScore0to1).toBe(
      0.5,
    )
  })
})

describe('points', () => {
  const form: ScoringForm = {
    strategy: 'points',
    sections: [{ id: 's' }],
    questions: [
      { id: 'a', sectionId: 's', bestPoints: 15 },
      { id: 'b', sectionId: 's', bestPoints: 65 },
      { id: 'extra', sectionId: 's', bestPoints: 8, isBonus: true },
    ],
  }

  it('is what was earned over what could be; a criterion of 15 carries 18.75% of 80', () => {
    const score = scoreForm(form, [points('a', 7), points('b', 65)])
    expect(score.score0to1).toBeCloseTo(0.9, 12)
    expect(score.questions[0]!.effectiveWeight).toBe(0.1875)
  })

  it('adds a bonus to the top only, and says how far it goes over', () => {
    expect(scoreForm(form, [points('a', 7), points('b', 57), points('extra', 8)]).score0to1).toBeCloseTo(
      0.9,
      12,
    )
    const over = scoreForm(form, [points('a', 15), points('b', 65), points('extra', 8)])
    expect([over.score0to1, over.scoreUncapped]).toEqual([1, 1.1])
  })

  it('is nothing where only a bonus was answered', () => {
    expect(scoreForm(form, [points('extra', 8)]).score0to1).toBeNull()
  })
})

it('aligns 10 with 7 of 15 at 80% (MaestroQA)', () => {
  expect(criterionAlignment(10, 7, 15)).toBeCloseTo(0.8, 12)
})

it("shows a vendor's score that differs by more than rounding, and compares nothing with no score", () => {
  expect(compareScores(0.67, 2 / 3)).toMatchObject({ state: 'same' })
  expect(compareScores(0.7, 2 / 3)).toMatchObject({ state: 'different', vendor0to1: 0.7 })
  expect(compareScores(null, 0.5)).toEqual({ state: 'not-comparable' })
})

describe('whatever the form', () => {
  const someForm = fc.record({
    strategy: fc.constantFrom<ScoringStrategy>(
      'question-weighted',
      'section-weighted',
      'points',
      'weighted-groups',
    ),
    weights: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 4 }),
    questions: fc.array(
      fc.record({
        section: fc.nat(),
        weight: fc.integer({ min: 1, max: 40 }),
        best: fc.integer({ min: 1, max: 10 }),
        share: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  })

  it('the effective weights add up to one, and the score is the weighted mean of the answers', () => {
    fc.assert(
      fc.property(someForm, ({ strategy, weights, questions }) => {
        const form: ScoringForm = {
          strategy,
          sections: weights.map((weight, at) => ({ id: `s${at}`, weight })),
          questions: questions.map((one, at) => ({
            id: `q${at}`,
            sectionId: `s${one.section % weights.length}`,
            weight: one.weight,
            bestPoints: one.best,
          })),
        }
        const answers = questions.map((one, at) =>
          one.share === null ? notApplicable(`q${at}`) : points(`q${at}`, one.share * one.best),
        )
        const score = scoreForm(form, answers)
        const applicable = score.questions.filter(({ effectiveWeight }) => effectiveWeight !== null)
        const isScored = applicable.length > 0
        const total = applicable.reduce((sum, one) => sum + one.effectiveWeight!, 0)
        const mean = applicable.reduce((sum, one) => sum + one.effectiveWeight! * one.score0to1!, 0)
        expect(total).toBeCloseTo(isScored ? 1 : 0, 9)
        expect(score.score0to1 === null).toBe(!isScored)
        expect(score.score0to1 ?? 0).toBeCloseTo(mean, 9)
      }),
    )
  })
})
