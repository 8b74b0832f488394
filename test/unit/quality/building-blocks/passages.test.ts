import { describe, expect, it } from 'vitest'
import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import { aConversation, byCustomer, holdsIn, notSaid, quotes, said, timed, traceIn } from './asking.ts'

const call = aConversation(
  timed([
    ['agent', 'hello this is the bank how can i help you'], // 0: 0 to 5 s
    ['customer', 'i have been charged twice and it is a disgrace'], // 1: 6
    ['agent', 'which charge do you mean'], // 2: 12
    ['customer', 'the one of last monday'], // 3: 18
    ['agent', 'i am sorry about that'], // 4: 24
    ['customer', 'and nobody called me back this is a disgrace'], // 5: 30
    ['agent', 'i have refunded it'], // 6: 36
    ['customer', 'thank you bye'], // 7: 42
    ['agent', 'thank you for calling goodbye'], // 8: 48
  ]),
)
const complaint = byCustomer('disgrace')
const sorry = said('sorry')
const refunded = said('refunded')

describe('order', () => {
  const order = (
    first: RuleCondition,
    second: RuleCondition,
    howMany: 'some' | 'every' = 'some',
  ): RuleCondition => ({
    kind: 'order',
    first,
    second,
    howMany,
  })

  it('wants the one before the other', () => {
    expect(holdsIn(order(sorry, refunded), call)).toBe(true)
    expect(holdsIn(order(refunded, sorry), call)).toBe(false)
    expect(holdsIn(order(sorry, said('morning')), call)).toBe(false)
    expect(quotes(traceIn(order(sorry, refunded), call).parts[1]!)).toEqual(['refunded'])
  })

  it('goes by words, not by turns', () => {
    expect(holdsIn(order(said('hello'), said('help')), call)).toBe(true)
    expect(holdsIn(order(said('help'), said('hello')), call)).toBe(false)
  })

  it('with every wants it before each time', () => {
    expect(holdsIn(order(sorry, complaint), call)).toBe(true)
    expect(holdsIn(order(sorry, complaint, 'every'), call)).toBe(false)
    expect(holdsIn(order(said('hello'), complaint, 'every'), call)).toBe(true)
  })

  it('can be a chain', () => {
    const first = order(order(said('hello'), sorry), refunded)
    const last = order(said('hello'), order(sorry, refunded))
    expect([holdsIn(first, call), holdsIn(last, call)]).toEqual([true, true])
    expect(holdsIn(order(order(said('hello'), refunded), sorry), call)).toBe(false)
  })

  it('is unknown where the transcript ends too soon, unless the other thing is nowhere', () => {
    const cut = { ...call, isEndMissing: true }
    expect(holdsIn(order(refunded, said('letter')), cut)).toBeNull()
    expect(holdsIn(order(said('morning', { where: { firstTurns: 2 } }), refunded), cut)).toBe(false)
  })
})

describe('near', () => {
  const near = (what: RuleCondition, more: object, to: RuleCondition = complaint): RuleCondition => ({
    kind: 'near',
    what,
    to,
    direction: 'after',
    ...more,
  })

  it('counts turns of whoever is meant', () => {
    // the apology is the second turn of the agent, and the third of anyone, after the first complaint
    expect(holdsIn(near(sorry, { turns: 1, turnsOf: 'agent' }), call)).toBe(false)
    expect(holdsIn(near(sorry, { turns: 2, turnsOf: 'agent' }), call)).toBe(true)
    expect(holdsIn(near(sorry, { turns: 2 }), call)).toBe(false)
    expect(holdsIn(near(sorry, { turns: 3 }), call)).toBe(true)
  })

  it('or seconds, whichever is sooner', () => {
    // the complaint's turn ends at 11 s, the apology begins at 24 s
    expect(holdsIn(near(sorry, { seconds: 12 }), call)).toBe(false)
    expect(holdsIn(near(sorry, { seconds: 13 }), call)).toBe(true)
    expect(holdsIn(near(sorry, { seconds: 13, turns: 1, turnsOf: 'agent' }), call)).toBe(false)
  })

  it('before, after or either', () => {
    expect(holdsIn(near(sorry, { direction: 'before', turns: 1 }), call)).toBe(true)
    expect(holdsIn(near(sorry, { direction: 'before', turns: 1 }, refunded), call)).toBe(false)
    expect(holdsIn(near(sorry, { direction: 'before', turns: 2 }, refunded), call)).toBe(true)
    expect(holdsIn(near(refunded, { direction: 'either', turns: 1, turnsOf: 'agent' }), call)).toBe(true)
    expect(holdsIn(near(sorry, { direction: 'before', seconds: 7 }, refunded), call)).toBe(false)
    expect(holdsIn(near(sorry, { direction: 'before', seconds: 12 }, refunded), call)).toBe(true)
  })

  it('some time or every time', () => {
    expect(holdsIn(near(sorry, { turns: 2, turnsOf: 'agent', howMany: 'every' }), call)).toBe(false)
    expect(
      holdsIn(near(said(['sorry', 'refunded']), { turns: 2, turnsOf: 'agent', howMany: 'every' }), call),
    ).toBe(true)
  })

  it('holds nothing against who had no chance: the conversation ends there', () => {
    const lines = call.segments.slice(0, 6)
    // the second complaint is the last word; after the first nobody said it
    const again = { ...call, segments: lines.filter((_, at) => at !== 4) }
    expect(holdsIn(near(sorry, { turns: 2, turnsOf: 'agent' }), again)).toBe(false)
    const only = aConversation([
      ['agent', 'hello this is the bank how can i help you'],
      ['customer', 'where is my card please'],
      ['agent', 'it left on monday and takes three days'],
      ['customer', 'this is a disgrace'],
    ])
    expect(traceIn(near(sorry, { turns: 2, turnsOf: 'agent' }), only)).toMatchObject({
      holds: null,
      reason: 'The conversation ends before there was a chance to say it.',
    })
  })

  it('is false without anything to be near to', () => {
    expect(holdsIn(near(sorry, { turns: 9 }, byCustomer('lawyer')), call)).toBe(false)
  })

  it('is unknown in seconds where there are no times', () => {
    const chat = aConversation(call.segments.map(({ speaker, text }) => [speaker as 'agent', text]))
    expect(holdsIn(near(sorry, { seconds: 20 }), chat)).toBeNull()
    expect(holdsIn(near(sorry, { turns: 3 }), chat)).toBe(true)
  })
})

