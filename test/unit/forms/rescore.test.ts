import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../../engine/problem.ts'
import { answersOfImported, rescoreEvaluation } from '../../../engine/quality/forms/index.ts'
import {
  anAnswer,
  chose,
  connectForm,
  connectQuestion,
  connectSection,
  notApplicable,
  readJson,
} from './forms.ts'

/** The form of the vendor's example of an export, as it must have been. */
const exampleForm = readJson({
  ...connectForm(
    [
      connectSection(
        's1a1b58d6',
        [
          connectSection('s46661c49', [
            {
              Question: {
                RefId: 'q570b206a',
                Title: 'How do you rate the contact between 1 and 10?',
                NotApplicableEnabled: true,
                QuestionType: 'NUMERIC',
                QuestionTypeProperties: {
                  Numeric: {
                    MinValue: 1,
                    MaxValue: 10,
                    Options: [
                      { MinValue: 1, MaxValue: 5, Score: 0 },
                      { MinValue: 6, MaxValue: 10, Score: 10 },
                    ],
                  },
                },
              },
            },
            {
              Question: {
                RefId: 'q73bc5b9d',
                Title: 'Did the agent introduce themselves?',
                NotApplicableEnabled: true,
                QuestionType: 'SINGLESELECT',
                QuestionTypeProperties: {
                  SingleSelect: {
                    Options: [
                      { RefId: 'o6999aa94', Text: 'Yes', Score: 10 },
                      { RefId: 'o284e4d9e', Text: 'No', Score: 0 },
                      { RefId: 'o1b2f0a14', Text: 'Maybe', Score: 5 },
                    ],
                  },
                },
              },
            },
            { Question: { RefId: 'qc2effc9d', Title: 'Describe the outcome.', QuestionType: 'TEXT' } },
          ]),
        ],
        { Weight: 100 },
      ),
    ],
    'SECTION_ONLY',
  ),
  EvaluationFormId: '15d8fbf1-b4b2-4ace-869b-82714e2f6e3e',
  EvaluationFormVersion: 2,
})

const sample = resolve(
  import.meta.dirname,
  '../../../../shared/samples/formats-contact-center/connect_evaluation_form_v3.1.json',
)
const isThere = existsSync(sample)

describe.skipIf(!isThere)(
  `the vendor's own example of an export${isThere ? '' : ' (SKIPPED: there is no ../shared beside this checkout)'}`,
  () => {
    it('gives the score it carries', () => {
      const document = JSON.parse(readFileSync(join(sample), 'utf8'))
      const rescored = rescoreEvaluation(exampleForm, document)
      expect(rescored.answers).toEqual([
        notApplicable('q570b206a'),
        chose('q73bc5b9d', 'o6999aa94'),
        anAnswer('qc2effc9d', { text: 'Example answer text' }),
      ])
      expect(rescored.form).toEqual({ state: 'same', vendor0to1: 1, own0to1: 1, difference: 0 })
      expect(rescored.sections.map(({ comparison }) => comparison.state)).toEqual(['same', 'same'])
      expect(rescored.questions.map(({ comparison }) => comparison.state)).toEqual([
        'not-comparable',
        'same',
        'not-comparable',
      ])
      expect(rescored.notes).toEqual([])
    })
  },
)

/** An evaluation of the export by two questions of weight 60 and 40. */
const weighed = readJson({
  ...connectForm(
    [
      connectSection('s', [
        connectQuestion('a', [10, 5, 0], { Weight: 60 }),
        connectQuestion('b', [10, 5, 0], { Weight: 40 }),
      ]),
    ],
    'QUESTION_ONLY',
  ),
  EvaluationFormId: 'form',
  EvaluationFormVersion: 3,
})

function anExport(percentage: number, answers: Record<string, string>, more: Record<string, unknown> = {}) {
  return {
    schemaVersion: '3.5',
    evaluationId: 'e1',
    metadata: {
      contactId: 'c1',
      evaluationDefinitionId: 'form',
      evaluationDefinitionVersion: 3,
      score: { percentage },
      ...more,
    },
    sections: [{ sectionRefId: 's', sectionTitle: 'Section s', score: { percentage } }],
    questions: Object.entries(answers).map(([questionRefId, valueRefId]) => ({
      questionRefId,
      sectionRefId: 's',
      questionType: 'SINGLESELECT',
      questionText: `Question ${questionRefId}`,
      answer: {
        values: [{ valueText: '?', valueRefId, selected: true }],
        metadata: { notApplicable: false },
      },
      score: { percentage: Number(valueRefId.slice(1)) * 10 },
    })),
  }
}

