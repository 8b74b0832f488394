import { describe, expect, test } from 'vitest'
import type { TranscribedSegment } from '../../../../engine/recordings/transcription/index.ts'
import { redactTurns } from '../../../../engine/recordings/words/redacted-turns.ts'

/** A turn whose words take half a second each, from `startMs`. */
function spoken(channel: number, startMs: number, text: string): TranscribedSegment {
  const words = text.split(' ').map((word, at) => ({
    text: ` ${word}`,
    startMs: startMs + at * 500,
    endMs: startMs + at * 500 + 400,
    probability: 0.9,
  }))
  return { channel, startMs, endMs: words.at(-1)!.endMs, text: ` ${text}`, probability: 0.9, words }
}

describe('what was recognised', () => {
  test('is stored without the card number, and its stretch of sound is silent', () => {
    const { turns, silenced } = redactTurns([
      spoken(0, 0, 'Can I take your card number please?'),
      spoken(1, 5000, 'It is 4111 1111 1111 1111 thanks.'),
    ])
    expect(turns.map(({ text }) => text)).toEqual([
      'Can I take your card number please?',
      'It is [card number] thanks.',
    ])
    // four words from 6.0 to 7.9 s, with 120 ms around
    expect(silenced).toEqual([{ startMs: 5880, endMs: 8020 }])
  })

  test('keeps the words that are left in their places', () => {
    const { turns } = redactTurns([
      spoken(0, 0, 'Can I take your card number please?'),
      spoken(1, 5000, 'It is 4111 1111 1111 1111 thanks.'),
    ])
    const [, turn] = turns
    expect(turn!.words!.map(([from, to]) => turn!.text.slice(from, to))).toEqual(['It', 'is', 'thanks.'])
    expect(turn!.words!.at(-1)).toEqual([20, 27, 8000, 8400, 0.9])
  })

  test('that was left out is stored nowhere, and silent all the same', () => {
    const { turns, silenced } = redactTurns(
      [spoken(0, 0, 'Can I take your card number please?'), spoken(0, 9000, 'Thank you.')],
      [spoken(1, 5000, 'It is 4111 1111 1111 1111 thanks.')],
    )
    expect(turns.map(({ text }) => text)).toEqual(['Can I take your card number please?', 'Thank you.'])
    expect(silenced).toEqual([{ startMs: 5880, endMs: 8020 }])
  })

  test('silences the whole turn where the words have no times', () => {
    const { turns, silenced } = redactTurns([
      spoken(0, 0, 'Can I take your card number please?'),
      { ...spoken(1, 5000, 'It is 4111 1111 1111 1111 thanks.'), words: [] },
    ])
    expect(turns[1]).toMatchObject({ text: 'It is [card number] thanks.', words: null })
    expect(silenced).toEqual([{ startMs: 4880, endMs: 8520 }])
  })

  test('silences a number dictated over several turns in each of them', () => {
    const { turns, silenced } = redactTurns([
      spoken(0, 0, 'What is the card number?'),
      spoken(1, 3000, '4111 1111'),
      spoken(0, 4500, 'mm-hm'),
      spoken(1, 5000, '1111 1111'),
    ])
    expect(turns.map(({ text }) => text).join(' ')).not.toMatch(/\d{4}/)
    for (const [from, to] of [
      [3000, 3900],
      [5000, 5900],
    ] as const)
      expect(silenced.some(({ startMs, endMs }) => startMs <= from && endMs >= to)).toBe(true)
  })

  test('does not silence anything where nothing is to be hidden', () => {
    const { turns, silenced } = redactTurns([spoken(0, 0, 'Good morning, how can I help?')])
    expect(silenced).toEqual([])
    expect(turns[0]!.words).toHaveLength(6)
  })

  test('drops the places of words that do not stand in the text', () => {
    const turn = spoken(0, 0, 'Good morning everybody')
    const { turns } = redactTurns([{ ...turn, text: 'Good evening everybody' }])
    expect(turns[0]).toMatchObject({ text: 'Good evening everybody', words: null })
  })
})
