import { describe, expect, it } from 'vitest'
import {
  compileRule,
  exampleConversation,
  phraseSet,
  prepareConversation,
  ruleLibrary,
  ruleProblems,
} from '../../../../engine/quality/rules/building-blocks/index.ts'
import { starterScorecard } from '../../../../engine/quality/rules/index.ts'

const library = ruleLibrary()

describe.each(library.map((rule) => [rule.id, rule] as const))(
  'the ready rule %s',
  (_, { id, rule, examples }) => {
    const compiled = compileRule(id, rule)

    it('can be used', () => {
      expect(ruleProblems(rule)).toEqual([])
    })

    it('has enough examples of every side, all of them different', () => {
      const count = (outcome: string) => examples.filter((example) => example.outcome === outcome).length
      expect(count('pass')).toBeGreaterThanOrEqual(8)
      expect(count('fail')).toBeGreaterThanOrEqual(8)
      expect(count('abstain') + count('not-applicable')).toBeGreaterThanOrEqual(3)
      expect(new Set(examples.map(({ turns }) => JSON.stringify(turns))).size).toBe(examples.length)
    })

    it.each(examples.map((example) => [example.outcome, example.note, example] as const))(
      '%s: %s',
      (outcome, __, example) => {
        const answer = compiled.answer(prepareConversation(exampleConversation(example)))
        const isNotApplicable = answer.outcome === 'abstain' && answer.reason === 'not-applicable'
        expect({ ...answer, outcome: isNotApplicable ? 'not-applicable' : answer.outcome }).toMatchObject({
          outcome,
        })
      },
    )
  },
)

describe('the library', () => {
  it("uses the starter questions' own lists, so that none drifts", () => {
    const closing = starterScorecard().questions.find(({ id }) => id === 'closing')!.rule
    const phrases = closing.kind === 'said' ? closing.phrases.map(({ pattern }) => pattern) : []
    expect(phraseSet('closing')).toEqual(phrases)
    expect(library.find(({ id }) => id === 'closing')!.rule).toMatchObject({
      passWhen: { phrases: [], sets: ['closing'] },
    })
    expect(phraseSet('nonsense')).toBeUndefined()
  })

  it('has rules for the common questions, each once', () => {
    expect(library.map(({ id }) => id)).toEqual([
      'greeting',
      'identification',
      'empathy',
      'hold',
      'disclosure',
      'solution',
      'transfer',
      'recap',
      'further-help',
      'closing',
    ])
  })
})
