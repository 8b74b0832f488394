import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import { compilePhrases, phraseTokens } from '../../../../engine/language/index.ts'
import {
  compileRule,
  createWordBook,
  prepareConversation,
  ruleProblems,
} from '../../../../engine/quality/rules/building-blocks/index.ts'
import type { BlockConversation } from '../../../../engine/quality/rules/building-blocks/index.ts'
import { aRule, holdsIn, said } from './asking.ts'

const word = fc.constantFrom('red', 'green', 'blue', 'black', 'white', 'thank', 'you')
const speaker = fc.constantFrom('agent' as const, 'customer' as const)
const by = fc.constantFrom('agent' as const, 'customer' as const, 'anyone' as const)
const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '))

const conversation: fc.Arbitrary<BlockConversation> = fc
  .record({
    lines: fc.array(fc.tuple(speaker, text), { minLength: 8, maxLength: 20 }),
    hasTimes: fc.boolean(),
    isEndMissing: fc.boolean(),
  })
  .map(({ lines, hasTimes, isEndMissing }) => ({
    // enough for both to be heard at all
    segments: [
      ['agent', 'red red red red red red red red red red red red'] as const,
      ['customer', 'blue blue blue'] as const,
      ['agent', 'green'] as const,
      ...lines,
    ].map(([who, said], at) => ({
      speaker: who,
      text: said,
      startMs: hasTimes ? at * 3000 : null,
      endMs: hasTimes ? at * 3000 + 2500 : null,
    })),
    languageCode: 'en',
    isEndMissing,
  }))

const reach = fc.record({ turns: fc.integer({ min: 1, max: 4 }), turnsOf: by })
const leaf: fc.Arbitrary<RuleCondition> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('said' as const, 'not-said' as const),
    by,
    phrases: fc.array(word, { minLength: 1, maxLength: 2 }),
    where: fc.option(fc.record({ firstTurns: fc.integer({ min: 1, max: 3 }) }), { nil: undefined }),
  }),
  fc.record({
    kind: fc.constant('measure' as const),
    metric: fc.constantFrom('aht' as const, 'talk_share' as const),
    comparison: fc.constant('above' as const),
    value: fc.constant(0.5),
  }),
)
const place: fc.Arbitrary<RuleCondition> = fc.record({
  kind: fc.constant('said' as const),
  by,
  phrases: fc.array(word, { minLength: 1, maxLength: 2 }),
})
const howMany = fc.constantFrom('some' as const, 'every' as const)
const { condition } = fc.letrec<{ condition: RuleCondition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'rule' },
    leaf,
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
      of: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('not' as const), of: tie('condition') }),
    fc.record({ kind: fc.constant('order' as const), first: place, second: place, howMany }),
    fc
      .record({
        what: tie('condition'),
        to: place,
        direction: fc.constantFrom('after' as const, 'before' as const, 'either' as const),
        howMany,
        reach,
      })
      .map(({ reach: within, ...near }): RuleCondition => ({ kind: 'near', ...near, ...within })),
    fc
      .record({
        anchor: place,
        inside: tie('condition'),
        kind: fc.constantFrom('after' as const, 'before' as const),
        howMany,
        reach,
      })
      .map(({ anchor, inside, kind, howMany: many, reach: within }): RuleCondition => ({
        kind: 'within',
        passage: { kind, anchor, ...within },
        condition: inside,
        howMany: many,
      })),
  ),
}))

it('a rule of any shape counts what it answers, and twice not is nothing', () => {
  const book = createWordBook()
  fc.assert(
    fc.property(condition, conversation, (passWhen, one) => {
      const rule = { ...aRule(passWhen), languages: [] }
      if (ruleProblems(rule).length > 0) return
      const compiled = compileRule('q', rule)
      const answer = compiled.answer(prepareConversation(one))
      const { outcome, option } = answer
      expect(compiled.outcome(prepareConversation(one, book))).toEqual({ outcome, option })
      const twice = { ...rule, passWhen: { kind: 'not', of: { kind: 'not', of: passWhen } } } as const
      expect(compileRule('q', twice).outcome(prepareConversation(one)).outcome).toBe(outcome)
      for (const { segmentIndex, start, end, quote } of answer.evidence)
        expect(one.segments[segmentIndex]!.text.slice(start, end)).toBe(quote)
    }),
    { numRuns: 400 },
  )
})

