import { describe, expect, it } from 'vitest'
import type { RuleCondition } from '../../../../shared/domain/rule-conditions.ts'
import { aConversation, holdsIn, quotes, said, traceIn } from './asking.ts'

// 0-6 agent (10 words), 6-10 customer, 10-12 agent announces, hold of 20 s, 32-36 agent, silence of 4 s, 40-44 customer, 44-48 agent
const call = aConversation([
  ['agent', 'hello this is the bank how can i help you', 0, 6000],
  ['customer', 'this is terrible i hate it', 6000, 10_000],
  ['agent', 'please hold one moment while i look that up', 10_000, 12_000],
  ['agent', 'thank you for holding i have sorted it out', 32_000, 36_000],
  ['customer', 'that is wonderful thank you so much i love it', 40_000, 44_000],
  ['agent', 'you are very welcome goodbye', 44_000, 48_000],
])

const measure = (
  metric: Extract<RuleCondition, { kind: 'measure' }>['metric'],
  comparison: 'above' | 'at-least' | 'below' | 'at-most' | 'between',
  value: number,
  to?: number,
): RuleCondition => ({ kind: 'measure', metric, comparison, value, ...(to === undefined ? {} : { to }) })

describe('a measure', () => {
  it.each([
    ['duration', 48],
    ['hold_count', 1],
    ['held_time', 20],
    ['longest_hold', 20],
    ['longest_silence', 4],
    ['silence_share', 4 / 48],
    // 16 s of 24
    ['talk_share', 16 / 24],
    ['interruption_count', 0],
    ['agent_turns', 3],
    // 33 words in 16 s
    ['speech_rate', (33 / 16) * 60],
  ] as const)('%s is %d', (metric, expected) => {
    expect(traceIn(measure(metric, 'at-least', 0), call).figure).toBeCloseTo(expected, 6)
  })

  it.each([
    ['above', 20, undefined, false],
    ['above', 19.9, undefined, true],
    ['at-least', 20, undefined, true],
    ['below', 20, undefined, false],
    ['at-most', 20, undefined, true],
    ['between', 10, 20, true],
    ['between', 21, 30, false],
  ] as const)('%s %d', (comparison, value, to, expected) => {
    expect(holdsIn(measure('held_time', comparison, value, to), call)).toBe(expected)
  })

  it('shows where it happened', () => {
    expect(quotes(traceIn(measure('hold_count', 'above', 0), call))).toEqual([call.segments[2]!.text])
    expect(quotes(traceIn(measure('longest_silence', 'above', 3), call))).toEqual([call.segments[3]!.text])
  })

  it('is unknown without times, and a fact where no system told it', () => {
    const chat = aConversation(call.segments.map(({ speaker, text }) => [speaker as 'agent', text]))
    expect(holdsIn(measure('held_time', 'above', 1), chat)).toBeNull()
    expect(holdsIn(measure('aht', 'above', 100), call)).toBeNull()
    expect(holdsIn(measure('aht', 'above', 100), { ...call, facts: { aht: 180 } })).toBe(true)
    expect(holdsIn(measure('aht', 'above', 100), { ...call, facts: { aht: null } })).toBeNull()
  })

  it('is known in any language, whoever speaks', () => {
    expect(holdsIn(measure('held_time', 'above', 1), { ...call, languageCode: 'de' })).toBe(true)
  })
})

describe('sentiment of the customer', () => {
  const sentiment = (
    of: 'start' | 'end' | 'shift' | 'mean' | 'lowest',
    comparison: 'above' | 'below',
    value: number,
  ): RuleCondition => ({ kind: 'sentiment', of, comparison, value })

  it('start, end, shift and lowest point have their limits', () => {
    expect(holdsIn(sentiment('start', 'below', -0.3), call)).toBe(true)
    expect(holdsIn(sentiment('end', 'above', 0.5), call)).toBe(true)
    expect(holdsIn(sentiment('shift', 'above', 1), call)).toBe(true)
    expect(holdsIn(sentiment('mean', 'above', 0.9), call)).toBe(false)
    expect(quotes(traceIn(sentiment('lowest', 'below', -0.5), call))).toEqual(['this is terrible i hate it'])
  })

  it('is unknown in another language, and where the customer says nothing there', () => {
    expect(holdsIn(sentiment('end', 'above', 0.5), { ...call, languageCode: 'fr' })).toBeNull()
    const early = { ...call, segments: call.segments.filter((_, at) => at !== 4) }
    expect(traceIn(sentiment('end', 'above', 0.5), early)).toMatchObject({
      holds: null,
      reason: 'The customer says nothing in that part of the conversation.',
    })
  })
})

