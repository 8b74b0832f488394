import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findQuote, wordsOf } from '../../../../engine/quality/judge/find-quote.ts'
import { aConversation } from './builders.ts'

const { segments } = aConversation([
  'Thank you for calling — how can I help?',
  "It's about my bill; I don't owe £40.50!",
  'Thank you for calling about it. Let me look.',
  'Okay.',
  'ＡＢＣ “smart” quotes',
  'お電話ありがとうございます。',
])

const found = (segment: number, quote: string) => {
  const span = findQuote(segments, { segmentIndex: segment - 1, quote })
  return span && [span.segmentIndex + 1, span.quote]
}

describe('a quote is found', () => {
  test.each([
    ['word for word', 2, "I don't owe £40.50", [2, "I don't owe £40.50"]],
    ['in other case, spacing and punctuation', 2, 'i DONT  owe -- 40 50', [2, "I don't owe £40.50"]],
    ['with other apostrophes and quotation marks', 5, '"smart" quotes', [5, 'smart” quotes']],
    ['in full-width letters', 5, 'abc smart', [5, 'ＡＢＣ “smart']],
    [
      'in the segment named where others have it, too',
      3,
      'thank you for calling',
      [3, 'Thank you for calling'],
    ],
    ['in the only other segment that has it', 1, 'let me look', [3, 'Let me look']],
    ['in a segment that is not there at all', 99, 'let me look', [3, 'Let me look']],
    ['as all that a segment says', 4, 'okay', [4, 'Okay']],
    ['in a script without spaces', 6, 'ありがとう', [6, 'ありがとう']],
  ] as const)('%s', (_, segment, quote, place) => {
    expect(found(segment, quote)).toEqual(place)
  })
})

describe('a quote is not found', () => {
  test.each([
    ['that nobody said', 1, 'how may I help'],
    ['with a word left out', 1, 'thank you calling'],
    ['with words left out in its middle', 3, 'Thank you ... Let me look'],
    ['that ends within a word', 1, 'thank you for call'],
    ['that begins within a word', 2, 'bout my bill'],
    ['over two segments', 3, 'Let me look. Okay.'],
    ['of two other segments alike', 2, 'thank you for calling'],
    ['of one word among others', 1, 'help'],
    ['of nothing', 1, ' … '],
  ])('%s', (_, segment, quote) => {
    expect(found(segment, quote)).toBeNull()
  })

  test('in what recognition did not understand', () => {
    const unsure = segments.map((segment) => ({ ...segment, probability: 0.2 }))
    expect(findQuote(unsure, { segmentIndex: 2, quote: 'let me look' })).toBeNull()
  })
})

test('any stretch of whole words is found where it stands, and what is found reads the same', () => {
  const text = fc.stringMatching(/^[a-zA-Zé'’.,!?\- ]{10,60}$/)
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (text, from, length) => {
      const words = wordsOf(text)
      if (words.length < 2) return
      const first = from % (words.length - 1)
      const last = first + 1 + (length % (words.length - 1 - first))
      const quote = text.slice(words[first]!.start, words[last]!.end)
      const span = findQuote(aConversation([text]).segments, { segmentIndex: 0, quote })!
      expect(wordsOf(span.quote).map(({ word }) => word)).toEqual(wordsOf(quote).map(({ word }) => word))
      expect(text.slice(span.start, span.end)).toBe(span.quote)
    }),
  )
})
