import { describe, expect, it } from 'vitest'
import { findProblems } from '../../../shared/domain/scorecard/find-problems.ts'
import {
  readFormFile,
  readFormFiles,
  writeDebriefForm,
  writeFormCsv,
  writeConnectForm,
} from '../../../engine/quality/forms/index.ts'
import { Problem } from '../../../engine/problem.ts'
import { aForm, connectForm, connectQuestion, connectSection, readJson } from './forms.ts'

/** The sentence a file is refused with. */
function sentenceOf(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (error instanceof Problem && error.code === 'INVALID_INPUT') return error.message
    throw error
  }
  return 'not refused'
}

/** The form of the vendor's API reference (DescribeContactEvaluation), in full. */
const apiSample = {
  EvaluationFormVersion: 1,
  EvaluationFormId: 'form-id',
  Title: 'form-title',
  Description: 'form-description',
  Items: [
    {
      Section: {
        Title: 'section-title-1',
        RefId: 'section-1',
        Instructions: 'section-instruction-1',
        Items: [
          {
            Question: {
              Title: 'question-title-11',
              RefId: 'question-1-111',
              NotApplicableEnabled: false,
              QuestionType: 'TEXT',
            },
          },
          {
            Question: {
              Title: 'question-title-12',
              RefId: 'question-1-222',
              NotApplicableEnabled: false,
              QuestionType: 'SINGLESELECT',
              QuestionTypeProperties: {
                SingleSelect: {
                  Options: [
                    { RefId: 'option-1-2-1', Text: 'first-option', Score: 1, AutomaticFail: true },
                    { RefId: 'option-1-2-2', Text: 'second-option', Score: 1, AutomaticFail: false },
                  ],
                  DisplayAs: 'DROPDOWN',
                  Automation: {
                    Options: [
                      {
                        RuleCategory: {
                          Category: 'CATEGORY_LABEL',
                          Condition: 'PRESENT',
                          OptionRefId: 'option-1-2-2',
                        },
                      },
                    ],
                    DefaultOptionRefId: 'option-1-2-1',
                  },
                },
              },
            },
          },
        ],
        Weight: 50,
      },
    },
    {
      Section: {
        RefId: 'section-2',
        Title: 'section-title-2',
        Weight: 50,
        Items: [
          {
            Question: {
              Title: 'question-title-2-2',
              RefId: 'question-2-222',
              QuestionType: 'NUMERIC',
              QuestionTypeProperties: {
                Numeric: {
                  MinValue: 0,
                  MaxValue: 28_800,
                  Options: [{ MinValue: 0, MaxValue: 28_800, Score: 1, AutomaticFail: false }],
                  Automation: { PropertyValue: { Label: 'AGENT_INTERACTION_DURATION' } },
                },
              },
            },
          },
        ],
      },
    },
  ],
  ScoringStrategy: { Mode: 'SECTION_ONLY', Status: 'ENABLED' },
}

