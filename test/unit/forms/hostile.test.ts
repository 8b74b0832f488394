import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findProblems } from '../../../shared/domain/scorecard/find-problems.ts'
import { scoreAnswers } from '../../../shared/domain/scorecard/score-answers.ts'
import { Problem } from '../../../engine/problem.ts'
import {
  readFormFile,
  readFormFiles,
  rescoreEvaluation,
  scoreFiles,
  writeConnectForm,
  writeDebriefForm,
  writeFormCsv,
  writeGenesysForm,
} from '../../../engine/quality/forms/index.ts'
import { aForm, connectForm, connectQuestion, connectSection, readJson } from './forms.ts'

const definition = aForm({
  title: 'Form',
  strategy: 'weighted-groups',
  sections: [
    { id: 's', title: 'S', weight: 40 },
    { id: 't', title: 'T', weight: 20 },
  ],
  questions: [
    { id: 'a', sectionId: 's', title: 'A', type: 'yes-no' },
    {
      id: 'b',
      sectionId: 's',
      title: 'B',
      type: 'multiple',
      options: [
        { id: 'x', label: 'X', points: 1 },
        { id: 'y', label: 'Y', points: 2 },
      ],
      condition: { match: 'any', rules: [{ questionId: 'a', is: 'in', optionIds: ['no'] }] },
    },
    { id: 'c', sectionId: 't', title: 'C', type: 'numeric', ranges: [{ from: 0, to: 9, points: 3 }] },
  ],
})
const documents = [writeConnectForm, writeGenesysForm, writeDebriefForm].map(
  (write) => JSON.parse(write(definition).text) as unknown,
)

/** A document with one place in it replaced or taken away. */
function spoiled(g: fc.GeneratorValue, document: unknown): unknown {
  const copy = structuredClone(document)
  let place = copy as Record<string, unknown>
  for (let depth = 0; depth < 12; depth++) {
    const keys = Object.keys(place)
    if (keys.length === 0) return copy
    const key = g(() => fc.constantFrom(...keys))
    const inner = place[key]
    const goesOn = typeof inner === 'object' && inner !== null && g(fc.integer, { min: 0, max: 9 }) > 0
    if (goesOn) {
      place = inner as Record<string, unknown>
      continue
    }
    if (g(fc.boolean)) Reflect.deleteProperty(place, key)
    else
      place[key] = g(() =>
        fc.oneof(fc.jsonValue(), fc.constantFrom(-1, 1e300, '', '__proto__', [], {}, null, [null])),
      )
    return copy
  }
  return copy
}

/** Reads; anything thrown must be one sentence for a person. */
function readOrRefuse<Read>(read: () => Read): Read | null {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    expect(error.code).toBe('INVALID_INPUT')
    expect(error.message).toMatch(/^[^\n]{10,400}[.]$/)
    return null
  }
}

describe('a spoiled file', () => {
  it('is read or refused with a sentence, and what is read can be scored and written', () => {
    let count = 0
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const text = JSON.stringify(
          spoiled(
            g,
            spoiled(
              g,
              g(() => fc.constantFrom(...documents)),
            ),
          ),
        )
        const form = readOrRefuse(() => readFormFile('f.json', text))
        if (form === null) return
        count++
        expect(Array.isArray(findProblems(form.definition))).toBe(true)
        scoreAnswers(form.definition, [])
        for (const write of [writeConnectForm, writeGenesysForm, writeFormCsv]) write(form.definition)
      }),
      { numRuns: 400, endOnFailure: true },
    )
    // many a spoiled place is one that may be missing
    expect(count).toBeGreaterThan(20)
  })

  it('of any text at all is refused with a sentence, or is a form', () => {
    const csv = writeFormCsv(definition).text
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 200 }),
          fc
            .tuple(fc.nat(csv.length), fc.nat(csv.length), fc.string({ maxLength: 5 }))
            .map(
              ([from, to, more]) => csv.slice(0, Math.min(from, to)) + more + csv.slice(Math.max(from, to)),
            ),
        ),
        (text) => void readOrRefuse(() => readFormFile('f.csv', text)),
      ),
      { numRuns: 400, endOnFailure: true },
    )
  })

  it('with an evaluation in it is scored again or refused with a sentence', () => {
    const evaluation = {
      schemaVersion: '3.5',
      evaluationId: 'e',
      metadata: { contactId: 'c', score: { percentage: 50 } },
      sections: [{ sectionRefId: 's', score: { percentage: 50 } }],
      questions: [
        {
          questionRefId: 'a',
          questionText: 'A',
          answer: {
            values: [{ valueText: 'Yes', valueRefId: 'yes', selected: true }],
            metadata: { notApplicable: false },
          },
          score: { percentage: 100 },
        },
        { questionRefId: 'c', answer: { value: '7' }, score: { percentage: 100 } },
      ],
    }
    const form = { definition, formRef: null, version: null }
    fc.assert(
      fc.property(fc.gen(), (g) => {
        const document = spoiled(g, spoiled(g, evaluation)) as Record<string, unknown>
        readOrRefuse(() => rescoreEvaluation(form, document))
      }),
      { numRuns: 300, endOnFailure: true },
    )
  })
})