describe('how a passage is said', () => {
  // 14 words in 3 s are 280 a minute; the customer speaks into it for 1.5 s
  const read = aConversation([
    ['agent', 'hello thank you for calling the bank how can i help you today', 0, 6000],
    ['customer', 'i would like the new card please', 6000, 9000],
    ['agent', 'there is an annual fee of thirty pounds and you can cancel any time', 9000, 12_000],
    ['customer', 'yes yes i know all of that already', 10_500, 13_000],
    ['agent', 'there is an annual fee of thirty pounds and you can cancel any time', 14_000, 21_000],
    ['customer', 'fine thanks bye', 21_000, 22_000],
  ])
  const pace = (comparison: 'above' | 'below', value: number, howMany?: 'some' | 'every'): RuleCondition => ({
    kind: 'pace',
    phrases: ['annual fee'],
    comparison,
    value,
    ...(howMany === undefined ? {} : { howMany }),
  })

  it('has a pace in words a minute, of some or every time', () => {
    expect(traceIn(pace('above', 200), read)).toMatchObject({ holds: true, figure: 280 })
    expect(holdsIn(pace('below', 180), read)).toBe(true)
    expect(holdsIn(pace('below', 180, 'every'), read)).toBe(false)
    expect(holdsIn(pace('above', 280), read)).toBe(false)
  })

  it('is talked over for so many seconds', () => {
    const over = (value: number): RuleCondition => ({
      kind: 'talked-over',
      phrases: ['annual fee'],
      comparison: 'at-least',
      value,
    })
    expect(traceIn(over(1), read)).toMatchObject({ holds: true, figure: 1.5 })
    expect(holdsIn(over(1.6), read)).toBe(false)
  })

  it('is false where it is not said, unknown where it has no times', () => {
    expect(holdsIn({ ...pace('above', 200), phrases: ['late fee'] } as RuleCondition, read)).toBe(false)
    const chat = aConversation(read.segments.map(({ speaker, text }) => [speaker as 'agent', text]))
    expect(holdsIn(pace('above', 200), chat)).toBeNull()
  })

  it('can be within a passage, too', () => {
    const first: RuleCondition = {
      kind: 'within',
      passage: {
        kind: 'before',
        anchor: { kind: 'said', by: 'customer', phrases: ['i know all of that'] },
        turns: 1,
      },
      condition: pace('below', 180),
    }
    expect(holdsIn(first, read)).toBe(false)
  })
})

describe('a moment', () => {
  const hold: RuleCondition = { kind: 'moment', moment: 'hold' }

  it('happens or does not, for so long', () => {
    expect(holdsIn(hold, call)).toBe(true)
    expect(holdsIn({ ...hold, leastSeconds: 20 }, call)).toBe(true)
    expect(holdsIn({ ...hold, leastSeconds: 21 }, call)).toBe(false)
    expect(holdsIn({ kind: 'moment', moment: 'silence' }, call)).toBe(true)
    expect(holdsIn({ kind: 'moment', moment: 'interruption-by-agent' }, call)).toBe(false)
  })

  it('has its place between the words', () => {
    const near = (what: RuleCondition, direction: 'before' | 'after'): RuleCondition => ({
      kind: 'near',
      what,
      to: hold,
      direction,
      turns: 1,
      turnsOf: 'agent',
    })
    expect(holdsIn(near(said('please hold'), 'before'), call)).toBe(true)
    expect(holdsIn(near(said('please hold'), 'after'), call)).toBe(false)
    expect(holdsIn(near(said('for holding'), 'after'), call)).toBe(true)
    expect(holdsIn(near(said('for holding'), 'before'), call)).toBe(false)
  })

  it('shows when it was', () => {
    expect(traceIn(hold, call).evidence).toEqual([
      {
        segmentIndex: 2,
        start: 0,
        end: call.segments[2]!.text.length,
        startMs: 12_000,
        endMs: 32_000,
        quote: call.segments[2]!.text,
      },
    ])
  })
})

describe('the own name', () => {
  const ownName: RuleCondition = { kind: 'own-name', phrases: ['my name is _'], where: { firstTurns: 2 } }
  const opening = (text: string, agentNames?: string[]) =>
    aConversation(
      [
        ['agent', text],
        ['customer', 'hello i need some help with my order'],
        ['agent', 'of course i can look at the order with you right now'],
      ],
      agentNames === undefined ? {} : { agentNames },
    )

  it('is said as the workspace knows it, or in a phrase where it knows none', () => {
    expect(holdsIn(ownName, opening('good morning ana here how can i help you', ['Ana López']))).toBe(true)
    expect(holdsIn(ownName, opening('good morning my name is kim how can i help you'))).toBe(true)
    expect(holdsIn(ownName, opening('good morning how can i help you'))).toBe(false)
  })

  it('is unknown where another word may be it', () => {
    expect(
      traceIn(ownName, opening('good morning anna here how can i help you', ['Ana López'])),
    ).toMatchObject({
      holds: null,
      reason: 'A word in the opening may be a name.',
      evidence: [{ quote: 'anna' }],
    })
  })
})
