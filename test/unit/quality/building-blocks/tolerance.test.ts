import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alikeWords } from '../../../../engine/quality/rules/building-blocks/tolerance.ts'
import { aConversation, holdsIn, quotes, said, traceIn } from './asking.ts'

const heard = (text: string) =>
  aConversation([
    ['customer', 'hello i am calling about the bill that i got last week'],
    ['agent', text],
    ['customer', 'okay'],
    ['agent', 'is that all for today then or is there another thing'],
  ])

describe('tolerance', () => {
  it.each([
    ['verify your address', 'can i verifi your address please', true],
    ['verify your address', 'can i verfy your adress please', true],
    ['verify your address', 'can i vreify your address please', true],
    ['verify your address', 'can i vary your address please', false],
    ['cancellation fee', 'there is a cancelation fee of ten pounds', true],
    ['cancellation fee', 'there is a cancellation free of ten pounds', false],
    // four letters and fewer are never taken for others
    ['your name', 'can i have your same please for the file', false],
    ['take care', 'well then take core of it all the best', false],
    // common words are themselves, however near
    ['thing is sorted', 'the think is sorted i would say for you', false],
  ])('one edit: "%s" in "%s" is %s', (phrase, text, expected) => {
    expect(holdsIn(said(phrase, { tolerance: 'one-edit' }), heard(text))).toBe(expected)
    expect(holdsIn(said(phrase), heard(text))).toBe(false)
  })

  it('sounds alike: words that English writes differently', () => {
    const said2 = (phrase: string) => said(phrase, { tolerance: 'sounds-alike' })
    expect(holdsIn(said2('a physical address'), heard('do you have a fizzical address there'))).toBe(true)
    expect(holdsIn(said2('a physical address'), heard('do you have a final address there'))).toBe(false)
    expect(holdsIn(said('a physical address', { tolerance: 'one-edit' }), heard('a fizzical address'))).toBe(
      false,
    )
  })

  it('shows the words that were heard, and prefers what stands there', () => {
    const trace = traceIn(
      said('verify', { tolerance: 'one-edit' }),
      heard('let me verifi this and then verify that'),
    )
    expect(quotes(trace)).toEqual(['verifi', 'verify'])
  })

  it('keeps the negation and the exceptions', () => {
    const text = 'i could not verifi your address so far'
    expect(holdsIn(said('verify', { tolerance: 'one-edit', negationWindow: 2 }), heard(text))).toBe(false)
    expect(holdsIn(said('verify', { tolerance: 'one-edit', except: ['could not'] }), heard(text))).toBe(true)
  })
})

/** By the definition: the restricted distance of Damerau and Levenshtein, row by row. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      rows[i]![j] = Math.min(
        rows[i - 1]![j]! + 1,
        rows[i]![j - 1]! + 1,
        rows[i - 1]![j - 1]! + (isSame ? 0 : 1),
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        rows[i]![j] = Math.min(rows[i]![j]!, rows[i - 2]![j - 2]! + 1)
    }
  return rows[a.length]![b.length]!
}

describe('words one edit apart', () => {
  const word = fc
    .array(fc.constantFrom('a', 'b', 'c', 'x'), { minLength: 3, maxLength: 8 })
    .map((letters) => letters.join(''))

  it('are those whose distance is one, and both have five letters and more', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const isAlike = alikeWords(new Set([b]), 'one-edit')(a).length > 0
        expect(isAlike).toBe(a.length >= 5 && b.length >= 5 && distance(a, b) === 1)
      }),
      { numRuns: 3000 },
    )
  })
})
