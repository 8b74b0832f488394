import { describe, expect, it } from 'vitest'
import { effectiveWeights } from '../../../shared/domain/scorecard/effective-weights.ts'
import { scoreAnswers } from '../../../shared/domain/scorecard/score-answers.ts'
import { criterionAlignment } from '../../../shared/domain/scoring/compare-scores.ts'
import { readFormFiles } from '../../../engine/quality/forms/index.ts'
import {
  aForm,
  anAnswer,
  chose,
  connectForm,
  connectQuestion,
  connectSection,
  notApplicable,
  percentOf,
  readJson,
} from './forms.ts'

const scores = [10, 5, 0]

describe('Amazon Connect by question', () => {
  const items = (fail: Record<string, unknown> = {}) =>
    [40, 20, 20, 20].map((Weight, at) =>
      connectQuestion(`q${at + 1}`, scores, { Weight }, (score) => (at === 3 && score === 0 ? fail : {})),
    )
  const form = (fail?: Record<string, unknown>) =>
    readJson(connectForm([connectSection('s', items(fail))], 'QUESTION_ONLY')).definition
  const answers = [chose('q1', 'o10'), chose('q2', 'o5'), chose('q3', 'o5'), chose('q4', 'o0')]

  it('gives 60% for weights 40/20/20/20 and scores 10, 5, 5, 0', () => {
    expect(percentOf(form(), answers)).toBe(60)
  })

  it('gives 75% with the last not applicable: weights 50/25/25', () => {
    const scored = scoreAnswers(form(), [...answers.slice(0, 3), notApplicable('q4')])
    expect(scored.score0to1).toBeCloseTo(0.75, 12)
    expect(scored.questions.map(({ effectiveWeight }) => effectiveWeight)).toEqual([0.5, 0.25, 0.25, null])
    expect([...effectiveWeights(form(), new Set(['q4'])).values()]).toEqual([0.5, 0.25, 0.25, null])
  })

  it('gives 0 for an answer that fails the form, flags question, section and form, and keeps 60% beside it', () => {
    const scored = scoreAnswers(form({ AutomaticFail: true }), answers)
    expect([scored.score0to1, scored.scoreBeforeFatal0to1, scored.hasFatal]).toEqual([0, 0.6, true])
    expect(scored.sections[0]!.hasFatal).toBe(true)
    expect(scored.questions.map(({ isFatal }) => isFatal)).toEqual([false, false, false, true])
  })

  it('fails only the section that the answer aims at', () => {
    const definition = readJson(
      connectForm(
        [
          connectSection('kept', [connectQuestion('a', scores, { Weight: 50 })]),
          connectSection('failed', [
            connectQuestion('b', scores, { Weight: 30 }, (score) =>
              score === 0
                ? { AutomaticFail: true, AutomaticFailConfiguration: { TargetSection: 'failed' } }
                : {},
            ),
            connectQuestion('c', scores, { Weight: 20 }),
          ]),
        ],
        'QUESTION_ONLY',
      ),
    ).definition
    const scored = scoreAnswers(definition, [chose('a', 'o10'), chose('b', 'o0'), chose('c', 'o10')])
    expect([scored.score0to1, scored.scoreBeforeFatal0to1]).toEqual([0.5, 0.7])
    expect(scored.sections.map(({ score0to1, hasFatal }) => [score0to1, hasFatal])).toEqual([
      [1, false],
      [0, true],
    ])
  })

  it('leaves out what is excluded from scoring, and text', () => {
    const definition = readJson(
      connectForm(
        [
          connectSection('s', [
            connectQuestion('a', scores, { Weight: 50 }),
            connectQuestion('b', scores, {
              Weight: 50,
              ScoringConfiguration: { IsExcludedFromScoring: true },
            }),
            { Question: { RefId: 't', Title: 'What happened?', QuestionType: 'TEXT' } },
          ]),
          connectSection('out', [connectQuestion('c', scores, { Weight: 90 })], {
            IsExcludedFromScoring: true,
          }),
        ],
        'QUESTION_ONLY',
      ),
    ).definition
    expect(
      percentOf(definition, [
        chose('a', 'o5'),
        chose('b', 'o10'),
        chose('c', 'o10'),
        anAnswer('t', { text: 'A refund.' }),
      ]),
    ).toBe(50)
  })

  it('scores a number by the range it falls into', () => {
    const numeric = {
      Question: {
        RefId: 'hold',
        Title: 'Seconds on hold',
        QuestionType: 'NUMERIC',
        Weight: 100,
        QuestionTypeProperties: {
          Numeric: {
            MinValue: 0,
            MaxValue: 3600,
            Options: [
              { MinValue: 0, MaxValue: 30, Score: 10 },
              { MinValue: 31, MaxValue: 120, Score: 4 },
              { MinValue: 121, MaxValue: 3600, Score: 0, AutomaticFail: true },
            ],
            Automation: { PropertyValue: { Label: 'CUSTOMER_HOLD_TIME' } },
          },
        },
      },
    }
    const { definition } = readJson(connectForm([connectSection('s', [numeric])], 'QUESTION_ONLY'))
    expect([30, 31, 200].map((number) => percentOf(definition, [anAnswer('hold', { number })]))).toEqual([
      100, 40, 0,
    ])
    expect(definition.questions[0]!.automation).toEqual({
      source: null,
      measure: 'CUSTOMER_HOLD_TIME',
      categories: [],
      otherwiseOptionIds: [],
    })
  })
})