describe('an Amazon Connect form', () => {
  it('is read as the API reference shows it, also in the answer of a call', () => {
    const read = readJson(apiSample)
    expect(readJson({ EvaluationForm: apiSample })).toEqual(read)
    expect(read).toMatchObject({ formRef: 'form-id', version: '1' })
    expect(read.definition).toEqual(
      aForm({
        title: 'form-title',
        description: 'form-description',
        strategy: 'section-weighted',
        sections: [
          { id: 'section-1', title: 'section-title-1', instructions: 'section-instruction-1', weight: 50 },
          { id: 'section-2', title: 'section-title-2', weight: 50 },
        ],
        questions: [
          {
            id: 'question-1-111',
            sectionId: 'section-1',
            title: 'question-title-11',
            type: 'text',
            allowsNotApplicable: false,
          },
          {
            id: 'question-1-222',
            sectionId: 'section-1',
            title: 'question-title-12',
            type: 'single',
            allowsNotApplicable: false,
            options: [
              { id: 'option-1-2-1', label: 'first-option', points: 1, fatal: { target: 'form' } },
              { id: 'option-1-2-2', label: 'second-option', points: 1 },
            ],
            automation: {
              categories: [{ category: 'CATEGORY_LABEL', isPresent: true, optionIds: ['option-1-2-2'] }],
              otherwiseOptionIds: ['option-1-2-1'],
            },
          },
          {
            id: 'question-2-222',
            sectionId: 'section-2',
            title: 'question-title-2-2',
            type: 'numeric',
            allowsNotApplicable: false,
            ranges: [{ from: 0, to: 28_800, points: 1 }],
            automation: { measure: 'AGENT_INTERACTION_DURATION' },
          },
        ],
      }),
    )
    expect(read.notes).toEqual([
      'Whether answers are shown as a list, as buttons or as boxes is not kept.',
      'The best answer scores other than 10, and counts as full marks; Amazon Connect does not say whether it does there: "question-title-12", "question-title-2-2".',
    ])
    expect(findProblems(read.definition).filter(({ stops }) => stops)).toEqual([])
  })

  const enabled = (Enablement: unknown) =>
    readJson(
      connectForm(
        [connectSection('s', [connectQuestion('a', [10, 0]), connectQuestion('b', [10, 0], { Enablement })])],
        'QUESTION_ONLY',
      ),
    )
  const expression = (Comparator: string, ...options: string[]) => ({
    Expression: {
      Source: { Type: 'QUESTION_REF_ID', RefId: 'a' },
      Values: options.map((RefId) => ({ Type: 'OPTION_REF_ID', RefId })),
      Comparator,
    },
  })
  const rule = (is: string, ...optionIds: string[]) => ({ questionId: 'a', is, optionIds })

  it('asks a question where it is enabled, or where it is not disabled', () => {
    const conditionOf = (enablement: unknown) => enabled(enablement).definition.questions[1]!.condition
    expect(
      conditionOf({
        Action: 'ENABLE',
        DefaultAction: 'DISABLE',
        Condition: { Operands: [expression('IN', 'o10')] },
      }),
    ).toEqual({ match: 'all', rules: [rule('in', 'o10')] })
    expect(
      conditionOf({
        Action: 'DISABLE',
        Condition: { Operator: 'AND', Operands: [expression('IN', 'o10'), expression('NOT_IN', 'o0')] },
      }),
    ).toEqual({ match: 'any', rules: [rule('not-in', 'o10'), rule('in', 'o0')] })
    expect(
      conditionOf({
        Action: 'ENABLE',
        Condition: {
          Operator: 'OR',
          Operands: [
            expression('EXACT', 'o10'),
            {
              Condition: { Operator: 'OR', Operands: [expression('ALL_IN', 'o0'), expression('IN', 'o10')] },
            },
          ],
        },
      }),
    ).toEqual({ match: 'any', rules: [rule('exactly', 'o10'), rule('all-in', 'o0'), rule('in', 'o10')] })
  })

  it('says where the two cannot say the same', () => {
    const { definition, notes } = enabled({
      Action: 'ENABLE',
      Condition: {
        Operator: 'AND',
        Operands: [
          expression('IN', 'o10'),
          { Condition: { Operator: 'OR', Operands: [expression('IN', 'o0'), expression('IN', 'o10')] } },
        ],
      },
    })
    expect(definition.questions[1]!.condition).toBeNull()
    expect(notes).toEqual([
      'When it is asked cannot be said in Debrief, so it is always asked: "Question b".',
    ])
  })

  it('keeps two levels of sections, tells of deeper ones, of dates and of scoring that is off', () => {
    const date = { Question: { RefId: 'd', Title: 'Called back on', QuestionType: 'DATETIME' } }
    const { definition, notes } = readJson({
      ...connectForm(
        [
          connectSection('1', [
            connectSection('2', [connectSection('3', [connectQuestion('a', [10, 0]), date])]),
          ]),
        ],
        'QUESTION_ONLY',
      ),
      ScoringStrategy: { Mode: 'QUESTION_ONLY', Status: 'DISABLED' },
    })
    expect(definition.sections.map(({ id, parentId }) => [id, parentId])).toEqual([
      ['1', null],
      ['2', '1'],
    ])
    expect(
      definition.questions.map(({ sectionId, type, isExcluded }) => [sectionId, type, isExcluded]),
    ).toEqual([
      ['2', 'single', true],
      ['2', 'text', true],
    ])
    expect(notes).toEqual([
      'Scoring is switched off in this form, so its questions are asked but not scored.',
      'Sections have two levels; deeper ones joined the one above: "Section 3".',
      'A date is answered as text here: "Called back on".',
    ])
  })
})

