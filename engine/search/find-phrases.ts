import type { Alternative, Phrase, Query } from './query.ts'
import type { Word } from './words.ts'

/** Where something was said in a text, UTF-16 characters, the end excluded. */
export interface CharacterRange {
  startChar: number
  endChar: number
}

/** Where a phrase occurs among the words of a text: places of its first word. */
function placesOf(phrase: Phrase, words: readonly Word[]): number[] {
  const { length } = phrase.words
  const places: number[] = []
  for (let place = 0; place + length <= words.length; place++) {
    const isThere = phrase.words.every(({ folded }, offset) => {
      const said = words[place + offset]!.folded
      return phrase.isPrefix && offset === length - 1 ? said.startsWith(folded) : said === folded
    })
    if (isThere) places.push(place)
  }
  return places
}

/** How often each phrase occurs among the words of a turn. */
export function countPhrases(phrases: readonly Phrase[], words: readonly Word[]): number[] {
  return phrases.map((phrase) => placesOf(phrase, words).length)
}

/** Where any of the phrases occurs, in order, touching ones joined. */
export function findPhrases(phrases: readonly Phrase[], words: readonly Word[]): CharacterRange[] {
  const found = phrases
    .flatMap((phrase) =>
      placesOf(phrase, words).map((place) => ({
        startChar: words[place]!.start,
        endChar: words[place + phrase.words.length - 1]!.end,
      })),
    )
    .toSorted((a, b) => a.startChar - b.startChar || b.endChar - a.endChar)
  const ranges: CharacterRange[] = []
  for (const range of found) {
    const last = ranges.at(-1)
    if (last && range.startChar <= last.endChar) last.endChar = Math.max(last.endChar, range.endChar)
    else ranges.push(range)
  }
  return ranges
}

/** Whether the words of a turn are what a query looks for, as the index would say: all clauses, nothing excluded. */
export function isMatch(
  { clauses, excluded }: Pick<Query, 'clauses' | 'excluded'>,
  words: readonly Word[],
): boolean {
  const occurs = (alternative: Alternative) => hasAlternative(alternative, words)
  return clauses.every((clause) => clause.some(occurs)) && !excluded.some(occurs)
}

function hasAlternative({ phrases, within }: Alternative, words: readonly Word[]): boolean {
  const places = phrases.map((phrase) => placesOf(phrase, words))
  if (places.some((found) => found.length === 0)) return false
  if (within === null) return true
  // from each place as the first of all, the others' nearest that follow: words between the first phrase's end and the last one's start
  return places.flat().some((first) => {
    const starts = places.map((found) => found.find((place) => place >= first))
    if (starts.some((start) => start === undefined)) return false
    const firstLengths = phrases
      .filter((_, index) => starts[index] === first)
      .map((phrase) => phrase.words.length)
    const last = Math.max(...starts.map((start) => start ?? 0))
    return last - (first + Math.max(0, ...firstLengths)) <= within
  })
}