describe('Amazon Connect by section', () => {
  const { definition } = readJson(
    connectForm(
      [
        connectSection('one', [connectQuestion('a', scores), connectQuestion('b', scores)], { Weight: 75 }),
        connectSection('two', [connectQuestion('c', scores)], { Weight: 25 }),
      ],
      'SECTION_ONLY',
    ),
  )

  it('is the weighted mean of the means of its sections', () => {
    expect(percentOf(definition, [chose('a', 'o10'), chose('b', 'o0'), chose('c', 'o10')])).toBe(62.5)
  })

  it('gives the weight of a section where nothing applies to the others', () => {
    expect(percentOf(definition, [notApplicable('a'), notApplicable('b'), chose('c', 'o5')])).toBe(50)
  })
})

describe('Amazon Connect by points', () => {
  const question = (RefId: string, points: readonly number[], more = {}) =>
    connectQuestion(RefId, points, more, (PointValue) => ({
      Score: undefined,
      PointsConfiguration: { PointValue },
    }))
  const bonus = { ScoringConfiguration: { PointsConfiguration: { IsBonus: true } } }
  const { definition } = readJson(
    connectForm(
      [
        connectSection('s', [
          question('a', [30, 0]),
          question('b', [10, 0]),
          question('extra', [8, 0], bonus),
        ]),
      ],
      'POINTS_BASED',
    ),
  )

  it('is earned points over the most, a bonus adding to the top only', () => {
    expect(percentOf(definition, [chose('a', 'o30'), chose('b', 'o0')])).toBe(75)
    expect(percentOf(definition, [chose('a', 'o30'), chose('b', 'o0'), chose('extra', 'o8')])).toBe(95)
    const all = scoreAnswers(definition, [chose('a', 'o30'), chose('b', 'o10'), chose('extra', 'o8')])
    expect([all.score0to1, all.scoreUncapped]).toEqual([1, 1.2])
  })
})