describe('a Genesys Cloud form', () => {
  const choice = (id: string, more = {}) => ({
    id: `id-${id}`,
    contextId: id,
    text: `Question ${id}`,
    type: 'multipleChoiceQuestion',
    answerOptions: [
      { id: `${id}.2`, text: 'Good', value: 2 },
      { id: `${id}.1`, text: 'Fair', value: 1 },
      { id: `${id}.0`, text: 'Poor', value: 0 },
    ],
    ...more,
  })

  it('follows both kinds of paths, joins those of the group, and counts text blocks on the way', () => {
    const { definition, notes } = readJson({
      name: 'Paths',
      questionGroups: [
        {
          id: 'g0',
          name: 'First',
          weight: 1,
          questions: [
            { id: 'note', type: 'readOnlyTextBlockQuestion', text: 'Listen twice.' },
            choice('a'),
            choice('b', {
              visibilityCondition: {
                combiningOperation: 'OR',
                predicates: ['../question/1/answer/1', '../question/1/answer/2'],
              },
            }),
          ],
        },
        {
          id: 'g1',
          name: 'Second',
          weight: 2,
          visibilityCondition: {
            combiningOperation: 'AND',
            predicates: ['/form/questionGroup/0/question/1/answer/0'],
          },
          questions: [
            choice('c'),
            choice('d', {
              visibilityCondition: { combiningOperation: 'AND', predicates: ['../question/0/answer/0'] },
            }),
            choice('e', {
              visibilityCondition: {
                combiningOperation: 'AND',
                predicates: ['/form/questionGroup/9/question/0/answer/0'],
              },
            }),
          ],
        },
      ],
    })
    const rule = (questionId: string, ...optionIds: string[]) => ({ questionId, is: 'in', optionIds })
    expect(definition.questions.map(({ id, condition }) => [id, condition])).toEqual([
      ['a', null],
      ['b', { match: 'any', rules: [rule('a', 'a.1', 'a.0')] }],
      ['c', { match: 'all', rules: [rule('a', 'a.2')] }],
      ['d', { match: 'all', rules: [rule('a', 'a.2'), rule('c', 'c.2')] }],
      ['e', { match: 'all', rules: [rule('a', 'a.2')] }],
    ])
    expect(definition.sections[0]!.instructions).toBe('Listen twice.')
    expect(notes).toEqual([
      'Text between questions became instructions of its section: "First".',
      'When it is asked leads to an answer that is not there, so it is always asked: "Question e".',
    ])
  })

  it('keeps preset answers, and several answers as the choices they are', () => {
    const selected = (id: string, value: number) => ({
      id,
      text: `Did ${id}`,
      answerOptions: [
        { builtInType: 'Selected', value },
        { builtInType: 'Unselected', value: 0 },
      ],
    })
    const { definition } = readJson({
      name: 'Presets',
      questionGroups: [
        {
          id: 'high',
          name: 'High',
          weight: 1,
          defaultAnswersTo: { highestScore: true },
          questions: [choice('a')],
        },
        {
          id: 'low',
          name: 'Low',
          weight: 1,
          defaultAnswersTo: { lowestScore: true },
          questions: [choice('b')],
        },
        {
          id: 'own',
          name: 'Own',
          weight: 1,
          defaultAnswersTo: { userDefined: true },
          questions: [
            choice('c', { defaultAnswer: { id: 'c.1' } }),
            {
              id: 'm',
              text: 'Which?',
              type: 'multipleSelectQuestion',
              multipleSelectOptionQuestions: [selected('x', 1), selected('y', 2)],
            },
          ],
        },
      ],
    })
    expect(definition.questions.map(({ defaultOptionId }) => defaultOptionId)).toEqual([
      'a.2',
      'b.0',
      'c.1',
      null,
    ])
    expect(definition.questions[3]).toMatchObject({
      type: 'multiple',
      options: [
        { id: 'x', label: 'Did x', points: 1 },
        { id: 'y', label: 'Did y', points: 2 },
      ],
    })
  })
})

