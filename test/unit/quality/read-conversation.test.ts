import { describe, expect, it } from 'vitest'
import { readConversation } from '../../../engine/quality/read-conversation.ts'

const lines: [string, string][] = [
  ['agent', 'thank you for calling harbour bank this is ana how can i help you'],
  ['customer', 'hi i want to pay my bill and i am really angry about it'],
  ['agent', 'i am sorry to hear that can i have the card number'],
  ['customer', 'four one one one one one one one'],
  ['agent', 'mm-hm'],
  ['customer', 'one one one one one one one one'],
  ['agent', 'and the security code on the back'],
  ['customer', 'nine eight seven'],
  ['agent', 'thank you your payment has been processed is there anything else have a good day'],
]

describe('reading a conversation', () => {
  const read = readConversation({
    segments: lines.map(([speaker, text], at) => ({
      speaker,
      text,
      startMs: at * 4000,
      endMs: at * 4000 + 3500,
      words: text.split(' ').map((word, place) => ({
        text: word,
        startMs: at * 4000 + place * 100,
        endMs: at * 4000 + place * 100 + 90,
      })),
    })),
    languageCode: 'en',
  })

  it('redacts first, so that nothing of what it gives holds the secret, single words included', () => {
    expect(read.segments.map(({ text }) => text).slice(3, 8)).toEqual([
      '[card number]',
      'mm-hm',
      '[card number]',
      'and the security code on the back',
      '[card code]',
    ])
    expect(JSON.stringify(read)).not.toMatch(/four|nine|eight|seven/)
    expect(read.segments[7]!.words).toEqual([])
  })

  it('gives sentiment, measures and answers with evidence in the redacted text', () => {
    expect(read.sentiment).toMatchObject({ state: 'available', lowest: { segmentIndex: 1 } })
    expect(read.measures.durationMs).toBe(35_500)
    for (const answer of read.answers)
      for (const { segmentIndex, start, end, quote } of answer.evidence)
        expect(read.segments[segmentIndex]!.text.slice(start, end)).toBe(quote)
    expect(read.answers.map((answer) => answer.outcome)).toEqual(Array.from({ length: 6 }, () => 'pass'))
  })
})