describe('Genesys Cloud', () => {
  const question = (id: string, more = {}) => ({
    id,
    contextId: `context-${id}`,
    text: `Question ${id}`,
    type: 'multipleChoiceQuestion',
    naEnabled: true,
    answerOptions: [
      { id: `${id}-yes`, text: 'Right', value: 1 },
      { id: `${id}-no`, text: 'Wrong', value: 0 },
    ],
    ...more,
  })
  const form = (more: Record<string, unknown> = {}, first = {}) =>
    readJson({
      id: 'form-version',
      contextId: 'form-context',
      name: 'Published example',
      questionGroups: [
        { id: 'g1', name: 'One', weight: 40, questions: [question('1.1', first), question('1.2')] },
        { id: 'g2', name: 'Two', weight: 20, questions: [question('2.1', { isCritical: true })] },
      ],
      ...more,
    })
  const right = (id: string) => chose(`context-${id}`, `${id}-yes`)
  const wrong = (id: string) => chose(`context-${id}`, `${id}-no`)
  const none = (id: string) => notApplicable(`context-${id}`)

  it('gives 60% for the published example, possible points multiplying the weight', () => {
    const { definition, formRef, version } = form()
    expect(percentOf(definition, [right('1.1'), wrong('1.2'), right('2.1')])).toBe(60)
    expect([formRef, version]).toEqual(['form-context', 'form-version'])
  })

  it('gives 100% with the missed question not applicable', () => {
    expect(percentOf(form().definition, [right('1.1'), none('1.2'), right('2.1')])).toBe(100)
  })

  it('has no score, never 0, with everything not applicable', () => {
    expect(percentOf(form().definition, [none('1.1'), none('1.2'), none('2.1')])).toBeNull()
  })

  it('counts all groups alike where weights are off', () => {
    const { definition } = form({ weightMode: 'OFF' })
    expect(percentOf(definition, [right('1.1'), wrong('1.2'), right('2.1')])).toBe(66.6667)
  })

  it('has a second score over critical questions', () => {
    const { definition } = form({}, { isCritical: true })
    expect(scoreAnswers(definition, [right('1.1'), right('1.2'), wrong('2.1')]).criticalScore0to1).toBe(0.5)
  })

  it('fails the form by a fatal question whose answer is not the best', () => {
    const { definition } = form({}, { isKill: true })
    const failed = scoreAnswers(definition, [wrong('1.1'), right('1.2'), right('2.1')])
    expect(failed.score0to1).toBe(0)
    expect(failed.scoreBeforeFatal0to1).toBeCloseTo(0.6, 12)
    expect(percentOf(definition, [right('1.1'), right('1.2'), right('2.1')])).toBe(100)
  })
})

