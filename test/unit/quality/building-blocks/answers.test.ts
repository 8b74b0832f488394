import { describe, expect, it } from 'vitest'
import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import { ruleTrace } from '../../../../shared/domain/rule-trace.ts'
import type { QuestionRule } from '../../../../shared/domain/rule.ts'
import {
  compileRule,
  createWordBook,
  prepareConversation,
} from '../../../../engine/quality/rules/building-blocks/index.ts'
import { aConversation, answerTo, aRule, byCustomer, said } from './asking.ts'

const call = aConversation([
  ['agent', 'hello this is harbour bank how can i help you today'],
  ['customer', 'hello i want to close my account please it is too expensive'],
  ['agent', 'i am sorry to hear that i will close it for you and send you a letter'],
  ['customer', 'thank you bye'],
  ['agent', 'thank you for calling goodbye'],
])
const unknown: RuleCondition = { kind: 'measure', metric: 'aht', comparison: 'above', value: 300 }
const wantsToLeave = {
  when: byCustomer('close my account'),
  otherwise: 'The customer does not want to leave.',
}
const brief = ({ outcome, ...more }: ReturnType<typeof answerTo>) =>
  outcome === 'abstain' ? ('reason' in more ? more.reason : '') : outcome

describe('a rule that passes or fails', () => {
  it('passes with the words it rests on and the option it ticks', () => {
    const rule = aRule(said('sorry to hear'), { pass: { option: 'yes-fully', confidence: 0.9 } })
    expect(answerTo(rule, call)).toMatchObject({
      questionId: 'question',
      outcome: 'pass',
      option: 'yes-fully',
      confidence: 0.9,
      evidence: [{ segmentIndex: 2, start: 5, end: 18, quote: 'sorry to hear' }],
    })
  })

  it('fails where it applies and does not pass, with the place where it was expected', () => {
    const rule = aRule(said('stay with us'), { appliesWhen: [wantsToLeave] })
    expect(answerTo(rule, call)).toMatchObject({
      outcome: 'fail',
      option: 'fail',
      confidence: 0.8,
      evidence: [{ segmentIndex: 0, quote: call.segments[0]!.text }],
    })
  })

  it('does not apply where one of its conditions is false, whatever else is unknown', () => {
    const other = { when: byCustomer('move house'), otherwise: 'The customer does not move.' }
    const rule = aRule(said('sorry'), { appliesWhen: [{ when: unknown, otherwise: 'x' }, other] })
    expect(answerTo(rule, call)).toMatchObject({
      outcome: 'abstain',
      reason: 'not-applicable',
      sentence: 'The customer does not move.',
      option: null,
    })
  })

  it('is open where it is unknown whether it applies or passes', () => {
    expect(
      brief(answerTo(aRule(said('sorry'), { appliesWhen: [{ when: unknown, otherwise: 'x' }] }), call)),
    ).toBe('uncertain')
    expect(answerTo(aRule(unknown), call)).toMatchObject({
      outcome: 'abstain',
      sentence: '"Handle time" is not known of this conversation.',
    })
    expect(brief(answerTo(aRule({ kind: 'any', of: [unknown, said('sorry')] }), call))).toBe('pass')
  })

  it('with its own condition for failing leaves open what is neither', () => {
    const rule = aRule(said('stay with us'), { failWhen: said('(not|never) my problem') })
    expect(answerTo(rule, call)).toMatchObject({
      outcome: 'abstain',
      sentence: 'Neither what passes nor what fails was found.',
    })
    expect(answerTo({ ...rule, failWhen: said('send you a letter') }, call)).toMatchObject({
      outcome: 'fail',
      evidence: [{ quote: 'send you a letter' }],
    })
    expect(brief(answerTo({ ...rule, failWhen: unknown }, call))).toBe('uncertain')
  })
})

describe('a rule of several options', () => {
  const options = (...of: [string, RuleCondition][]): QuestionRule => ({
    format: 1,
    languages: ['en'],
    answers: 'options',
    options: of.map(([option, when]) => ({ option, when, confidence: 0.8 })),
    otherwise: { option: 'none', confidence: 0.7 },
  })

  it('takes the first that is true', () => {
    const rule = options(['full', said('stay with us')], ['part', said('sorry')], ['little', said('hello')])
    expect(answerTo(rule, call)).toMatchObject({ outcome: 'option', option: 'part', confidence: 0.8 })
  })

  it('else the last resort', () => {
    expect(answerTo(options(['full', said('stay')]), call)).toMatchObject({ option: 'none', confidence: 0.7 })
    const { otherwise, ...without } = options(['full', said('stay')]) as Extract<
      QuestionRule,
      { answers: 'options' }
    >
    expect(otherwise).toBeDefined()
    expect(answerTo(without, call)).toMatchObject({
      outcome: 'abstain',
      sentence: 'None of the options was found.',
    })
  })

  it('is open where an earlier one is unknown, unless all that is possible is the same', () => {
    expect(brief(answerTo(options(['full', unknown], ['part', said('sorry')]), call))).toBe('uncertain')
    expect(answerTo(options(['part', unknown], ['part', said('sorry')]), call)).toMatchObject({
      option: 'part',
    })
    expect(answerTo(options(['none', unknown]), call)).toMatchObject({ option: 'none', confidence: 0.7 })
    expect(answerTo(options(['part', said('sorry')], ['full', unknown]), call)).toMatchObject({
      option: 'part',
    })
  })
})

