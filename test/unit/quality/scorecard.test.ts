import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askedQuestions } from '../../../shared/domain/scorecard/asked-questions.ts'
import { compareVersions } from '../../../shared/domain/scorecard/compare-versions.ts'
import { effectiveWeights } from '../../../shared/domain/scorecard/effective-weights.ts'
import { findProblems } from '../../../shared/domain/scorecard/find-problems.ts'
import { scoreAnswers } from '../../../shared/domain/scorecard/score-answers.ts'
import { aForm, aQuestion, chosen } from '../../support/quality-desk.ts'

const sentences = (...questions: Parameters<typeof aForm>[0]) =>
  findProblems(aForm(questions)).map(({ sentence }) => sentence)

describe('what a question decides', () => {
  // the worked example of Amazon Connect
  const form = aForm([40, 20, 20, 20].map((weight, index) => aQuestion(`q${index + 1}`, { weight })))

  test('is its share, and what does not apply leaves its share to the others in proportion', () => {
    expect([...effectiveWeights(form).values()]).toEqual([0.4, 0.2, 0.2, 0.2])
    expect([...effectiveWeights(form, new Set(['q4'])).entries()]).toEqual([
      ['q1', 0.5],
      ['q2', 0.25],
      ['q3', 0.25],
      ['q4', null],
    ])
  })

  test('adds up to everything, whatever applies', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat(7)),
        (weights, left) => {
          const questions = weights.map((weight, index) => aQuestion(`q${index}`, { weight }))
          const gone = new Set(left.map((index) => `q${index}`).slice(0, weights.length - 1))
          const shares = [...effectiveWeights(aForm(questions), gone).values()].flatMap(
            (share) => share ?? [],
          )
          if (gone.size < weights.length)
            expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(shares.length === 0 ? 0 : 1, 9)
        },
      ),
    )
  })
})

describe('which questions are asked', () => {
  const after = (questionId: string, ...optionIds: string[]) => ({
    condition: { match: 'all' as const, rules: [{ questionId, is: 'in' as const, optionIds }] },
  })
  const questions = [
    aQuestion('held', { isExcluded: true }),
    aQuestion('asked', after('held', 'yes')),
    aQuestion('thanked', after('asked', 'yes')),
  ]

  test('a question behind a hidden one is hidden, though it was answered before', () => {
    const answers = [chosen('held', 'no'), chosen('asked', 'yes'), chosen('thanked', 'no')]
    expect([...askedQuestions({ questions }, answers)]).toEqual(['held'])
    expect(scoreAnswers(aForm(questions), answers).score0to1).toBeNull()
    const held = [chosen('held', 'yes'), ...answers.slice(1)]
    expect([...askedQuestions({ questions }, held)]).toEqual(['held', 'asked', 'thanked'])
    expect(scoreAnswers(aForm(questions), held).score0to1).toBe(0.5)
  })

  test.each([
    ['in', ['a', 'b'], ['b'], true],
    ['in', ['a', 'b'], ['c'], false],
    ['not-in', ['a'], [], true],
    ['not-in', ['a'], ['a'], false],
    ['all-in', ['a', 'b'], ['a', 'b', 'c'], true],
    ['all-in', ['a', 'b'], ['a'], false],
    ['exactly', ['a', 'b'], ['b', 'a'], true],
    ['exactly', ['a'], ['a', 'b'], false],
  ] as const)('%s %j of %j: %s', (is, optionIds, given, isAsked) => {
    const options = ['a', 'b', 'c'].map((id) => ({ id, label: id, points: 1, guidance: '', fatal: null }))
    const form = [
      aQuestion('first', { type: 'multiple', options }),
      aQuestion('second', {
        condition: { match: 'all', rules: [{ questionId: 'first', is, optionIds: [...optionIds] }] },
      }),
    ]
    expect(askedQuestions({ questions: form }, [chosen('first', ...given)]).has('second')).toBe(isAsked)
  })
})

