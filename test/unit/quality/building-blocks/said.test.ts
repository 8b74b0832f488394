import { describe, expect, it } from 'vitest'
import { aConversation, byCustomer, holdsIn, notSaid, quotes, said, timed, traceIn } from './asking.ts'

const call = aConversation(
  timed([
    ['agent', 'hello this is ana at harbour bank how can i help you today'], // 12 words, 0 to 5 s
    ['customer', 'hello my card does not work and i am really annoyed'], // 6 to 11 s
    ['agent', 'sorry to hear that can i take your name please'], // 12 to 17 s
    ['customer', 'my name is robin gale and the card ends in four two'], // 18 to 23 s
    ['agent', 'thank you i have ordered a new card for you it comes on monday'], // 24 to 29 s
    ['customer', 'lovely thank you that is all i needed'], // 30 to 35 s
    ['agent', 'thank you for calling have a lovely day'], // 36 to 41 s
    ['customer', 'bye'], // 42 to 47 s
  ]),
)

describe('said', () => {
  it('holds where the speaker says one of the phrases, and shows every time', () => {
    expect(traceIn(said(['thank you', 'hello']), call)).toMatchObject({
      holds: true,
      figure: null,
      reason: null,
    })
    expect(quotes(traceIn(said(['thank you', 'hello']), call))).toEqual(['hello', 'thank you', 'thank you'])
  })

  it('counts only who is meant to say it', () => {
    expect(holdsIn(said('lovely'), call)).toBe(true)
    expect(holdsIn(said('annoyed'), call)).toBe(false)
    expect(holdsIn(byCustomer('annoyed'), call)).toBe(true)
    expect(holdsIn(said('annoyed', { by: 'anyone' }), call)).toBe(true)
  })

  it('wants it often enough; of phrases that overlap one counts', () => {
    expect(holdsIn(said('thank you', { leastTimes: 2 }), call)).toBe(true)
    expect(holdsIn(said('thank you', { leastTimes: 3 }), call)).toBe(false)
    expect(holdsIn(said('thank you', { by: 'anyone', leastTimes: 3 }), call)).toBe(true)
    expect(holdsIn(said(['thank you for calling', 'for calling'], { leastTimes: 2 }), call)).toBe(false)
  })

  it.each([
    [{ firstTurns: 1 }, 'thank you', false],
    [{ firstTurns: 3 }, 'thank you', true],
    [{ lastTurns: 1 }, 'ordered', false],
    [{ lastTurns: 2 }, 'ordered', true],
    // 75 words; "sorry" is the 24th, share 0.31
    [{ toShare: 0.3 }, 'sorry', false],
    [{ toShare: 0.35 }, 'sorry', true],
    [{ fromShare: 0.35 }, 'sorry', false],
    [{ fromShare: 0.3 }, 'sorry', true],
    [{ toSeconds: 11 }, 'sorry', false],
    [{ toSeconds: 12 }, 'sorry', true],
    [{ fromSeconds: 13 }, 'sorry', false],
    // the last word ends at 47 s: the last 11 s begin at 36
    [{ lastSeconds: 11 }, 'calling', true],
    [{ lastSeconds: 10 }, 'calling', false],
    [{ firstTurns: 2, fromShare: 0.3 }, 'sorry', true],
    [{ firstTurns: 1, fromShare: 0.3 }, 'sorry', false],
  ])('in its place %j: %s', (where, phrase, expected) => {
    expect(holdsIn(said(phrase, { where }), call)).toBe(expected)
  })

  it('is held up by a negation within so many words before, and by exceptions that touch it', () => {
    const promised = aConversation([
      ['agent', 'hello there we can not promise a refund today but we will look into it for you'],
      ['customer', 'so will i get one or not please tell me'],
      ['agent', 'i do not know that yet i am afraid but somebody will call you'],
    ])
    expect(holdsIn(said('refund'), promised)).toBe(true)
    expect(holdsIn(said('refund', { negationWindow: 2 }), promised)).toBe(true)
    expect(holdsIn(said('refund', { negationWindow: 3 }), promised)).toBe(false)
    expect(holdsIn(said('refund', { except: ['promise a refund'] }), promised)).toBe(false)
    expect(holdsIn(said('refund', { except: ['refund you'] }), promised)).toBe(true)
  })

  it('reads what people type: capitals, apostrophes, marks and hyphens', () => {
    const chat = aConversation([
      ['agent', 'I do not see the e-mail yet. Could you send it again for me, please?'],
      ['customer', 'ok sending it now, one moment'],
      ['agent', "Thanks! That's arrived now, all is well."],
    ])
    expect(holdsIn(said("I don't see the e-mail"), chat)).toBe(true)
    expect(holdsIn(said('Could you send it again?'), chat)).toBe(true)
    expect(holdsIn(said("(can't|don't) [even] see"), chat)).toBe(true)
  })

  it('shows where it was expected when it is missing: the first turn, at the end the last', () => {
    expect(quotes(traceIn(said('goodbye'), call))).toEqual([call.segments[0]!.text])
    expect(quotes(traceIn(said('goodbye', { where: { lastTurns: 2 } }), call))).toEqual([
      'thank you for calling have a lovely day',
    ])
  })

  it('takes the times of what it needs only where it needs them', () => {
    const chat = aConversation(call.segments.map(({ speaker, text }) => [speaker as 'agent', text]))
    expect(holdsIn(said('sorry'), chat)).toBe(true)
    expect(traceIn(said('sorry', { where: { toSeconds: 60 } }), chat)).toMatchObject({
      holds: null,
      reason: 'The transcript has no times.',
    })
    expect(holdsIn(said('apology', { where: { toSeconds: 60 } }), chat)).toBe(false)
  })
})

