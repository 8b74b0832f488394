import { expect, test } from 'vitest'
import { ruleLibrary } from '../../../engine/quality/index.ts'
import {
  toOptions,
  toPassFail,
  whyNotPassFail,
} from '../../../renderer/features/quality/rules/answer-kind.ts'
import { blockStep, wrapAt, type BlockStep } from '../../../renderer/features/quality/rules/block-steps.ts'
import { addTo, setAt, valueAt, type RuleEdit } from '../../../renderer/features/quality/rules/rule-edits.ts'
import { storedDraft } from '../../../renderer/features/quality/rules/stored-draft.ts'
import { renameList, setList } from '../../../renderer/features/quality/rules/word-list-edits.ts'
import { allConditions } from '../../../shared/domain/rule-tree.ts'
import { questionRule, type QuestionRule } from '../../../shared/domain/rule.ts'
import { wholeOptions, wholeRule } from './whole-rule.ts'

// Whatever a rule's file holds comes through the page: every rule is opened, changed in one place, and has everything else as it was.

const rules: [string, QuestionRule][] = [
  ...ruleLibrary().map(({ id, rule }): [string, QuestionRule] => [id, rule]),
  ['every field', wholeRule()],
  ['every field, with options', wholeOptions()],
]

/** A rule as the page has it after it was kept and opened. */
function opened(rule: QuestionRule): QuestionRule {
  const version = { version: 1, state: 'draft', examples: [], updatedAt: 0, editedBy: 'Rita' } as const
  const kept = { draft: { ...version, rule: JSON.parse(JSON.stringify(rule)) as unknown }, active: null }
  return storedDraft(kept as never)!.rule
}

/** Every path of a rule that leads to a text, figure or switch. */
function leaves(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, one]) => leaves(one, path === '' ? key : `${path}.${key}`))
}

test.each(rules)('%s is opened as it was kept', (_, rule) => {
  expect(opened(rule)).toEqual(rule)
})

test.each(rules)('%s keeps everything beside what is changed', (_, rule) => {
  const before = opened(rule)
  for (const path of leaves(before)) {
    const after = setAt(path, 'changed')(before)
    const kept = leaves(before).filter((one) => one !== path)
    expect(kept.every((one) => valueAt(after, one) === valueAt(before, one))).toBe(true)
    expect(leaves(after)).toEqual(leaves(before))
    expect(setAt(path, valueAt(before, path))(after)).toEqual(before)
  }
  expect(before).toEqual(rule)
})

test.each(rules)('blocks of %s move, nest and leave a group without losing one', (_, rule) => {
  const count = (one: QuestionRule) => allConditions(one).length
  for (const { path } of allConditions(rule)) {
    const wrapped = wrapAt(path, 'any')
    const inGroup = wrapped.edit(rule)
    expect(count(inGroup)).toBe(count(rule) + 1)
    expect(valueAt(inGroup, wrapped.to)).toEqual(valueAt(rule, path))
    expect(blockStep(inGroup, wrapped.to, 'alone')!.edit(inGroup)).toEqual(rule)
    for (const move of ['up', 'down', 'in', 'out'] as const) {
      const step = blockStep(rule, path, move)
      if (step === undefined) continue
      const moved = step.edit(rule)
      // the last block of a group takes the group's place
      expect(count(moved)).toBeGreaterThanOrEqual(count(rule) - 1)
      expect(valueAt(moved, step.to)).toEqual(valueAt(rule, path))
      expect(questionRule.safeParse(moved).success).toBe(true)
    }
  }
})

const usual = { pass: 'Yes', fail: 'No' }

test('a rule that passes or fails becomes one of options and back with everything it has', () => {
  for (const [, rule] of rules) {
    if (rule.answers === 'options') continue
    const options = toOptions(rule, ['Yes', 'No'], usual)
    expect(questionRule.safeParse(options).success).toBe(true)
    const back = toPassFail(options, usual)
    // the usual option needs no name
    const { pass, fail } = rule
    expect(back).toEqual({
      ...rule,
      pass: { confidence: pass.confidence },
      fail: { confidence: fail.confidence },
    })
  }
})

test('options that pass or fail has no room for are not dropped', () => {
  const three = wholeOptions()
  expect(whyNotPassFail(three)).toBe('Pass or fail has room for two answers: take the others away first.')
  expect(toPassFail(three, usual)).toBe(three)
})

test('the option that means a pass passes, wherever it stands', () => {
  const said = (phrase: string) => ({ kind: 'said' as const, by: 'agent' as const, phrases: [phrase] })
  const rule = toPassFail(
    {
      format: 1,
      languages: [],
      answers: 'options',
      options: [
        { option: 'No', when: said('never'), confidence: 0.6 },
        { option: 'Yes', when: said('always'), confidence: 0.9 },
      ],
    },
    usual,
  )
  expect(rule).toEqual({
    format: 1,
    languages: [],
    answers: 'pass-fail',
    passWhen: said('always'),
    failWhen: said('never'),
    pass: { confidence: 0.9 },
    fail: { confidence: 0.6 },
  })
})

test('a word list is renamed where phrases use it, and nowhere else', () => {
  const before = wholeRule()
  const after = renameList('number', 'phone')(before)
  expect(after.lists).toEqual({ phone: 'number|phone number', other: 'a word' })
  expect(JSON.stringify(after)).toBe(
    JSON.stringify(before).replaceAll('{number}', '{phone}').replace('"number":"number|', '"phone":"number|'),
  )
  expect(setList('other', ['one', 'two words'])(before).lists).toEqual({
    number: 'number|phone number',
    other: 'one|two words',
  })
})

test('what this page has no fields for is not opened as an empty rule', () => {
  expect(storedDraft({ draft: { rule: { format: 2 } }, active: null } as never)).toBeUndefined()
  expect(storedDraft({ draft: null, active: null } as never)?.rule.answers).toBe('pass-fail')
})

const does = (rule: QuestionRule, step: BlockStep | undefined) => step!.edit(rule)

test('a block goes into the group above and out again', () => {
  const said = (phrase: string) => ({ kind: 'said' as const, by: 'agent' as const, phrases: [phrase] })
  const rule = setAt('passWhen', {
    kind: 'all',
    of: [{ kind: 'any', of: [said('a')] }, said('b')],
  })(wholeRule())
  const inside = does(rule, blockStep(rule, 'passWhen.of.1', 'in'))
  expect(valueAt(inside, 'passWhen')).toEqual({
    kind: 'all',
    of: [{ kind: 'any', of: [said('a'), said('b')] }],
  })
  expect(does(inside, blockStep(inside, 'passWhen.of.0.of.1', 'out'))).toEqual(rule)
  // what a rule begins with stands in no group
  expect(blockStep(rule, 'passWhen', 'out')).toBeUndefined()
  expect(blockStep(rule, 'passWhen', 'remove')).toBeUndefined()
})

test('taking a guard back takes its key, and the group of settings with its last', () => {
  const edits: RuleEdit[] = [setAt('guards.lastWord', true), setAt('guards.lastWord', undefined)]
  const bare = addTo('languages', 'fr')(setAt('guards', undefined)(wholeRule()))
  expect(edits.reduce((rule, edit) => edit(rule), bare)).toEqual(bare)
})