/** Turn by turn and word by word, as the description says it. */
function isSaid(
  one: BlockConversation,
  wanted: string,
  who: 'agent' | 'customer' | 'anyone',
  where: { firstTurns?: number; lastTurns?: number; fromShare?: number; toShare?: number },
): boolean {
  const turns: { speaker: string; words: string[] }[] = []
  for (const segment of one.segments) {
    const last = turns.at(-1)
    if (last?.speaker === segment.speaker) last.words.push(...segment.text.split(' '))
    else turns.push({ speaker: segment.speaker, words: segment.text.split(' ') })
  }
  const all = turns.reduce((sum, { words }) => sum + words.length, 0)
  const own = turns.filter((turn) => who === 'anyone' || turn.speaker === who)
  let before = 0
  return turns.some((turn) => {
    const nth = own.indexOf(turn)
    const inTurns =
      nth >= 0 && nth < (where.firstTurns ?? Infinity) && nth >= own.length - (where.lastTurns ?? Infinity)
    const from = before
    before += turn.words.length
    return (
      inTurns &&
      turn.words.some(
        (spoken, at) =>
          spoken === wanted &&
          from + at >= (where.fromShare ?? 0) * all &&
          from + at <= (where.toShare ?? 1) * all,
      )
    )
  })
}

it('a word is said in its place as counting it by hand says', () => {
  const where = fc.record(
    {
      firstTurns: fc.integer({ min: 1, max: 4 }),
      lastTurns: fc.integer({ min: 1, max: 4 }),
      fromShare: fc.constantFrom(0.1, 0.25, 0.4),
      toShare: fc.constantFrom(0.5, 0.75, 0.9),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(conversation, word, by, where, (one, wanted, who, limits) => {
      const whole = { ...one, isEndMissing: false }
      const condition = said(wanted, { by: who, where: limits })
      // the words are too few kinds to be taken for English
      expect(holdsIn({ kind: 'any', of: [condition] }, { ...whole, languageCode: 'en' }, [])).toBe(
        isSaid(whole, wanted, who, limits),
      )
    }),
    { numRuns: 500 },
  )
})

it('a phrase is found wherever trying it at every word finds it', () => {
  const pattern = fc.constantFrom(
    'red [green] blue',
    '(red|green) .. (black|white)',
    '[red] (green|thank you) [..2] (blue|black white)',
    '_ green (red|blue)',
    '!(red|green) blue [white]',
    'th* [..1] you (red|green [blue])',
    '(red green|blue) (black|you) [white]',
    'red|green blue|white',
  )
  fc.assert(
    fc.property(fc.array(pattern, { minLength: 1, maxLength: 40 }), conversation, (phrases, one) => {
      const whole = { ...one, isEndMissing: false }
      const match = compilePhrases(phrases.map((phrase) => ({ id: '', pattern: phrase })))
      // one turn is what somebody says until another speaks
      const turns: { speaker: string; text: string }[] = []
      for (const segment of whole.segments) {
        const last = turns.at(-1)
        if (last?.speaker === segment.speaker) last.text += ` ${segment.text}`
        else turns.push({ speaker: segment.speaker, text: segment.text })
      }
      const isFound = turns.some(
        (turn) => turn.speaker === 'agent' && match(phraseTokens(turn.text)).length > 0,
      )
      expect(holdsIn(said(phrases), whole, [])).toBe(isFound)
    }),
    { numRuns: 500 },
  )
})
