import { t } from '#speech'
import { parsePattern } from './parse-pattern.ts'
import type { PatternNode } from './parse-pattern.ts'
import { firstWords, mostWords, namedWords, neededWords, prefixKey } from './pattern-words.ts'
import type { PhraseToken } from './phrase-tokens.ts'

export type PhrasePattern = {
  id: string
  pattern: string
  /** No match where "not", "never" and the like stand within so many words before; 0 by default. */
  negationWindow?: number
}

export type PhraseMatch = {
  id: string
  /** Places of its first and last word in the tokens. */
  first: number
  last: number
  /** Offsets in the original text, end exclusive. */
  start: number
  end: number
}

/** Finds all phrases in a text's tokens, in order of their beginning; the longest match per phrase and beginning. */
export type PhraseMatcher = (tokens: readonly PhraseToken[]) => PhraseMatch[]

/** One phrase, ready to be tried at a word. */
export type CompiledPhrase = { index: number; pattern: PhrasePattern; ends: Ends }

const negations = new Set(['not', 'never', 'no', 'without', 'nobody', 'nor', 'hardly', 'unable'])

/** Words of a language, not of a text: forgotten where noise makes too many. */
const mostRemembered = 20_000

/** Compiled phrases, for searches that know beforehand where looking is worth it. */
export type PhrasesByWord = {
  /** How many phrases there are; each has its place among them as `index`. */
  size: number
  /** The phrases that can begin with a word; mostly none. */
  beginningWith(word: string): readonly CompiledPhrase[]
  /** For a word, the phrases of which every match has it or another of such words beyond its beginning ... */
  needing(word: string): readonly CompiledPhrase[]
  /** ... and those that need no word in particular. */
  needingNone: readonly CompiledPhrase[]
  /** Every whole word that the phrases name and that can be part of a match. */
  words: ReadonlySet<string>
}

/**
 * Compiles phrase patterns (their language: `parsePattern`) into one matcher that looks at each word once and tries only the
 * phrases that can begin with it. Work per word is bounded by the size of the patterns. Throws an Error with one sentence where a
 * phrase could be longer than 30 words.
 */
export function compilePhrases(
  patterns: readonly PhrasePattern[],
  lists: Readonly<Record<string, string>> = {},
): PhraseMatcher {
  const book = compilePhrasesByWord(patterns, lists)
  return (tokens) => {
    const matches: PhraseMatch[] = []
    for (let first = 0; first < tokens.length; first++)
      for (const phrase of book.beginningWith(tokens[first]!.word)) addMatch(matches, phrase, tokens, first)
    return matches
  }
}

/** The same, word by word; throws the same. */
export function compilePhrasesByWord(
  patterns: readonly PhrasePattern[],
  lists: Readonly<Record<string, string>> = {},
): PhrasesByWord {
  const byWord = new Map<string, CompiledPhrase[]>()
  const anywhere: CompiledPhrase[] = []
  const named = new Set<string>()
  const byNeed = new Map<string, CompiledPhrase[]>()
  const needingNone: CompiledPhrase[] = []
  patterns.forEach((pattern, index) => {
    const node = parsePattern(pattern.pattern, lists)
    if (mostWords(node) > longestPhrase)
      throw new Error(
        t`The phrase "${{ phrase: pattern.pattern }}" can be longer than ${{ most: longestPhrase }} words.`,
      )
    const compiled = { index, pattern, ends: endsOf(node) }
    const needed = neededWords(node)
    if (needed === undefined) needingNone.push(compiled)
    else for (const word of needed) byNeed.set(word, [...(byNeed.get(word) ?? []), compiled])
    for (const word of namedWords(node)) named.add(word)
    const words = firstWords(node)
    if (words === undefined) anywhere.push(compiled)
    else for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), compiled])
  })
  const candidates = new Map<string, readonly CompiledPhrase[]>()
  const candidatesFor = (word: string): readonly CompiledPhrase[] => {
    const known = candidates.get(word)
    if (known !== undefined) return known
    const own = byWord.get(word) ?? []
    const all = [...own, ...(byWord.get(`${word.slice(0, prefixKey)}*`) ?? []), ...anywhere]
    if (candidates.size >= mostRemembered) candidates.clear()
    candidates.set(word, all)
    return all
  }
  return {
    size: patterns.length,
    beginningWith: candidatesFor,
    needing: (word) => byNeed.get(word) ?? [],
    needingNone,
    words: named,
  }
}

/** Adds the match of one phrase that begins at `first`, if there is one. */
export function addMatch(
  matches: PhraseMatch[],
  { pattern, ends }: CompiledPhrase,
  tokens: readonly PhraseToken[],
  first: number,
): void {
  const end = first + 31 - Math.clz32(ends(tokens, first, 1))
  if (end <= first || isNegated(tokens, first, pattern.negationWindow ?? 0)) return
  const last = end - 1
  matches.push({ id: pattern.id, first, last, start: tokens[first]!.start, end: tokens[last]!.end })
}

function isNegated(tokens: readonly PhraseToken[], first: number, window: number): boolean {
  for (let at = Math.max(0, first - window); at < first; at++)
    if (negations.has(tokens[at]!.word)) return true
  return false
}

const longestPhrase = 30

/** From the places a part may begin at to the places just after it: bit n stands for n words after `first`. */
type Ends = (tokens: readonly PhraseToken[], first: number, places: number) => number

function endsOf(node: PatternNode): Ends {
  switch (node.kind) {
    case 'word': {
      // by far the most frequent, and so without a call per word
      const { word } = node
      return (tokens, first, places) => {
        let ends = 0
        for (let left = places; left !== 0; left &= left - 1) {
          const at = 31 - Math.clz32(left & -left)
          if (tokens[first + at]?.word === word) ends |= 2 << at
        }
        return ends
      }
    }
    case 'words':
      return oneWord((word) => node.words.has(word))
    case 'prefix':
      return oneWord((word) => word.startsWith(node.prefix))
    case 'other':
      return oneWord((word) => !node.not.has(word))
    case 'gap':
      return (tokens, first, places) => {
        let ends = places
        for (let step = 0; step < node.most; step++) ends |= ends << 1
        const left = tokens.length - first
        return left >= longestPhrase ? ends : ends & ((2 << left) - 1)
      }
    case 'optional': {
      const part = endsOf(node.part)
      return (tokens, first, places) => places | part(tokens, first, places)
    }
    case 'choice': {
      const options = node.options.map(endsOf)
      return (tokens, first, places) => {
        let ends = 0
        for (const option of options) ends |= option(tokens, first, places)
        return ends
      }
    }
    case 'sequence': {
      const parts = node.parts.map(endsOf)
      return (tokens, first, places) => {
        let ends = places
        for (const part of parts) {
          ends = part(tokens, first, ends)
          if (ends === 0) return 0
        }
        return ends
      }
    }
  }
}

function oneWord(isIt: (word: string) => boolean): Ends {
  return (tokens, first, places) => {
    let ends = 0
    for (let left = places; left !== 0; left &= left - 1) {
      const at = 31 - Math.clz32(left & -left)
      const token = tokens[first + at]
      if (token !== undefined && isIt(token.word)) ends |= 2 << at
    }
    return ends
  }
}
