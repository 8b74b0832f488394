import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../bench/simulation/random.ts'
import { findWaste, type TimedContact, type WasteResult } from '../../../engine/patterns/waste/find-waste.ts'
import { createPhraseBook, type FrequentPhrase } from '../../../engine/patterns/waste/phrase-book.ts'

const LIMITS = { fewestWords: 3, mostWords: 6, mergeShare: 0.8 }

function finished<Result>(pieces: Generator<void, Result>): Result {
  for (;;) {
    const piece = pieces.next()
    if (piece.done) return piece.value
  }
}

function phrasesOf(
  conversations: readonly (readonly string[])[],
  fewestConversations: number,
): FrequentPhrase[] {
  const book = createPhraseBook()
  for (const turns of conversations)
    book.add(turns.map((text, segment) => ({ segment, words: text.split(' ') })))
  return finished(book.find({ ...LIMITS, fewestConversations }))
}

describe('frequent phrases', () => {
  it('are the longest that are said as often, once a conversation, with the turn they stand in', () => {
    const found = phrasesOf(
      [
        ['hello there', 'may i put you on hold please'],
        ['may i put you on hold', 'may i put you on hold'],
        ['so may i put you on hold then'],
        ['put you on'],
      ],
      3,
    )
    expect(
      found.map(({ words, conversations, segments, turnWords }) => ({
        phrase: words.join(' '),
        conversations: [...conversations],
        segments: [...segments],
        turnWords: [...turnWords],
      })),
    ).toEqual([
      { phrase: 'put you on', conversations: [0, 1, 2, 3], segments: [1, 0, 0, 0], turnWords: [7, 6, 8, 3] },
      {
        phrase: 'may i put you on hold',
        conversations: [0, 1, 2],
        segments: [1, 0, 0],
        turnWords: [7, 6, 8],
      },
    ])
  })

  it('do not reach over the end of a turn or over what was redacted', () => {
    expect(
      phrasesOf(
        Array.from({ length: 4 }, () => ['one two', 'three four', 'your card [] is fine']),
        3,
      ),
    ).toEqual([])
  })
})

/**
 * A floor: agents of different pace, queues of different length, calls whose length varies by itself, and words drawn at a constant
 * rate. `planted` is said in some calls, with a wait of so many seconds.
 */
function floor(seed: number, planted: { seconds: number; isTalk?: boolean } | null) {
  const random = randomFrom(seed)
  const vocabulary = Array.from({ length: 60 }, (_, at) => `w${at}`)
  const usual = Array.from({ length: 40 }, () =>
    Array.from({ length: 4 }, () => vocabulary[random.integer(0, 59)]!).join(' '),
  )
  const paces = Array.from({ length: 12 }, () => random.normal(0, 0.2))
  const contacts: TimedContact[] = []
  const book = createPhraseBook()
  for (let call = 0; call < 500; call++) {
    const personId = random.integer(0, 11)
    const stratumId = random.integer(0, 2)
    const turns: string[] = []
    const count = Math.max(4, Math.round(12 * Math.exp(random.normal(0, 0.35) + 0.2 * stratumId)))
    // a slow agent has habits: the first phrases are said more often by some
    for (let turn = 0; turn < count; turn++) turns.push(usual[random.integer(0, 19) * 2 + (personId % 2)]!)
    const has = planted !== null && random.uniform() < 0.15
    if (has)
      turns.splice(
        random.integer(1, turns.length - 1),
        0,
        planted.isTalk
          ? `before we go on i read you this ${Array.from({ length: 40 }, () => 'x').join(' ')}`
          : 'let me ask my supervisor first',
      )
    const agentWords = turns.reduce((sum, text) => sum + text.split(' ').length, 0)
    const seconds =
      count * 12 * Math.exp(paces[personId]! + random.normal(0, 0.15)) + (has ? planted.seconds : 0)
    book.add(turns.map((text, segment) => ({ segment, words: text.split(' ') })))
    contacts.push({
      stratumId,
      personId,
      handleMs: seconds * 1000,
      agentWords,
      isResolved: Number(random.uniform() < 0.8),
      csat: random.uniform() < 0.5 ? Math.min(1, Math.max(0, random.normal(0.7, 0.15))) : null,
    })
  }
  return { contacts, phrases: finished(book.find({ ...LIMITS, fewestConversations: 20 })) }
}

function wasteOf(seed: number, planted: Parameters<typeof floor>[1]): WasteResult {
  const { contacts, phrases } = floor(seed, planted)
  return finished(findWaste(contacts, phrases))
}

describe('steps that only take time', () => {
  it('are found where one was planted, with about the seconds it takes, and no outcome said to differ', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const { findings, tested } = wasteOf(seed, { seconds: 60 })
      expect(tested).toBeGreaterThan(20)
      const [first] = findings
      expect(first!.words.join(' ')).toBe('let me ask my supervisor first')
      expect(first!.lowSeconds).toBeLessThan(60)
      expect(first!.highSeconds).toBeGreaterThan(45)
      expect(first!.seconds).toBeGreaterThan(40)
      expect(first!.moments[0]!.segment).toBeGreaterThan(0)
    }
  })

  it('are found where all they take is talk', () => {
    const { findings } = wasteOf(21, { seconds: 40, isTalk: true })
    expect(
      findings.map(({ words }) => words.join(' ')).some((phrase) => phrase.includes('before we go on')),
    ).toBe(true)
  })

  it('are not invented: where none was planted, worlds with any are no more than the level', () => {
    let worlds = 0
    for (let seed = 100; seed < 140; seed++) if (wasteOf(seed, null).findings.length > 0) worlds++
    // with nothing to find the share of false discoveries is the share of worlds with any: 10%, here of 40
    expect(worlds).toBeLessThanOrEqual(7)
  })

  it('say of an outcome that too few tell where its interval is wide, and that none differs where it is narrow', () => {
    const { contacts, phrases } = floor(3, { seconds: 60 })
    const verdictOf = (change: (contact: TimedContact, at: number) => TimedContact) =>
      finished(findWaste(contacts.map(change), phrases)).findings[0]!.outcomes
    const wide = verdictOf((contact, at) => ({ ...contact, isResolved: at % 12 === 0 ? 1 : null }))
    expect(wide.find(({ metricId }) => metricId === 'resolved_rate')).toMatchObject({
      verdict: 'too few to tell',
      difference: null,
    })
    const narrow = verdictOf((contact, at) => ({ ...contact, csat: 0.7 + (at % 3) * 0.02 }))
    expect(narrow.find(({ metricId }) => metricId === 'csat_mean')).toMatchObject({
      verdict: 'no difference seen',
    })
  })

  it('that go with a better outcome are no waste', () => {
    const { contacts, phrases } = floor(3, { seconds: 60 })
    const planted = phrases.find(({ words }) => words.includes('supervisor'))!
    const has = new Set(planted.conversations)
    const { findings, setAside } = finished(
      findWaste(
        contacts.map((contact, at) => ({ ...contact, csat: (has.has(at) ? 0.9 : 0.5) + (at % 3) * 0.03 })),
        phrases,
      ),
    )
    expect(setAside).toBeGreaterThan(0)
    expect(findings.some(({ words }) => words.includes('supervisor'))).toBe(false)
  })
})