describe('scoring a form', () => {
  test('several choices add up over all that give points, and the worst of them is what is fatal', () => {
    const option = (id: string, points: number) => ({ id, label: id, points, guidance: '', fatal: null })
    const question = aQuestion('steps', {
      type: 'multiple',
      options: [option('a', 2), option('b', 1), { ...option('c', 0), fatal: { target: 'form' as const } }],
    })
    expect(scoreAnswers(aForm([question]), [chosen('steps', 'a')]).score0to1).toBeCloseTo(2 / 3)
    const fatal = scoreAnswers(aForm([question]), [chosen('steps', 'a', 'b', 'c')])
    expect([fatal.score0to1, fatal.scoreBeforeFatal0to1, fatal.hasFatal]).toEqual([0, 1, true])
  })

  test('several choices zero every section that one of them fails', () => {
    const option = (id: string, sectionId: string) => ({
      id,
      label: id,
      points: 1,
      guidance: '',
      fatal: { target: 'section' as const, sectionId },
    })
    const sections = ['main', 'opening', 'closing'].map((id) => ({
      ...aForm([]).sections[0]!,
      id,
      title: id,
    }))
    const form = aForm(
      [
        aQuestion('breaches', {
          type: 'multiple',
          options: [option('a', 'opening'), option('b', 'closing')],
        }),
        aQuestion('greets', { sectionId: 'opening' }),
        aQuestion('thanks', { sectionId: 'closing' }),
      ],
      { sections },
    )
    const scored = scoreAnswers(form, [
      chosen('breaches', 'a', 'b'),
      chosen('greets', 'yes'),
      chosen('thanks', 'yes'),
    ])
    expect(scored.sections.map(({ id, score0to1 }) => [id, score0to1])).toEqual([
      ['main', 1],
      ['opening', 0],
      ['closing', 0],
    ])
    expect(scored.score0to1).toBeCloseTo(1 / 3, 12)
  })

  test('a number counts by the range it falls into, and outside of all it is no answer', () => {
    const question = aQuestion('silence', {
      type: 'numeric',
      ranges: [
        { from: 0, to: 10, points: 2, fatal: null },
        { from: 11, to: 60, points: 1, fatal: null },
      ],
    })
    const score = (number: number) => scoreAnswers(aForm([question]), [{ ...chosen('silence'), number }])
    expect([score(10).score0to1, score(11).score0to1]).toEqual([1, 0.5])
    expect([score(99).score0to1, score(99).unansweredIds]).toEqual([null, ['silence']])
  })
})

describe('problems of a form', () => {
  test('are said where they are', () => {
    expect(sentences(aQuestion('a', { weight: 60 }), aQuestion('b', { weight: 30 }))).toEqual([
      'The weights add up to 90, not 100; each counts in proportion to the others.',
    ])
    const [main] = aForm([]).sections
    const weighed = [
      { ...main!, weight: 0 },
      { ...main!, id: 'empty', title: 'Empty', weight: 100 },
    ]
    const unscorable = aForm([aQuestion('a')], { strategy: 'section-weighted', sections: weighed })
    expect(findProblems(unscorable).filter(({ stops }) => stops)).toMatchObject([
      { sentence: 'The weights of what is scored add up to 0, so nothing could be scored.' },
    ])
    expect(sentences(aQuestion('a', { weight: 100, sectionId: 'gone' }))).toContain(
      '"a" stands in a section that does not exist.',
    )
    expect(sentences(aQuestion('a', { weight: 100, defaultOptionId: 'yes' }))).toEqual([
      '"a" is set to its best answer by default: that makes reviewers lenient.',
    ])
    const ranges = [
      { from: 0, to: 20, points: 1, fatal: null },
      { from: 10, to: 30, points: 0, fatal: null },
    ]
    expect(sentences(aQuestion('a', { weight: 100, type: 'numeric', ranges }))).toEqual([
      'Two ranges of "a" overlap at 10.',
    ])
    const itself = {
      match: 'all' as const,
      rules: [{ questionId: 'a', is: 'in' as const, optionIds: ['yes'] }],
    }
    expect(sentences(aQuestion('a', { weight: 100, condition: itself }))).toEqual(['"a" depends on itself.'])
  })
})

test('a section called otherwise moves none of its questions', () => {
  const before = aForm([aQuestion('a')])
  const after = { ...before, sections: [{ ...before.sections[0]!, title: 'Opening' }] }
  expect(compareVersions(before, after)).toMatchObject([
    { sentence: 'Renamed from "Main".', changesScores: false },
  ])
})

test('two versions that are the same have no changes, and a question that moves says where it went', () => {
  const before = aForm([aQuestion('a'), aQuestion('b')])
  expect(compareVersions(before, structuredClone(before))).toEqual([])
  const sections = [...before.sections, { ...before.sections[0]!, id: 'other', title: 'Other' }]
  const after = aForm([aQuestion('a', { sectionId: 'other' }), aQuestion('b', { guidance: 'Look here.' })], {
    sections,
  })
  expect(
    compareVersions(before, after).map(({ sentence, changesScores }) => [sentence, changesScores]),
  ).toEqual([
    ['New section.', false],
    ['Moved from "Main" to "Other".', true],
    ['Its guidance changed.', false],
  ])
})