describe('a form as CSV', () => {
  it('is read as people write it', () => {
    const { definition, notes } = readFormFile(
      'Service quality.csv',
      [
        'Section;Question;Weight;Answers;Asked if;Colour',
        'Opening;Greeting said?;20;;;',
        ';Name given;10;Yes=1|Partly=0,5|No=0;;',
        'Solution;Solved;70;Yes=2|No=0!|N/A;Greeting said? = yes;blue',
        'Solution;Anything else?;;;;',
      ].join('\n'),
    )
    expect(definition).toEqual(
      aForm({
        title: 'Service quality',
        strategy: 'question-weighted',
        sections: [
          { id: 'opening', title: 'Opening' },
          { id: 'solution', title: 'Solution' },
        ],
        questions: [
          { id: 'greeting-said', sectionId: 'opening', title: 'Greeting said?', type: 'yes-no', weight: 20 },
          {
            id: 'name-given',
            sectionId: 'opening',
            title: 'Name given',
            type: 'single',
            weight: 10,
            options: [
              { id: 'yes', label: 'Yes', points: 1 },
              { id: 'partly', label: 'Partly', points: 0.5 },
              { id: 'no', label: 'No', points: 0 },
            ],
          },
          {
            id: 'solved',
            sectionId: 'solution',
            title: 'Solved',
            type: 'yes-no',
            weight: 70,
            options: [
              { id: 'yes', label: 'Yes', points: 2 },
              { id: 'no', label: 'No', points: 0, fatal: { target: 'form' } },
            ],
            condition: {
              match: 'all',
              rules: [{ questionId: 'greeting-said', is: 'in', optionIds: ['yes'] }],
            },
          },
          { id: 'anything-else', sectionId: 'solution', title: 'Anything else?', type: 'yes-no' },
        ],
      }),
    )
    expect(notes).toEqual([
      'No answers are given, so it is answered with yes or no: "Greeting said?", "Anything else?".',
      'Columns that are not read: "colour".',
    ])
  })

  it('takes one row an answer, the question said once', () => {
    const { definition } = readFormFile(
      'form.csv',
      'question,answer,points,fatal\nTone,Warm,2,\n,Neutral,1,\n,Rude,0,form\nEmpathy,Yes,1,\nEmpathy,No,0,\n',
    )
    expect(definition.strategy).toBe('points')
    expect(definition.questions.map(({ title, type, options }) => [title, type, options.length])).toEqual([
      ['Tone', 'single', 3],
      ['Empathy', 'yes-no', 0],
    ])
    expect(definition.questions[0]!.options[2]).toMatchObject({ label: 'Rude', fatal: { target: 'form' } })
  })

  it('writes no cell that a spreadsheet would run', () => {
    const { text } = writeFormCsv(
      aForm({
        title: '=cmd()',
        strategy: 'points',
        sections: [{ id: 's', title: '@s' }],
        questions: [
          {
            id: 'q',
            sectionId: 's',
            title: '+1',
            guidance: '-2+3',
            type: 'single',
            options: [{ id: 'o', label: '=HYPERLINK("http://x")', points: -5 }],
          },
        ],
      }),
    )
    expect(text).toContain("'=cmd()")
    expect(text.split(/[,\r\n]/).filter((cell) => /^"?[=+@]|^"?-(?!\d+$)/.test(cell))).toEqual(['+1'])
  })

  it.each([
    ['question,weight\nA,heavy', '"f.csv", row 2: "heavy" under "weight" is not a number.'],
    [
      'question,type\nA,slider',
      '"f.csv", row 2: there is no type "slider"; use one of yes-no, single, multiple, numeric, points, text.',
    ],
    [
      'question,answers\nA,Good|Bad',
      '"f.csv", row 2: the answer "Good" has no points; write them as "Good=1".',
    ],
    ['question,critical\nA,perhaps', '"f.csv", row 2: "perhaps" under "critical" is not yes or no.'],
    ['question,answer\n,Yes', '"f.csv", row 2: an answer without a question.'],
    ['name,age\nA,3', '"f.csv" has no column "question", so it is no form; its columns are "name", "age".'],
    ['question,question\nA,B', '"f.csv" has two columns called "question".'],
    ['question', '"f.csv" has no rows under a row of headings.'],
    ['question,id\nA,x\nB,y\nC,x', '"f.csv" has two questions with the id "x"; each needs its own.'],
    ['question\n"A', '"f.csv" has a quotation mark that does not fit in row 2; save it as CSV again.'],
  ])('refuses %j with one sentence', (text, sentence) => {
    expect(sentenceOf(() => readFormFile('f.csv', text))).toBe(sentence)
  })
})

