import fc from 'fast-check'
import { expect, it } from 'vitest'
import { scoreFiles, writeDebriefForm } from '../../../engine/quality/forms/index.ts'
import { Problem } from '../../../engine/problem.ts'
import { formAnswer, type FormAnswer } from '../../../shared/domain/scorecard/answers.ts'
import {
  optionsOf,
  scorecardDefinition,
  scoringStrategies,
  questionTypes,
  type ScorecardDefinition,
} from '../../../shared/domain/scorecard/definition.ts'
import { scoreAnswers } from '../../../shared/domain/scorecard/score-answers.ts'
import { findProblems } from '../../../shared/domain/scorecard/find-problems.ts'
import { anyForm } from './any-form.ts'
import { aForm, chose } from './forms.ts'

/** Within the limits of a form, and as near to them and to nothing as numbers go. */
const extremes = (most: number) =>
  fc.oneof(
    fc.constantFrom(0, 5e-324, 1e-300, 1e-17, 0.1, 1, most),
    fc.double({ min: 0, max: most, noNaN: true }),
  )
const points = fc
  .tuple(extremes(1_000), fc.boolean())
  .map(([size, isNegative]) => (isNegative ? -size : size))

/** Any form the editor could save, however odd: nothing of it has to be fit to publish. */
const oddForm = fc.gen().map((g): ScorecardDefinition => {
  const form = anyForm(g, {
    strategies: scoringStrategies,
    types: questionTypes,
    anyWords: true,
    hasSubsections: true,
    hasInstructions: false,
    hasDescription: false,
    points,
    best: null,
    fatal: 'any',
    conditions: 'any',
    hasAutomation: false,
    hasOurOwn: false,
    hasBonus: true,
    hasDefault: true,
    isCriticalKept: true,
    weights: 'anywhere',
  })
  for (const one of [...form.sections, ...form.questions]) one.weight = g(() => fc.option(extremes(100_000)))
  // conditions in a circle, and on what is not there
  for (const { condition } of form.questions)
    for (const rule of condition?.rules ?? [])
      if (g(fc.boolean))
        rule.questionId = g(() => fc.constantFrom('gone', ...form.questions.map(({ id }) => id)))
  return form
})

/** Answers to a form, sound and unsound ones. */
function anyAnswers(g: fc.GeneratorValue, { questions }: ScorecardDefinition): FormAnswer[] {
  return questions.flatMap((question) => {
    if (g(fc.integer, { min: 0, max: 5 }) === 0) return []
    const ids = ['gone', ...optionsOf(question).map(({ id }) => id)]
    return [
      {
        questionId: g(fc.integer, { min: 0, max: 9 }) === 0 ? 'gone' : question.id,
        optionIds: g(() => fc.array(fc.constantFrom(...ids), { maxLength: 3 })),
        number: g(() =>
          fc.option(fc.oneof(points, fc.integer({ min: -5, max: 40 }), fc.constantFrom(1e308))),
        ),
        text: g(() => fc.constantFrom('', ' ', 'words')),
        isNotApplicable: g(fc.integer, { min: 0, max: 5 }) === 0,
      },
    ]
  })
}

const isShare = (value: number | null) => value === null || (value >= 0 && value <= 1)
const isShareOfWeight = (value: number | null) => value === null || (value >= 0 && value <= 1 + 1e-9)

it('no form and no answers give a score that is no share of what can be reached', () => {
  fc.assert(
    fc.property(oddForm, fc.gen(), (form, g) => {
      expect(scorecardDefinition.safeParse(form).success).toBe(true)
      const answers = anyAnswers(g, form)
      const score = scoreAnswers(form, answers)
      for (const one of [score, ...score.sections])
        expect([one, isShare(one.score0to1), isShare(one.scoreBeforeFatal0to1)]).toEqual([one, true, true])
      expect(isShare(score.criticalScore0to1)).toBe(true)
      for (const { effectiveWeight } of score.sections) expect(isShareOfWeight(effectiveWeight)).toBe(true)
      // a bonus comes on top of what can be reached, and may weigh more than all of it
      for (const { id, effectiveWeight, score0to1 } of score.questions) {
        expect([score0to1 === null || score0to1 <= 1, Number.isNaN(score0to1)]).toEqual([true, false])
        const isBonus = form.questions.some((question) => question.id === id && question.isBonus)
        if (!isBonus) expect(isShareOfWeight(effectiveWeight)).toBe(true)
      }
      // what is scored and told is scored and told alike from files
      try {
        const files = scoreFiles([{ name: 'form.json', text: writeDebriefForm(form).text }], {
          name: 'answers.json',
          text: JSON.stringify(answers.map((answer) => formAnswer.parse(answer))),
        })
        expect(isShare(files.score0to1)).toBe(true)
      } catch (error) {
        if (!(error instanceof Problem)) throw error
      }
    }),
    { numRuns: 200, seed: 4, endOnFailure: true },
  )
})

it('a best answer next to nothing can reach nothing, and leaves the score to the others', () => {
  const option = (id: string, points: number) => ({ id, label: id, points })
  const form = aForm({
    title: 'Form',
    strategy: 'question-weighted',
    sections: [{ id: 's', title: 'S' }],
    questions: [
      {
        id: 'a',
        sectionId: 's',
        title: 'A',
        type: 'single',
        weight: 0,
        options: [option('x', 5e-324), option('y', -1_000)],
      },
      { id: 'b', sectionId: 's', title: 'B', type: 'yes-no', weight: 1 },
    ],
  })
  expect(scoreAnswers(form, [chose('a', 'y'), chose('b', 'yes')]).score0to1).toBe(1)
  expect(findProblems(form).filter(({ stops }) => stops)).toMatchObject([
    {
      questionId: 'a',
      sentence: 'No answer to "A" gives any points; leave it out of the score if that is meant.',
    },
  ])
})
