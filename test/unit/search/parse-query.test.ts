import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { turnExpression } from '../../../engine/search/match-expression.ts'
import { durationMs, parseQuery } from '../../../engine/search/parse-query.ts'
import type { Query } from '../../../engine/search/query.ts'

function parsed(text: string): Query {
  const result = parseQuery(text)
  if ('problem' in result) throw new Error(result.problem)
  return result.query
}
const expression = (text: string) => turnExpression(parsed(text))
const problem = (text: string) => {
  const result = parseQuery(text)
  return 'problem' in result ? result.problem : null
}

describe('a query', () => {
  test.each([
    ['refund late', '("refund") AND ("late")'],
    ['"charged twice" bill', '("charged twice") AND ("bill")'],
    ['refund OR chargeback late', '("refund" OR "chargeback") AND ("late")'],
    ['refund | chargeback | credit', '("refund" OR "chargeback" OR "credit")'],
    ['cancel*', '("cancel" *)'],
    ['"speak to a man"*', '("speak to a man" *)'],
    ['cancel ~5 contract', '(NEAR("cancel" "contract", 5))'],
    ['cancel ~ contract ~3 today', '(NEAR("cancel" "contract" "today", 10))'],
    ['refund -card', '(("refund")) NOT ("card")'],
    ['refund NOT "gift card" - late', '(("refund") AND ("late")) NOT ("gift card")'],
    ['refund AND late', '("refund") AND ("late")'],
    ["i'm fine", '("i m") AND ("fine")'],
    ['e-mail', '("e mail")'],
    ['“charged twice”', '("charged twice")'],
    ['(refund OR credit) late', '("refund" OR "credit") AND ("late")'],
    ['rowid:3 text:x', '("rowid 3") AND ("text x")'],
    ['"charged twice', '("charged twice")'],
    ['or and near', '("or") AND ("and") AND ("near")'],
    ['OR refund OR', '("refund")'],
    ['Ärger 返金', '("Ärger") AND ("返金")'],
  ])('%s', (text, expected) => expect(expression(text)).toBe(expected))

  test('names who speaks, when in the call, and where the words may stand', () => {
    const { clauses, ...rest } = parsed('customer:refund first:1m30s last:2m in:conversation')
    expect(clauses).toHaveLength(1)
    expect(rest).toEqual({
      excluded: [],
      speaker: 'customer',
      firstMs: 90_000,
      lastMs: 120_000,
      scope: 'conversation',
    })
    expect(parsed('agent: refund').speaker).toBe('agent')
    expect(parsed('Speaker:Agent refund').speaker).toBe('agent')
  })

  test.each([
    ['', /at least one word/],
    ['?!* ()', /at least one word/],
    ['-refund', /at least one word/],
    ['first:1m', /at least one word/],
    ['ca*', /at least three letters/],
    ['refund first:soon', /30s, 1m/],
    ['refund speaker:bot', /agent or customer/],
    ['refund in:minutes', /turn or conversation/],
    [Array.from({ length: 33 }, (_, index) => `word${index}`).join(' '), /more than 32 words/],
  ])('%s is answered with a sentence', (text, sentence) => expect(problem(text)).toMatch(sentence))

  test('anything typed has a reading or a sentence', () => {
    const pieces = fc.constantFrom(
      '"',
      '*',
      '-',
      '~',
      '~5',
      'OR',
      'NOT',
      'AND',
      '(',
      ')',
      ':',
      'agent:',
      'ab',
      'ß',
      '\0',
      ' ',
      '^',
      '{',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 60 }),
          fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
        ),
        (text) => {
          const result = parseQuery(text)
          if ('problem' in result) expect(result.problem).toMatch(/\.$/)
          else expect(result.query.clauses.length).toBeGreaterThan(0)
        },
      ),
    )
  })
})

test('lengths of time', () => {
  expect(['90', '90s', '2m', '1m30s', '2min'].map(durationMs)).toEqual([
    90_000, 90_000, 120_000, 90_000, 120_000,
  ])
  expect(['', '0', 'm', '1h', '-1m', '1.5m'].map(durationMs)).toEqual([null, null, null, null, null, null])
})