describe('what is no form is refused with one sentence', () => {
  const own = aForm({
    title: 'Own',
    strategy: 'points',
    sections: [{ id: 's', title: 'S' }],
    questions: [{ id: 'q', sectionId: 's', title: 'Q', type: 'yes-no' }],
  })
  const enveloped = (change: Record<string, unknown>) =>
    JSON.stringify({ ...JSON.parse(writeDebriefForm(own).text), ...change })
  const deep = `${'{"EvaluationForm":'.repeat(40)}{}${'}'.repeat(40)}`
  const abyss = `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`
  const nested = (depth: number): unknown =>
    depth === 0 ? [] : [connectSection(`s${depth}`, nested(depth - 1) as unknown[])]

  it.each([
    ['cut off', '{"Items": [', '"f.json" is not sound JSON; it may be cut off.'],
    ['a list', '[]', '"f.json" holds a list, and one form is needed.'],
    [
      'something else',
      '{"a": 1}',
      '"f.json" is no form Debrief knows: it reads those of Amazon Connect, Genesys Cloud, MaestroQA, its own, and CSV.',
    ],
    ['deep', deep, '"f.json" is nested too deep to be a form or an evaluation.'],
    ['an abyss', abyss, '"f.json" is nested too deep to be a form or an evaluation.'],
    [
      'sections without end',
      JSON.stringify(connectForm(nested(20) as unknown[], 'QUESTION_ONLY')),
      '"f.json" is nested too deep to be a form or an evaluation.',
    ],
    [
      '10 MB',
      `{"Title": "${'x'.repeat(10_000_000)}"}`,
      '"f.json" is far larger than a form or an evaluation can be; choose the file that holds nothing else.',
    ],
    [
      'of the wrong types',
      '{"Title": 5, "Items": []}',
      '"f.json" is not an Amazon Connect form as it should be: at Title, expected string, received number.',
    ],
    [
      'without questions',
      JSON.stringify(connectForm([], 'QUESTION_ONLY')),
      '"f.json" holds a form without any question.',
    ],
    [
      'with one id twice',
      JSON.stringify(
        connectForm(
          [connectSection('s', [connectQuestion('a', [10]), connectQuestion('a', [10])])],
          'QUESTION_ONLY',
        ),
      ),
      '"f.json" has two questions with the id "a"; each needs its own.',
    ],
    [
      'with one answer twice',
      JSON.stringify(connectForm([connectSection('s', [connectQuestion('a', [10, 10])])], 'QUESTION_ONLY')),
      '"f.json" has two answers to "Question a" with the id "o10"; each needs its own.',
    ],
    [
      'of a newer Debrief',
      enveloped({ formatVersion: 2, more: true }),
      '"f.json" was written by a newer Debrief (format 2; this one reads 1). Update Debrief and try again.',
    ],
    [
      'with something unknown',
      enveloped({ surprise: 1 }),
      '"f.json" is not a form of Debrief as it should be: unknown key: "surprise".',
    ],
    [
      'of no strategy',
      enveloped({ form: { ...own, strategy: 'luck' } }),
      '"f.json" is not a form of Debrief as it should be: at form.strategy, expected one of "question-weighted"|"section-weighted"|"points"|"weighted-groups".',
    ],
    [
      'several forms',
      JSON.stringify({ entities: [{ questionGroups: [] }, { questionGroups: [] }] }),
      '"f.json" holds 2 forms; export one of them by itself.',
    ],
  ])('%s', (_, text, sentence) => {
    expect(sentenceOf(() => readFormFile('f.json', text))).toBe(sentence)
  })

  it('takes names of prototypes for the plain texts they are', () => {
    const text = JSON.stringify(
      connectForm([connectSection('__proto__', [connectQuestion('constructor', [10, 0])])], 'QUESTION_ONLY'),
    ).replace('"Title":"A form"', '"Title":"A form","__proto__":{"polluted":true}')
    const { definition } = readFormFile('f.json', text)
    expect(definition.questions[0]!.id).toBe('constructor')
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    expect(readFormFile('g.json', writeConnectForm(definition).text).definition).toEqual(definition)
  })

  it('files that do not belong together, or lack one another', () => {
    const questions = {
      name: 'questions.csv',
      text: 'question_id,question,section_id,template_id\nq,Q,s,t\n',
    }
    const sections = { name: 'sections.csv', text: 'section_id,name,template_id\ns,S,t\ns2,S,u\n' }
    const more = { name: 'more.csv', text: 'question_id,question,section_id,template_id\nq2,Q,s2,u\n' }
    const templates = { name: 'templates.csv', text: 'template_id,name,is_active\nt,One,t\nu,Two,t\n' }
    expect(sentenceOf(() => readFormFiles([questions]))).toBe(
      'A MaestroQA rubric needs its sections too: choose the files for templates, sections, questions and options together.',
    )
    expect(sentenceOf(() => readFormFiles([questions, more, sections, templates]))).toBe(
      'These files hold 2 rubrics ("One", "Two"); export one of them by itself, or leave the others out.',
    )
    expect(readFormFiles([questions, more, sections, templates], 'two').definition.title).toBe('Two')
    expect(
      sentenceOf(() => readFormFiles([questions, sections, { name: 'x.csv', text: 'a,b\n1,2\n' }])),
    ).toBe('"x.csv" is none of the files a MaestroQA rubric is made of; leave it out.')
    expect(sentenceOf(() => readFormFiles([]))).toBe('No file with a form was given.')
  })
})

