import { expect, test } from 'vitest'
import { optionFor, outcomeOfAnswer } from '../../../../engine/quality/trust/flow/outcome-of-answer.ts'
import { aQuestion, chosen } from '../../../support/quality-desk.ts'

const option = (id: string, points: number, isFatal = false) => ({
  id,
  label: id,
  points,
  guidance: '',
  fatal: isFatal ? ({ target: 'form' } as const) : null,
})
const graded = aQuestion('tone', {
  type: 'single',
  options: [option('great', 4), option('good', 3), option('poor', 2), option('rude', 4, true)],
})

test('more than half of the best passes, and a fatal answer never does', () => {
  const outcome = (id: string) => outcomeOfAnswer(graded, chosen('tone', id))
  expect(['great', 'good', 'poor', 'rude'].map(outcome)).toEqual(['pass', 'pass', 'fail', 'fail'])
})

test('what does not apply is neither, and no answer is none', () => {
  const question = aQuestion('greets')
  expect(outcomeOfAnswer(question, { ...chosen('greets'), isNotApplicable: true })).toBe('not applicable')
  expect(outcomeOfAnswer(question, chosen('greets'))).toBeUndefined()
  const words = aQuestion('said', { type: 'text' })
  expect(outcomeOfAnswer(words, { ...chosen('said'), text: 'Warm' })).toBeUndefined()
})

test('an answer can be filled in where one option says it, and not where a person has to choose', () => {
  const question = aQuestion('greets')
  expect(optionFor(question, 'pass')).toEqual(chosen('greets', 'yes'))
  expect(optionFor(question, 'fail')).toEqual(chosen('greets', 'no'))
  expect(optionFor(graded, 'pass')).toBeUndefined()
  expect(optionFor(aQuestion('points', { type: 'points', mostPoints: 5 }), 'pass')).toBeUndefined()
})