describe('an evaluation scored again', () => {
  it('shows where the vendor gives another score, by form, section and question', () => {
    const document = anExport(90, { a: 'o10', b: 'o5' })
    document.questions[1]!.score.percentage = 75
    const { form, sections, questions } = rescoreEvaluation(weighed, document)
    expect(form).toMatchObject({ state: 'different', vendor0to1: 0.9, own0to1: 0.8 })
    expect(sections.map(({ id, comparison }) => [id, comparison.state])).toEqual([['s', 'different']])
    expect(questions.map(({ id, comparison }) => [id, comparison.state])).toEqual([
      ['a', 'same'],
      ['b', 'different'],
    ])
  })

  it('says when it was made with another version, and names what the form does not have', () => {
    const { notes, form } = rescoreEvaluation(
      weighed,
      anExport(100, { a: 'o10', b: 'o7', c: 'o10' }, { evaluationDefinitionVersion: 2 }),
    )
    expect(notes).toEqual([
      'The evaluation was made with version 2 of the form; this is version 3.',
      '"Question b" has no answer "?"; it has "Scores 10", "Scores 5", "Scores 0".',
      'The form has no question "Question c"; the nearest is "Question a".',
    ])
    expect(form.state).toBe('same')
  })

  it('is refused where none of its questions is in the form', () => {
    expect(() => rescoreEvaluation(weighed, anExport(100, { x: 'o10', y: 'o10' }))).toThrow(Problem)
  })

  it('is read from the answer of a call, too', () => {
    const document = {
      Evaluation: {
        Metadata: { Score: { Percentage: 80 } },
        Answers: {
          a: { Value: { StringValue: 'o10' } },
          b: { Value: { StringValue: 'o5' } },
        },
        Scores: { s: { Percentage: 80 }, a: { Percentage: 100 }, b: { Percentage: 50 } },
      },
    }
    const { form, sections, questions } = rescoreEvaluation(weighed, document)
    expect(
      [
        form,
        ...sections.map(({ comparison }) => comparison),
        ...questions.map(({ comparison }) => comparison),
      ].map(({ state }) => state),
    ).toEqual(['same', 'same', 'same', 'same'])
  })

  it('works for Genesys Cloud, whose evaluation names the ids of one version', () => {
    const question = (id: string, more = {}) => ({
      id: `${id}-v2`,
      contextId: id,
      text: `Question ${id}`,
      type: 'multipleChoiceQuestion',
      naEnabled: true,
      answerOptions: [
        { id: `${id}-yes-v2`, contextId: `${id}-yes`, text: 'Right', value: 2 },
        { id: `${id}-no-v2`, contextId: `${id}-no`, text: 'Wrong', value: 0 },
      ],
      ...more,
    })
    const evaluationForm = {
      id: 'v2',
      contextId: 'form',
      name: 'Genesys',
      questionGroups: [
        { id: 'g1', name: 'One', weight: 40, questions: [question('a'), question('b')] },
        { id: 'g2', name: 'Two', weight: 20, questions: [question('c')] },
      ],
    }
    const document = {
      id: 'e',
      conversation: { id: 'c' },
      status: 'FINISHED',
      evaluationForm,
      answers: {
        totalScore: 60,
        questionGroupScores: [
          {
            questionGroupId: 'g1',
            questionScores: [
              { questionId: 'a-v2', answerId: 'a-yes-v2', score: 2 },
              { questionId: 'b-v2', answerId: 'b-no-v2', score: 0 },
            ],
          },
          { questionGroupId: 'g2', questionScores: [{ questionId: 'c-v2', answerId: 'c-yes-v2', score: 2 }] },
        ],
      },
    }
    const form = readJson(document)
    const rescored = rescoreEvaluation(form, document)
    expect(rescored.answers).toEqual([chose('a', 'a-yes'), chose('b', 'b-no'), chose('c', 'c-yes')])
    expect(rescored.form.state).toBe('same')
    expect(rescored.questions.map(({ comparison }) => comparison.state)).toEqual(['same', 'same', 'same'])
    // what its logic marks does not apply either, though an answer was left behind
    const [one, two] = document.answers.questionGroupScores
    const [a, b] = one!.questionScores
    const marked = { ...one, questionScores: [a, { ...b, systemMarkedNA: true }] }
    const skipped = rescoreEvaluation(form, {
      ...document,
      answers: { totalScore: 100, questionGroupScores: [marked, two] },
    })
    expect(skipped.answers[1]).toEqual(notApplicable('b'))
    expect(skipped.form.state).toBe('same')
  })
})

describe('answers that were imported', () => {
  const { definition } = readJson(
    connectForm(
      [
        connectSection('s', [
          connectQuestion('a', [10, 0]),
          {
            Question: {
              RefId: 'm',
              Title: 'Which applied?',
              QuestionType: 'MULTISELECT',
              QuestionTypeProperties: {
                MultiSelect: {
                  Options: [
                    { RefId: 'x', Text: 'Late; very', Score: 1 },
                    { RefId: 'y', Text: 'Rude', Score: 1 },
                  ],
                },
              },
            },
          },
          { Question: { RefId: 't', Title: 'Remarks', QuestionType: 'TEXT' } },
        ]),
      ],
      'SECTION_ONLY',
    ),
  )
  const imported = (stableKey: string, value: string | null, more = {}) => ({
    stableKey,
    value,
    isNotApplicable: false,
    ...more,
  })

  it('find their question by id or wording, and their answer by wording, id or points', () => {
    expect(
      answersOfImported(definition, [
        imported('a', 'scores 10'),
        imported('which applied?', 'Late; very'),
        imported('remarks', 'Fine.'),
      ]),
    ).toEqual([chose('a', 'o10'), chose('m', 'x'), anAnswer('t', { text: 'Fine.' })])
    expect(answersOfImported(definition, [imported('v2-of-a', '0', { label: 'Question A' })])).toEqual([
      chose('a', 'o0'),
    ])
    expect(answersOfImported(definition, [imported('m', 'Rude; x')])).toEqual([chose('m', 'y', 'x')])
  })

  it('leave out what matches nothing, and keep what does not apply', () => {
    expect(
      answersOfImported(definition, [
        imported('a', 'Brilliant'),
        imported('unknown', 'Yes'),
        imported('m', null),
        imported('t', null, { isNotApplicable: true }),
      ]),
    ).toEqual([notApplicable('t')])
  })
})
