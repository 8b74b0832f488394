import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import { ruleMeasures } from '../../../../shared/domain/rule-measures.ts'
import { metricDefinition } from '../../../../engine/metrics/index.ts'
import { checkPattern } from '../../../../engine/language/index.ts'
import {
  compileRule,
  phraseSetNames,
  prepareConversation,
  readRule,
  ruleProblems,
} from '../../../../engine/quality/rules/building-blocks/index.ts'
import { mostWork } from '../../../../engine/quality/rules/building-blocks/look.ts'
import { aConversation, aRule, byCustomer, notSaid, said } from './asking.ts'

const problems = (condition: RuleCondition) => ruleProblems(aRule(condition))
const nested = (depth: number): RuleCondition =>
  depth === 1 ? said('hello') : { kind: 'not', of: nested(depth - 1) }

describe('a rule that cannot be used says why, and where', () => {
  it.each<[string, RuleCondition, string, string]>([
    ['no phrase', said([]), 'passWhen.phrases', 'Give at least one phrase.'],
    [
      'an open bracket',
      { kind: 'any', of: [said('hello'), said(['hi', '(a b'])] },
      'passWhen.of.1.phrases.1',
      'The phrase "(a b" opens a bracket and does not close it.',
    ],
    [
      'an unknown list',
      said('my {pets}'),
      'passWhen.phrases.0',
      'The phrase "my {pets}" uses the word list "pets", which the form does not have.',
    ],
    [
      'an unknown set',
      said([], { sets: ['nonsense'] }),
      'passWhen.sets.0',
      'There is no set of phrases "nonsense".',
    ],
    [
      'nearly anything',
      said('[please] .. _'),
      'passWhen.phrases.0',
      'The phrase "[please] .. _" would match nearly anything: name at least one word that has to be said.',
    ],
    ['an empty phrase', said('  '), 'passWhen.phrases.0', 'A phrase is empty.'],
    ['no condition', { kind: 'all', of: [] }, 'passWhen.of', 'Put at least one condition into it.'],
    [
      'too many wanted',
      { kind: 'at-least', count: 3, of: [said('a'), said('b')] },
      'passWhen.count',
      'At least 3 of 2 can never be true.',
    ],
    [
      'limits that exclude each other',
      {
        kind: 'all',
        of: [
          { kind: 'measure', metric: 'talk_share', comparison: 'above', value: 0.7 },
          { kind: 'measure', metric: 'talk_share', comparison: 'at-most', value: 0.7 },
        ],
      },
      'passWhen.of',
      "Agent's share of the talk cannot be within all of these limits at the same time.",
    ],
    [
      'a limit out of range',
      { kind: 'measure', metric: 'silence_share', comparison: 'above', value: 30 },
      'passWhen',
      'This can only lie between 0 and 1.',
    ],
    [
      'ends the wrong way round',
      { kind: 'sentiment', of: 'end', comparison: 'between', value: 0.5, to: 0.1 },
      'passWhen',
      'The upper end lies under the lower one.',
    ],
    [
      'a part that ends before it begins',
      said('hello', { where: { fromShare: 0.6, toShare: 0.4 } }),
      'passWhen.where',
      'The part of the conversation ends before it begins.',
    ],
    [
      'nothing to come after',
      { kind: 'order', first: notSaid('hello'), second: said('bye') },
      'passWhen.first',
      'This has no place in the conversation, so nothing can come before or after it.',
    ],
    [
      'no distance',
      { kind: 'near', what: said('sorry'), to: byCustomer('angry'), direction: 'after' },
      'passWhen',
      'Say within how many turns or seconds.',
    ],
    [
      'too deep',
      nested(9),
      `passWhen${'.of'.repeat(8)}`,
      'Conditions are nested 9 deep here; at most 8 are read.',
    ],
    [
      'too many',
      { kind: 'any', of: Array.from({ length: 200 }, () => said('hello')) },
      '',
      'The rule has 201 conditions; at most 200 are read.',
    ],
  ])('%s', (_, condition, path, sentence) => {
    expect(problems(condition)).toEqual([{ path, sentence }])
  })

  it('eight deep and two hundred are read', () => {
    expect(problems(nested(8))).toEqual([])
    expect(problems({ kind: 'any', of: Array.from({ length: 199 }, () => said('hello')) })).toEqual([])
  })

  it('what passes and fails alike', () => {
    expect(ruleProblems(aRule(said('hello'), { failWhen: said('hello') }))).toEqual([
      { path: 'failWhen', sentence: 'What passes and what fails are the same.' },
    ])
  })

  it.each([
    ['\\bhello\\b'],
    ['^hello'],
    ['hello$'],
    ['hel+o'],
    ['.*'],
    ['colou?r'],
    ['[a-z]+'],
    ['(?:hello)'],
    ['a{2,3}'],
    ['/hello/'],
    ['(a+)+$'],
  ])('a regular expression is never read: %s', (pattern) => {
    expect(checkPattern(pattern)).toMatch(/looks like a regular expression, which is not read/)
  })

  it.each([
    ["I don't know, sorry!"],
    ['Is that all?'],
    ['e-mail us'],
    ['verif* [..3] (name|number)'],
    ['your {identity}'],
  ])('what people write is: %s', (pattern) => {
    expect(checkPattern(pattern, { identity: 'name|number' })).toBeUndefined()
  })
})