it('keeps ids that Amazon Connect takes, and gives any other the same one each time', () => {
  const long = 'a question whose id is far longer than forty characters, with spaces'
  const definition = aForm({
    title: 'Ids',
    strategy: 'question-weighted',
    sections: [{ id: 'kept.as-it_is', title: 'S' }],
    questions: [
      { id: long, sectionId: 'kept.as-it_is', title: 'Q', type: 'yes-no', weight: 100 },
      {
        id: 'second',
        sectionId: 'kept.as-it_is',
        title: 'R',
        type: 'text',
        condition: { match: 'all', rules: [{ questionId: long, is: 'in', optionIds: ['yes'] }] },
      },
    ],
  })
  const [once, again] = [writeConnectForm(definition), writeConnectForm(definition)]
  expect(again).toEqual(once)
  expect(once.notes).toContain('One id does not fit what Amazon Connect takes and was changed.')
  const back = readFormFile('f.json', once.text).definition
  const ids = [...back.sections, ...back.questions].map(({ id }) => id)
  expect(ids.every((id) => /^[a-zA-Z0-9._-]{1,40}$/.test(id))).toBe(true)
  expect(ids[0]).toBe('kept.as-it_is')
  expect(back.questions[1]!.condition!.rules[0]!.questionId).toBe(ids[1])
})