describe('MaestroQA', () => {
  const templates = (isWeighted: boolean) => ({
    name: 'templates.csv',
    text: `template_id,created_at,is_active,is_bonus_weighted,is_weighted,name,updated_at\nt1,2026-01-01,true,false,${isWeighted},Rubric,2026-01-01\n`,
  })
  const sections = (rows: string) => ({
    name: 'sections.csv',
    text: `section_id,section_index,name,default_answer,is_auto_fail,is_bonus,template_id,weight\n${rows}`,
  })
  const questions = (rows: string) => ({
    name: 'questions.csv',
    text: `question_id,question_index,description,question,score_max,score_min,score_system,section_id,template_id\n${rows}`,
  })
  const given = (questionId: string, number: number) => anAnswer(questionId, { number })

  it('gives 70% for the published weighted rubric, and 65% by its points', () => {
    const tables = (isWeighted: boolean) => [
      templates(isWeighted),
      sections(
        's1,0,Grammar,,f,f,t1,10\ns2,1,Product,,f,f,t1,30\ns3,2,Solving,,f,f,t1,50\ns4,3,Privacy,,f,f,t1,10\n',
      ),
      questions(
        'q1,0,,Grammar,3,0,linear,s1,t1\nq2,0,,Product,10,0,linear,s2,t1\nq3,0,,Solving,5,0,linear,s3,t1\nq4,0,,Privacy,2,0,linear,s4,t1\n',
      ),
    ]
    const answers = [given('q1', 3), given('q2', 5), given('q3', 4), given('q4', 1)]
    expect(percentOf(readFormFiles(tables(true)).definition, answers)).toBe(70)
    expect(percentOf(readFormFiles(tables(false)).definition, answers)).toBe(65)
  })

  it('weighs sections by their points where questions differ in these', () => {
    const { definition, notes } = readFormFiles([
      templates(true),
      sections('s1,0,One,,f,f,t1,60\ns2,1,Two,,f,f,t1,40\n'),
      questions('a,0,,A,10,0,linear,s1,t1\nb,1,,B,5,0,linear,s1,t1\nc,0,,C,4,0,linear,s2,t1\n'),
    ])
    // 60% of 10/15, and 40% of 2/4
    expect(percentOf(definition, [given('a', 10), given('b', 0), given('c', 2)])).toBe(60)
    expect(notes.join(' ')).toContain('divided by the points')
    // under one point in all, too
    const small = readFormFiles([
      templates(true),
      sections('s1,0,One,,f,f,t1,60\ns2,1,Two,,f,f,t1,40\n'),
      questions('a,0,,A,0.4,0,linear,s1,t1\nb,1,,B,0.2,0,linear,s1,t1\nc,0,,C,4,0,linear,s2,t1\n'),
    ])
    expect(percentOf(small.definition, [given('a', 0.4), given('b', 0), given('c', 2)])).toBe(60)
  })

  it('lets a bonus section lift over the rest, and an auto-fail section fail the form', () => {
    const { definition } = readFormFiles([
      templates(false),
      sections('s1,0,Main,,f,f,t1,\ns2,1,Extra,,f,t,t1,\ns3,2,Never,,t,f,t1,\n'),
      questions('a,0,,A,20,0,linear,s1,t1\nb,0,,B,5,0,linear,s2,t1\nc,0,,Was rude,1,0,custom,s3,t1\n'),
      {
        name: 'options.csv',
        text: 'option_id,label,points,question_id,section_id,template_id\nx,No,1,c,s3,t1\ny,Yes,0,c,s3,t1\n',
      },
    ])
    expect(percentOf(definition, [given('a', 10), given('b', 5), chose('c', 'x')])).toBe(75)
    expect(percentOf(definition, [given('a', 20), given('b', 5), chose('c', 'y')])).toBe(0)
    expect(scoreAnswers(definition, [given('a', 20), given('b', 5)]).scoreUncapped).toBe(1.25)
  })

  it('lets a criterion of 15 carry 18.75% of 80 points, and aligns 10 with 7 of 15 at 80%', () => {
    const { definition } = readFormFiles([
      sections('s1,0,Main,,f,f,t1,\n'),
      questions('a,0,,A,15,0,linear,s1,t1\nb,1,,B,65,0,linear,s1,t1\n'),
    ])
    expect(effectiveWeights(definition).get('a')).toBe(0.1875)
    expect(criterionAlignment(10, 7, 15)).toBeCloseTo(0.8, 12)
  })
})

describe('Scorebuddy', () => {
  const points = (id: string, sectionId: string, fails: boolean) => ({
    id,
    sectionId,
    title: id,
    type: 'single' as const,
    options: [
      { id: 'full', label: 'Full', points: 10 },
      { id: 'none', label: 'None', points: 0 },
      {
        id: 'fail',
        label: 'Fail section',
        points: 4,
        ...(fails && { fatal: { target: 'section' as const, sectionId } }),
      },
    ],
  })
  const definition = aForm({
    title: 'Two sections',
    strategy: 'points',
    sections: [
      { id: 's1', title: 'One' },
      { id: 's2', title: 'Two' },
    ],
    questions: [points('a', 's1', false), points('b', 's1', true), points('c', 's2', false)],
  })

  it('keeps the maximum of a failed section in the overall figure, and shows beside it what the section would have been', () => {
    const scored = scoreAnswers(definition, [chose('a', 'full'), chose('b', 'fail'), chose('c', 'full')])
    // (24 - 14) / 30
    expect(scored.score0to1).toBeCloseTo(10 / 30, 12)
    expect(scored.sections[0]!.score0to1).toBe(0)
    expect(scored.sections[0]!.scoreBeforeFatal0to1).toBeCloseTo(0.7, 12)
  })

  it('takes what does not apply out of the maximum of its section', () => {
    const scored = scoreAnswers(definition, [chose('a', 'full'), notApplicable('b'), chose('c', 'none')])
    expect(scored.sections.map(({ score0to1 }) => score0to1)).toEqual([1, 0])
    expect(scored.score0to1).toBe(0.5)
  })
})