describe('JSON of anybody', () => {
  const rule = aRule(said('hello'))

  it('becomes a rule', () => {
    expect(readRule(JSON.parse(JSON.stringify(rule)))).toEqual({ rule, problems: [] })
  })

  it.each<[unknown, string, string]>([
    [null, '', '"The rule" has to be a set of named values.'],
    [{ ...rule, passWhen: undefined }, 'passWhen', '"passWhen" is missing.'],
    [{ ...rule, languages: 'en' }, 'languages', '"languages" has to be a list.'],
    [
      { ...rule, passWhen: { ...said('a'), by: undefined } },
      'passWhen.by',
      '"by" can only be "agent", "customer", "anyone".',
    ],
    [
      { ...rule, passWhen: { kind: 'regex', pattern: '.*' } },
      'passWhen.kind',
      'There is no building block of this kind.',
    ],
    [{ ...rule, passWhen: { ...said('a'), regex: 'x' } }, 'passWhen', '"regex" does not belong here.'],
    [
      { ...rule, passWhen: { ...said('a'), by: 'bot' } },
      'passWhen.by',
      '"by" can only be "agent", "customer", "anyone".',
    ],
    [{ ...rule, pass: { confidence: 2 } }, 'pass.confidence', '"confidence" is more than 1.'],
  ])('or one clear sentence: %#', (json, path, sentence) => {
    expect(readRule(json).problems).toContainEqual({ path, sentence })
  })

  it('however deep or large it is', () => {
    let deep: unknown = said('hello')
    for (let level = 0; level < 50_000; level++) deep = { kind: 'not', of: deep }
    expect(readRule({ ...rule, passWhen: deep }).problems).toEqual([
      { path: '', sentence: 'The rule is nested too deep to be read.' },
    ])
    const wide = { kind: 'any', of: Array.from({ length: 60_000 }, () => 1) }
    expect(readRule({ ...rule, passWhen: wide }).problems).toEqual([
      { path: '', sentence: 'The rule is too large to be read.' },
    ])
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(readRule({ ...rule, passWhen: json }).problems.length).toBeGreaterThan(0)
        readRule(json)
      }),
    )
  })
})

describe('work is bounded', () => {
  it('of a rule that looks in every passage of every passage', () => {
    const inEach = (depth: number): RuleCondition =>
      depth === 1
        ? said('never')
        : {
            kind: 'within',
            passage: { kind: 'after', anchor: { kind: 'said', by: 'anyone', phrases: ['yes'] } },
            condition: inEach(depth - 1),
          }
    const rule = aRule(inEach(7))
    expect(ruleProblems(rule)).toEqual([])
    const yes = Array.from({ length: 400 }, (_, at): ['agent' | 'customer', string] => [
      at % 2 === 0 ? 'agent' : 'customer',
      'yes yes yes i would say so yes',
    ])
    const conversation = prepareConversation(aConversation(yes))
    expect(compileRule('q', rule).answer(conversation)).toMatchObject({
      outcome: 'abstain',
      sentence: 'The rule is too much work for this conversation.',
    })
    expect(mostWork).toBeLessThanOrEqual(2_000_000)
  })

  it('of phrases that may begin anywhere and stretch far', () => {
    const pattern = '[..6] (a|[b] [c] [d] [..6 (a|b|c)]) [..6] z'
    expect(checkPattern(pattern)).toBeUndefined()
    const letters = Array.from({ length: 300 }, (_, at): ['agent' | 'customer', string] => [
      at % 2 === 0 ? 'agent' : 'customer',
      'a b c d a b c d a b c d a b c d a b c d',
    ])
    const compiled = compileRule('q', { ...aRule(said(pattern)), languages: [] })
    expect(compiled.answer(prepareConversation(aConversation(letters)))).toMatchObject({ outcome: 'fail' })
  })
})

describe('what rules are made of', () => {
  it('measures that metrics have too mean the same', () => {
    for (const { id, unit } of ruleMeasures) {
      const definition = metricDefinition(id)
      if (definition !== undefined) expect(unit).toBe(definition.unit)
    }
  })

  it('every phrase of the starter questions can be used by its set', () => {
    const used = ruleProblems(aRule(said([], { sets: phraseSetNames() })))
    expect(used).toEqual([])
    expect(() => compileRule('q', aRule(said([], { sets: phraseSetNames() })))).not.toThrow()
  })
})
