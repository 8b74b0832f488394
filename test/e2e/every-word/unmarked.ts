import { wordsOf } from './data.ts'
import type { ShownText } from './shown-texts.ts'

/** A part of a sentence that was said counts as data from this length on; shorter ones are found in too many sentences. */
const LONG = 15
/** The most words of a name that stands among other words. */
const MOST_WORDS = 10

/** Finds what of a text is in neither catalogue nor data: `data` are whole values, `system` what the system says, each by its words (`wordsOf`). */
export function findUnmarked(data: ReadonlySet<string>, system: ReadonlySet<string>) {
  const everything = [...data].filter((text) => text.length >= LONG).join('\n')

  const isName = (words: string) =>
    words !== '' && (data.has(words) || system.has(words.replaceAll(/\d+/g, '#')))
  const isKnown = (text: string) => {
    const words = wordsOf(text)
    return isName(words) || (words.length >= LONG && words.includes(' ') && everything.includes(words))
  }

  /** Without the names that stand in it, the longest first at each word. */
  function withoutNames(text: string): string {
    const pieces = text.split(/([\s/·,;()“”]+)/)
    const left: string[] = []
    for (let at = 0; at < pieces.length; at++) {
      let end = Math.min(pieces.length, at + 2 * MOST_WORDS - 1)
      while (end > at && !isName(wordsOf(pieces.slice(at, end).join('')))) end--
      if (end > at) at = end - 1
      else left.push(pieces[at]!)
    }
    return left.join('')
  }

  const unknownParts = (text: string): string[] =>
    text
      .split(/⟦[^⟦⟧]*⟧/)
      .filter((part) => hasLetters(part) && !isKnown(part))
      .map((part) => withoutNames(part).replaceAll(/\s+/g, ' ').trim())
      .filter(hasLetters)

  return ({ text, around }: ShownText): string[] => {
    const unknown = unknownParts(text)
    if (unknown.length === 0 || around.some((whole) => isKnown(whole) || unknownParts(whole).length === 0))
      return []
    return unknown
  }
}

const hasLetters = (text: string) => /\p{L}/u.test(text)
