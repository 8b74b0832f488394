import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePhrases, countWords, phraseTokens } from '../../../engine/language/index.ts'

const words = (text: string) => phraseTokens(text).map(({ word }) => word)
const found = (pattern: string, text: string, negationWindow = 0) =>
  compilePhrases([{ id: 'p', pattern, negationWindow }])(phraseTokens(text)).map(({ start, end }) =>
    text.slice(start, end),
  )

describe('the words of a text', () => {
  it('are level in case, apostrophes, contractions, spellings and fillers', () => {
    expect(words("Um, I'm sorry — we CAN'T; that’s OK uh")).toEqual(
      'i am sorry we can not that is okay'.split(' '),
    )
  })

  it('are the same as recognition writes them', () => {
    expect(words("I've cancelled it, don't worry")).toEqual(words('ive canceled it dont worry'))
  })

  it('keep placeholders and drop noise marks', () => {
    expect(words('my card is [card number] [noise] thanks [PII].')).toEqual([
      'my',
      'card',
      'is',
      '[]',
      'thanks',
      '[]',
    ])
    expect(countWords('um my card is [card number] [noise] thanks')).toBe(5)
  })

  it('say where they stand in the original text', () => {
    const text = "Well, I'm  here…"
    expect(phraseTokens(text).map(({ word, start, end }) => [word, text.slice(start, end)])).toEqual([
      ['well', 'Well'],
      ['i', "I'm"],
      ['am', "I'm"],
      ['here', 'here'],
    ])
  })
})

describe('a phrase', () => {
  it.each([
    ['thank you for calling', 'Well, THANK YOU for calling us.', ['THANK YOU for calling']],
    ['(can|may) i [please] have', 'Can I please have it, may I have it', ['Can I please have', 'may I have']],
    ['so .. sorry', 'so very very sorry', ['so very very sorry']],
    ['so ..2 sorry', 'so very very very sorry', []],
    ['frustrat*', 'how frustrating', ['frustrating']],
    ['my name is _', 'my name is Ana', ['my name is Ana']],
    ['calling !(us|me)', 'calling us, calling Harbour', ['calling Harbour']],
    ['(a b|c) d', 'a b d c d', ['a b d', 'c d']],
    ['i am', "I'm here", ["I'm"]],
  ])('%s is found in "%s"', (pattern, text, expected) => {
    expect(found(pattern, text)).toEqual(expected)
  })

  it('is not found shortly after a negation, where asked so', () => {
    expect(found('anything else', 'I do not see anything else here', 3)).toEqual([])
    expect(found('anything else', "That's not it. So now is there anything else?", 3)).toEqual([
      'anything else',
    ])
  })

  it.each([
    ['(a', 'The phrase "(a" opens a bracket and does not close it.'],
    ['a)', 'The phrase "a)" closes a bracket that was never opened.'],
    ['a||b', 'The phrase "a||b" has an empty part.'],
    ['{names}', 'The phrase "{names}" uses the word list "names", which the form does not have.'],
  ])('that cannot be read says why: %s', (pattern, sentence) => {
    expect(() => compilePhrases([{ id: 'p', pattern }])).toThrow(sentence)
  })

  it('always lies within the text', () => {
    const match = compilePhrases([{ id: 'p', pattern: '[a] .. (b|c d) [..2 e]' }])
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd', 'e', "i'm", '[PII]', ','))
      .map((list) => list.join(' '))
    fc.assert(
      fc.property(text, (sample) => {
        for (const { start, end } of match(phraseTokens(sample))) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(sample.length)
        }
      }),
    )
  })
})
