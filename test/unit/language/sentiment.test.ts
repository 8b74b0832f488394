import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreSentiment } from '../../../engine/language/index.ts'
import { lexiconModulePath, renderLexiconModule } from '../../../resources/lexicons/build-lexicon.ts'

// The sixteen sentences of the README of cjhutto/vaderSentiment with the compound values printed there.
const published: [string, number][] = [
  ['VADER is smart, handsome, and funny.', 0.8316],
  ['VADER is smart, handsome, and funny!', 0.8439],
  ['VADER is very smart, handsome, and funny.', 0.8545],
  ['VADER is VERY SMART, handsome, and FUNNY.', 0.9227],
  ['VADER is VERY SMART, handsome, and FUNNY!!!', 0.9342],
  ['VADER is VERY SMART, uber handsome, and FRIGGIN FUNNY!!!', 0.9469],
  ['VADER is not smart, handsome, nor funny.', -0.7424],
  ['The book was good.', 0.4404],
  ["At least it isn't a horrible book.", 0.431],
  ['The book was only kind of good.', 0.3832],
  ['The plot was good, but the characters are uncompelling and the dialog is not great.', -0.7042],
  ['Today SUX!', -0.5461],
  ["Today only kinda sux! But I'll get by, lol", 0.5249],
  ['Make sure you :) or :D today!', 0.8633],
  ['Catch utf-8 emoji such as such as 💘 and 💋 and 😁', 0.7003],
  ['Not bad at all', 0.431],
]

describe('the sentiment of a sentence', () => {
  it.each(published)('has the published compound: %s', (sentence, compound) => {
    expect(scoreSentiment(sentence).compound).toBe(compound)
  })

  it('has the published shares of positive, neutral and negative text', () => {
    expect([
      scoreSentiment('VADER is smart, handsome, and funny.'),
      scoreSentiment('Today SUX!'),
      scoreSentiment("Today only kinda sux! But I'll get by, lol"),
      scoreSentiment('Catch utf-8 emoji such as 💘 and 💋 and 😁'),
    ]).toEqual([
      { compound: 0.8316, positive: 0.746, neutral: 0.254, negative: 0 },
      { compound: -0.5461, positive: 0, neutral: 0.221, negative: 0.779 },
      { compound: 0.5249, positive: 0.317, neutral: 0.556, negative: 0.127 },
      { compound: 0.7003, positive: 0.279, neutral: 0.721, negative: 0 },
    ])
  })

  it('takes "no" before a plain word as nothing when another lexicon word is negated by it', () => {
    // "no" beside a lexicon word negates it; far from one it is itself mildly negative.
    expect(scoreSentiment('no problem').compound).toBeGreaterThan(0)
    expect(scoreSentiment('no').compound).toBeLessThan(0)
    expect(scoreSentiment("No, that didn't work at all.").compound).toBe(0)
  })

  it('reads "least" as a negation except after "at" and "very"', () => {
    expect(scoreSentiment('one of the least compelling variations').compound).toBeLessThan(0)
    expect(scoreSentiment('it is at least compelling').compound).toBeGreaterThan(0)
  })

  it('reads special phrases by their meaning, not by their words', () => {
    expect(scoreSentiment('it was the kiss of death').compound).toBeLessThan(0)
    expect(scoreSentiment('he is such a bad ass').compound).toBeGreaterThan(0)
    expect(scoreSentiment('that old car is the bomb').compound).toBeGreaterThan(0)
  })

  it('is zero everywhere for a text without words', () => {
    expect(scoreSentiment(' \n\t')).toEqual({ compound: 0, positive: 0, neutral: 0, negative: 0 })
  })

  it.each([
    '',
    '!!!',
    '?!... --- ###',
    '\u0000',
    '\uD83D',
    '🙂'.repeat(2000),
    '((((',
    "'''",
    ':'.repeat(500),
  ])('is safe on what is hardly text: %j', (text) => {
    for (const value of Object.values(scoreSentiment(text))) expect(Number.isFinite(value)).toBe(true)
  })

  it('reads a whole text in capitals as it reads it in small letters: nothing stands out', () => {
    expect(scoreSentiment('THE BOOK WAS GOOD')).toEqual(scoreSentiment('the book was good'))
  })

  it('takes time in proportion to a very long text', () => {
    const msFor = (times: number) => {
      const text = 'it was not very good, but I LOVED it!!! '.repeat(times)
      const { user } = process.threadCpuUsage()
      expect(scoreSentiment(text).compound).toBe(1)
      return (process.threadCpuUsage().user - user) / 1000
    }
    msFor(2000)
    expect(msFor(20_000)).toBeLessThan(40 * Math.max(20, msFor(2000)))
  })

  it('stays within its ranges for any text, and its shares add up', () => {
    const words = fc.constantFrom(
      ...'good bad not never so this very but LEAST kind of no ! ?? :) great, WORST without doubt 💘 (ok)'.split(
        ' ',
      ),
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((list) => list.join(' ')),
        ),
        (text) => {
          const { compound, positive, neutral, negative } = scoreSentiment(text)
          expect(Math.abs(compound)).toBeLessThanOrEqual(1)
          const total = positive + neutral + negative
          expect(total === 0 || Math.abs(total - 1) < 0.0021).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('the lexicon', () => {
  it('in the code is what the word lists in resources give', () => {
    expect(readFileSync(lexiconModulePath, 'utf8')).toBe(renderLexiconModule())
  })
})