describe('within a passage', () => {
  const after = (condition: RuleCondition, more: object = {}): RuleCondition => ({
    kind: 'within',
    passage: { kind: 'after', anchor: complaint, turns: 1, turnsOf: 'agent' },
    condition,
    ...more,
  })

  it('looks at nothing else', () => {
    expect(holdsIn(after(refunded), call)).toBe(true)
    expect(holdsIn(after(sorry), call)).toBe(false)
    expect(holdsIn(after(notSaid('sorry')), call)).toBe(true)
    expect(holdsIn(after(said('which'), { howMany: 'every' }), call)).toBe(false)
    expect(holdsIn(after(said('(which|refunded)'), { howMany: 'every' }), call)).toBe(true)
  })

  it('before something, or between two things', () => {
    const before: RuleCondition = {
      kind: 'within',
      passage: { kind: 'before', anchor: refunded, turns: 3 },
      condition: sorry,
    }
    expect(holdsIn(before, call)).toBe(true)
    const between = (to: string): RuleCondition => ({
      kind: 'within',
      passage: { kind: 'between', from: said('which charge'), to: said(to) },
      condition: refunded,
    })
    expect(holdsIn(between('sorry'), call)).toBe(false)
    expect(holdsIn(between('for calling'), call)).toBe(true)
    // it never ends: to the end of the conversation
    expect(holdsIn(between('good morning'), call)).toBe(true)
  })

  it('counts turns and shares from its own beginning', () => {
    const passage = { kind: 'after' as const, anchor: sorry }
    expect(
      holdsIn({ kind: 'within', passage, condition: said('refunded', { where: { firstTurns: 1 } }) }, call),
    ).toBe(false)
    // what is left of the turn with "sorry" is its first, the refund comes in the second
    expect(
      holdsIn({ kind: 'within', passage, condition: said('refunded', { where: { firstTurns: 2 } }) }, call),
    ).toBe(true)
    expect(
      holdsIn({ kind: 'within', passage, condition: said('goodbye', { where: { lastTurns: 1 } }) }, call),
    ).toBe(true)
  })

  it('without a passage holds what the rule says', () => {
    const none = (withoutPassage?: 'true' | 'false' | 'unknown'): RuleCondition => ({
      kind: 'within',
      passage: { kind: 'after', anchor: byCustomer('lawyer'), turns: 3 },
      condition: notSaid('calm down'),
      ...(withoutPassage === undefined ? {} : { withoutPassage }),
    })
    expect(holdsIn(none(), call)).toBe(false)
    expect(holdsIn(none('true'), call)).toBe(true)
    expect(holdsIn(none('unknown'), call)).toBeNull()
  })

  it('is unknown where it runs into a part that is missing', () => {
    const lines = call.segments.slice(0, 6)
    const cut = { ...call, segments: lines, isEndMissing: true }
    expect(holdsIn(after(refunded), cut)).toBeNull()
    // of the first complaint everything is there
    expect(holdsIn(after(said('which')), cut)).toBe(true)
  })
})
