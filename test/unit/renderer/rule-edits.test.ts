import { expect, test } from 'vitest'
import {
  addTo,
  duplicateAt,
  emptyRule,
  moveAt,
  removeAt,
  setAt,
  valueAt,
} from '../../../renderer/features/quality/rules/rule-edits.ts'
import { blockSentence } from '../../../renderer/features/quality/rules/block-sentence.ts'
import { wrapAt } from '../../../renderer/features/quality/rules/block-steps.ts'
import { newBlock } from '../../../renderer/features/quality/rules/new-block.ts'
import { questionRule, type QuestionRule } from '../../../shared/domain/rule.ts'

const said = (phrase: string) => ({ kind: 'said' as const, by: 'agent' as const, phrases: [phrase] })
const phrasesAt = (rule: QuestionRule) =>
  (valueAt(rule, 'passWhen.of') as { phrases: string[] }[]).map(({ phrases }) => phrases[0])

const three = setAt('passWhen', { kind: 'any', of: ['a', 'b', 'c'].map(said) })(emptyRule)

test('blocks of a list move, double and go, and what would leave the list stays', () => {
  expect(phrasesAt(moveAt('passWhen.of.0', 1)(three))).toEqual(['b', 'a', 'c'])
  expect(moveAt('passWhen.of.0', -1)(three)).toBe(three)
  expect(phrasesAt(duplicateAt('passWhen.of.1')(three))).toEqual(['a', 'b', 'b', 'c'])
  expect(phrasesAt(removeAt('passWhen.of.1')(three))).toEqual(['a', 'c'])
  expect(phrasesAt(addTo('passWhen.of', said('d'))(three))).toEqual(['a', 'b', 'c', 'd'])
  // what was edited is another rule: the one before is there to be undone to
  expect(phrasesAt(three)).toEqual(['a', 'b', 'c'])
})

test('a list that need not be there comes with its first and goes with its last', () => {
  const near = addTo('guards.nearMisses', { when: said('almost') })(emptyRule)
  expect(questionRule.parse(near)).toEqual(near)
  expect(valueAt(removeAt('guards.nearMisses.0')(near), 'guards.nearMisses')).toBeUndefined()
})

test('every kind of block begins as one that can be read, also in the place of another', () => {
  const kinds = [
    'said',
    'not-said',
    'own-name',
    'measure',
    'sentiment',
    'pace',
    'talked-over',
    'moment',
  ] as const
  const composed = ['all', 'any', 'none', 'at-least', 'not', 'order', 'near', 'within'] as const
  for (const kind of [...kinds, ...composed])
    for (const before of [undefined, said('x')]) {
      const rule = setAt('passWhen', newBlock(kind, before))(emptyRule)
      expect(questionRule.safeParse(rule).error).toBeUndefined()
      expect(blockSentence(newBlock(kind, before))).not.toBe('')
    }
  expect(valueAt(wrapAt('passWhen', 'none').edit(emptyRule), 'passWhen.of.0')).toEqual(
    emptyRule.answers === 'pass-fail' && emptyRule.passWhen,
  )
})

test('a block says what it asks', () => {
  expect(
    blockSentence({ ...said('good morning'), phrases: ['good morning', 'hello'], where: { firstTurns: 3 } }),
  ).toBe('The agent says one of "good morning", "hello" in their first 3 turns')
  expect(
    blockSentence({ kind: 'measure', metric: 'silence_share', comparison: 'between', value: 0.1, to: 0.25 }),
  ).toBe('Silence is between 10 % and 25 %')
})