describe('"not said" is held against nobody', () => {
  const rule = aRule(said('stay with us'))

  it('where something comes near it', () => {
    const near = { ...rule, guards: { nearMisses: [{ when: said('sorry'), sentence: 'Near.' }] } }
    expect(answerTo(near, call)).toMatchObject({
      outcome: 'abstain',
      reason: 'uncertain',
      sentence: 'Near.',
      evidence: [{ quote: 'sorry' }],
    })
    expect(brief(answerTo({ ...near, passWhen: said('sorry') }, call))).toBe('pass')
  })

  it('where the customer had the last word, if the rule says so', () => {
    const cut = { ...call, segments: call.segments.slice(0, 4) }
    expect(brief(answerTo({ ...rule, guards: { lastWord: true } }, cut))).toBe('ended-early')
    expect(brief(answerTo(rule, cut))).toBe('fail')
    expect(brief(answerTo({ ...rule, guards: { lastWord: true } }, call))).toBe('fail')
  })

  it('where the agent said little', () => {
    expect(brief(answerTo({ ...rule, guards: { leastAgentWords: 100 } }, call))).toBe('too-short')
  })

  it('where the end is missing, or nobody takes leave and that matters', () => {
    const closing = aRule(said('have a nice day', { where: { lastTurns: 2 } }))
    const noLeave = { ...call, segments: call.segments.slice(0, 3) }
    expect(brief(answerTo(closing, noLeave))).toBe('fail')
    expect(brief(answerTo({ ...closing, guards: { leave: true } }, noLeave))).toBe('truncated')
    expect(brief(answerTo(closing, { ...call, isEndMissing: true }))).toBe('truncated')
    expect(brief(answerTo({ ...closing, guards: { end: false } }, { ...call, isEndMissing: true }))).toBe(
      'fail',
    )
  })

  it('where recognition was hardly sure of it', () => {
    const unclear = { ...call, segments: call.segments.map((one) => ({ ...one, probability: 0.45 })) }
    // 0.8 x (0.5 + 0.5 x 0.45) = 0.58; 0.6 x 0.725 = 0.435
    expect(answerTo(rule, unclear)).toMatchObject({ outcome: 'fail', confidence: 0.58 })
    expect(answerTo({ ...rule, fail: { confidence: 0.6 } }, unclear)).toMatchObject({
      outcome: 'abstain',
      sentence: 'What was recognised is too uncertain to say.',
    })
  })

  it('in another language, by its name or by its words', () => {
    expect(brief(answerTo(rule, { ...call, languageCode: 'pl' }))).toBe('language')
    const german = aConversation(
      [
        ['agent', 'guten tag hier ist die hafenbank was kann ich heute für sie tun'],
        ['customer', 'guten tag ich möchte gern mein konto kündigen es ist mir zu teuer'],
        ['agent', 'das tut mir leid ich kündige es für sie und schicke ihnen einen brief'],
      ],
      { languageCode: null },
    )
    expect(brief(answerTo(rule, german))).toBe('language')
    const inGerman = { ...aRule(said('tut mir leid')), languages: ['de'] }
    expect(brief(answerTo(inGerman, german))).toBe('pass')
    expect(brief(answerTo(inGerman, { ...call, languageCode: null }))).toBe('language')
    expect(brief(answerTo({ ...inGerman, languages: [] }, call))).toBe('fail')
  })
})

describe('one rule and many conversations', () => {
  it('gives the outcome for counting that it gives in full', () => {
    const rules = [aRule(said('sorry')), aRule(said('stay')), aRule(unknown)]
    const unclear = { ...call, segments: call.segments.map((one) => ({ ...one, probability: 0.45 })) }
    const book = createWordBook()
    for (const rule of rules)
      for (const conversation of [call, unclear, { ...call, isEndMissing: true }]) {
        const compiled = compileRule('q', rule)
        const { outcome, option } = compiled.answer(prepareConversation(conversation))
        expect(compiled.outcome(prepareConversation(conversation, book))).toEqual({ outcome, option })
      }
  })

  it('explains itself in plain data', () => {
    const { trace } = answerTo(
      aRule(
        { kind: 'all', of: [said('sorry'), { kind: 'not', of: said('stay') }] },
        { appliesWhen: [wantsToLeave] },
      ),
      call,
    )
    expect(trace.map((one) => ruleTrace.parse(JSON.parse(JSON.stringify(one))))).toEqual(trace)
    expect(trace.map(({ path, holds, hasDecided }) => [path, holds, hasDecided])).toEqual([
      ['appliesWhen.0.when', true, false],
      ['passWhen', true, true],
    ])
    expect(trace[1]!.parts[1]).toMatchObject({
      path: 'passWhen.of.1',
      kind: 'not',
      parts: [{ path: 'passWhen.of.1.of', holds: false, hasDecided: true }],
    })
  })
})