describe('not said', () => {
  it('is the opposite, and shows what was said', () => {
    expect(holdsIn(notSaid('goodbye'), call)).toBe(true)
    expect(traceIn(notSaid('sorry to hear'), call)).toMatchObject({ holds: false })
    expect(quotes(traceIn(notSaid('sorry to hear'), call))).toEqual(['sorry to hear'])
  })
})

describe('what a transcript lacks', () => {
  const cut = { ...call, isEndMissing: true }
  const begun = { ...call, isStartMissing: true }

  it('leaves open what is not found there, and nothing else', () => {
    expect(holdsIn(said('goodbye', { where: { lastTurns: 2 } }), cut)).toBeNull()
    expect(holdsIn(said('goodbye', { where: { firstTurns: 2 } }), cut)).toBe(false)
    expect(holdsIn(said('goodbye', { where: { firstTurns: 2 } }), begun)).toBeNull()
    expect(holdsIn(said('goodbye', { where: { lastTurns: 2 } }), begun)).toBe(false)
    expect(holdsIn(said('goodbye'), cut)).toBeNull()
    expect(holdsIn(notSaid('goodbye'), cut)).toBeNull()
    expect(holdsIn(said('have a lovely day', { where: { lastTurns: 2 } }), cut)).toBe(true)
  })

  it('is also what was not understood, where it is more than a fifth of what was looked at', () => {
    const unclear = {
      ...call,
      segments: call.segments.map((segment, at) => (at === 4 ? { ...segment, probability: 0.2 } : segment)),
    }
    const inTheMiddle = { fromShare: 0.3, toShare: 0.9 }
    expect(traceIn(said('goodbye', { where: inTheMiddle }), unclear)).toMatchObject({
      holds: null,
      reason: 'Too much of this part was not understood.',
    })
    // of the customer's turns all were
    expect(holdsIn(byCustomer('goodbye'), unclear)).toBe(false)
    expect(holdsIn(said('thank you'), unclear)).toBe(true)
  })

  it('is everything where the language is another or the speakers are not known', () => {
    expect(holdsIn(said('thank you'), { ...call, languageCode: 'de' })).toBeNull()
    const unknown = call.segments.map((segment) => ({ ...segment, speaker: 'unknown' }))
    expect(traceIn(said('thank you'), { ...call, segments: unknown }).reason).toBe(
      'It is not known who of the speakers is the agent.',
    )
  })
})