describe('a file made to take long comes to an end', () => {
  // far above what a busy machine takes, far below what such files took before
  const runaway = 20_000
  const within = (milliseconds: number, work: () => unknown) => {
    const started = performance.now()
    readOrRefuse(work)
    expect(performance.now() - started).toBeLessThan(milliseconds)
  }
  const rows = (count: number, row: string) => Array.from({ length: count }, () => row).join('\n')

  it.each([
    ['questions of one name', `question\n${rows(19_000, 'A')}`],
    ['answers of one name', `question,answer,points\nQ,A,1\n${rows(19_000, ',A,1')}`],
    ['answers in one cell', `question,answers\nQ,"${'A=1|'.repeat(500_000)}"`],
    [
      'a cell of blanks',
      `question,answers,asked if\nQ,"a${' '.repeat(1_000_000)}b","a${' '.repeat(1_000_000)}b"`,
    ],
    ['quotation marks', `question\n${'"'.repeat(1_000_001)}`],
    ['apostrophes', `question\n${"'".repeat(1_000_000)}=`],
  ])('%s', (_, text) => within(runaway, () => readFormFile('f.csv', text)))

  it('a rubric with sections without end', () => {
    const sections = `section_id,name,template_id\n${Array.from({ length: 19_000 }, (_, at) => `s${at},S,t`).join('\n')}`
    const questions = `question_id,question,section_id,template_id\n${Array.from({ length: 19_000 }, (_, at) => `q${at},Q,s${at},t`).join('\n')}`
    within(runaway, () =>
      readFormFiles([
        { name: 'sections.csv', text: sections },
        { name: 'questions.csv', text: questions },
      ]),
    )
  })

  it('an evaluation of a thousand unknown questions, of long names', () => {
    const name = (at: number) => `${'x'.repeat(190)} ${at}`
    const form = JSON.stringify(
      connectForm(
        [
          connectSection(
            's',
            Array.from({ length: 100 }, (_, at) => connectQuestion(`q${at}`, [10, 0], { Title: name(at) })),
          ),
        ],
        'QUESTION_ONLY',
      ),
    )
    const evaluation = JSON.stringify({
      evaluationId: 'e',
      metadata: { contactId: 'c' },
      questions: [
        { questionRefId: 'q1', answer: {} },
        ...Array.from({ length: 900 }, (_, at) => ({
          questionRefId: `unknown${at}`,
          questionText: name(at + 1_000),
          answer: {},
        })),
      ],
    })
    within(runaway, () => scoreFiles([{ name: 'f.json', text: form }], { name: 'e.json', text: evaluation }))
  })
})

it('cuts texts that are longer than Debrief keeps, and says so', () => {
  const { definition, notes } = readJson(
    connectForm(
      [connectSection('s', [connectQuestion('a', [10, 0], { Instructions: 'x'.repeat(4_000) })])],
      'QUESTION_ONLY',
    ),
  )
  expect(definition.questions[0]!.guidance).toHaveLength(3_000)
  expect(notes).toEqual(['Texts longer than Debrief keeps were cut: "Question a".'])
})

it('tells of questions of a draft that no section holds', () => {
  const draft = { ...definition, sections: definition.sections.slice(0, 1) }
  for (const write of [writeConnectForm, writeGenesysForm])
    expect(write(draft).notes).toContain('It stands in a section that does not exist, and was left out: "C".')
})
