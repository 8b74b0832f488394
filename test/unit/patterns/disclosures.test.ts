import { describe, expect, it } from 'vitest'
import { compilePhrases } from '../../../engine/language/index.ts'
import { passagesOf } from '../../../engine/interactions/measures/index.ts'
import { rushedStatements, type MadeStatement } from '../../../engine/patterns/disclosures/rushed.ts'
import { patternsToFind } from '../../../engine/patterns/starter.ts'
import { said } from './spoken.ts'

const recorded = [{ id: 'recorded-line', match: compilePhrases([{ id: '0', pattern: 'call is recorded' }]) }]

describe('a required statement', () => {
  it('has the pace of its turn and the time the customer speaks into it', () => {
    const { passages, ordinary } = passagesOf(
      [
        said('agent', 0, 3, 'This call is recorded for quality and training purposes okay'),
        said('customer', 1, 2.5, 'I have been waiting for half an hour now'),
        said('customer', 2.6, 2.9, 'Mm-hm.'),
        said('agent', 4, 8, 'Right then what can I do for you today'),
      ],
      recorded,
    )
    expect(passages).toEqual([
      {
        statementId: 'recorded-line',
        segmentIndex: 0,
        startMs: 0,
        endMs: 3000,
        words: 10,
        wordsPerMinute: 200,
        overlapMs: 1500,
        quote: 'This call is recorded for quality and training purposes okay',
      },
    ])
    expect(ordinary).toEqual({ words: 9, durationMs: 4000 })
  })

  it('is timed by its own words where they have times', () => {
    const text = 'Hello there. This call is recorded for quality purposes. How are you?'
    const words = text.split(' ').map((word, index) => ({
      text: word,
      startMs: index * 500,
      endMs: index * 500 + 400,
    }))
    const [passage] = passagesOf([{ ...said('agent', 0, 6, text), words }], recorded).passages
    expect(passage).toMatchObject({
      startMs: 1000,
      endMs: 4400,
      words: 7,
      quote: 'This call is recorded for quality purposes.',
    })
  })

  it('is not found without times, nor in what the customer says', () => {
    const untimed = { ...said('agent', 0, 3, 'This call is recorded for training purposes'), endMs: null }
    const customer = said('customer', 0, 3, 'They told me this call is recorded anyway')
    expect(passagesOf([untimed, customer], recorded).passages).toEqual([])
  })
})

function made(personId: number, teamId: number, wordsPerMinute: number, overlapMs = 0): MadeStatement {
  return {
    statementId: 'recap',
    segmentIndex: 3,
    startMs: 0,
    endMs: 5000,
    words: 15,
    wordsPerMinute,
    overlapMs,
    quote: 'to recap',
    conversation: 0,
    personId,
    teamId,
  }
}

describe('a statement is rushed', () => {
  const usual = (pace: number) => ({ words: pace * 10, durationMs: 600_000 })

  it('only above the speaker’s own pace and above ordinary speech, and talked over from a second on', () => {
    const [found] = rushedStatements(
      [
        made(1, 1, 230), // fast, and for this agent
        made(1, 1, 182), // fast, but near this agent's own 150
        made(2, 2, 175), // far above this agent's own 100, yet ordinary speech
        made(2, 2, 100, 1000), // talked over
        made(3, 2, 240), // nothing is known of this agent's own pace
      ],
      new Map([
        [1, usual(150)],
        [2, usual(100)],
        [3, { words: 20, durationMs: 8000 }],
      ]),
      ['recap'],
    )
    expect(found!.all).toMatchObject({ n: 4, rushed: 1, talkedOver: 1, either: 2, share: 0.5 })
    expect(found!.notJudged).toBe(1)
    expect(found!.teams.map(({ id, n, either }) => ({ id, n, either }))).toEqual([
      { id: 1, n: 2, either: 1 },
      { id: 2, n: 2, either: 1 },
    ])
    expect(found!.moments.map(({ isRushed, isTalkedOver }) => [isRushed, isTalkedOver])).toEqual([
      [true, false],
      [false, true],
    ])
  })

  it('never where it was not made', () => {
    expect(rushedStatements([], new Map(), ['terms'])).toEqual([
      { statementId: 'terms', all: null, notJudged: 0, teams: [], agents: [], moments: [] },
    ])
  })
})

describe('the statements looked for', () => {
  const idsOf = (text: string) =>
    passagesOf(
      [said('agent', 0, 6, text)],
      patternsToFind().statements.map(({ id, phrases }) => ({
        id,
        match: compilePhrases(phrases.map((pattern, index) => ({ id: String(index), pattern }))),
      })),
    ).passages.map(({ statementId }) => statementId)

  it.each([
    ['Welcome, please note that calls are recorded for training', ['recorded-line']],
    ['There will be an early termination fee of forty dollars', ['fees']],
    ['By continuing you agree to the terms and conditions', ['terms']],
    ['You have the right to cancel this within fourteen days', ['right-to-cancel']],
    ['So, let me recap, a replacement goes out today', ['recap']],
    ['I have looked at the order and it left the depot', []],
  ])('%s', (text, ids) => {
    expect(idsOf(text)).toEqual(ids)
  })
})
