import { parsePattern } from './parse-pattern.ts'
import type { PatternNode } from './parse-pattern.ts'
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

type Compiled = { pattern: PhrasePattern; node: PatternNode }

const negations = new Set(['not', 'never', 'no', 'without', 'nobody', 'nor', 'hardly', 'unable'])

/**
 * Compiles phrase patterns (their language: `parsePattern`) into one matcher that looks at each word once and tries only the
 * phrases that can begin with it. Work per word is bounded by the size of the patterns.
 */
export function compilePhrases(
  patterns: readonly PhrasePattern[],
  lists: Readonly<Record<string, string>> = {},
): PhraseMatcher {
  const byWord = new Map<string, Compiled[]>()
  const anywhere: Compiled[] = []
  patterns.forEach((pattern) => {
    const node = parsePattern(pattern.pattern, lists)
    const compiled = { pattern, node }
    const words = firstWords(node)
    if (words === undefined) anywhere.push(compiled)
    else for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), compiled])
  })
  const hasPrefixes = [...byWord.keys()].some((key) => key.endsWith('*'))
  return (tokens) => {
    const matches: PhraseMatch[] = []
    for (let first = 0; first < tokens.length; first++) {
      const { word } = tokens[first]!
      for (const candidate of byWord.get(word) ?? []) addMatch(matches, candidate, tokens, first)
      if (hasPrefixes)
        for (const candidate of byWord.get(`${word.slice(0, prefixKey)}*`) ?? [])
          addMatch(matches, candidate, tokens, first)
      for (const candidate of anywhere) addMatch(matches, candidate, tokens, first)
    }
    return matches
  }
}

function addMatch(
  matches: PhraseMatch[],
  { pattern, node }: Compiled,
  tokens: readonly PhraseToken[],
  first: number,
): void {
  const ends = endsOf(node, tokens, first)
  const end = ends.length === 0 ? first : Math.max(...ends)
  if (end === first || isNegated(tokens, first, pattern.negationWindow ?? 0)) return
  const last = end - 1
  matches.push({ id: pattern.id, first, last, start: tokens[first]!.start, end: tokens[last]!.end })
}

function isNegated(tokens: readonly PhraseToken[], first: number, window: number): boolean {
  for (let at = Math.max(0, first - window); at < first; at++)
    if (negations.has(tokens[at]!.word)) return true
  return false
}

/** Every place just after a match of `node` that begins at `at`; each place once. */
function endsOf(node: PatternNode, tokens: readonly PhraseToken[], at: number): readonly number[] {
  switch (node.kind) {
    case 'word':
      return tokens[at]?.word === node.word ? [at + 1] : []
    case 'words':
      return at < tokens.length && node.words.has(tokens[at]!.word) ? [at + 1] : []
    case 'prefix':
      return tokens[at]?.word.startsWith(node.prefix) === true ? [at + 1] : []
    case 'other':
      return at < tokens.length && !node.not.has(tokens[at]!.word) ? [at + 1] : []
    case 'gap': {
      const most = Math.min(node.most, tokens.length - at)
      return Array.from({ length: most + 1 }, (_, step) => at + step)
    }
    case 'optional':
      return unique([at, ...endsOf(node.part, tokens, at)])
    case 'choice':
      return unique(node.options.flatMap((option) => endsOf(option, tokens, at)))
    case 'sequence': {
      let places: readonly number[] = [at]
      for (const part of node.parts) {
        places =
          places.length === 1
            ? endsOf(part, tokens, places[0]!)
            : unique(places.flatMap((place) => endsOf(part, tokens, place)))
        if (places.length === 0) return places
      }
      return places
    }
  }
}

function unique(places: readonly number[]): readonly number[] {
  return places.length < 2 ? places : [...new Set(places)]
}

const prefixKey = 3

/** What a match can begin with: words, and beginnings of words as `fru*`; undefined where it may be any word. */
function firstWords(node: PatternNode): Set<string> | undefined {
  switch (node.kind) {
    case 'word':
      return new Set([node.word])
    case 'words':
      return new Set(node.words)
    case 'prefix':
      return node.prefix.length < prefixKey ? undefined : new Set([`${node.prefix.slice(0, prefixKey)}*`])
    case 'choice':
      return together(node.options.map(firstWords))
    case 'sequence': {
      const end = node.parts.findIndex((part) => part.kind !== 'optional')
      if (end < 0) return undefined
      return together(
        node.parts.slice(0, end + 1).map((part) => firstWords(part.kind === 'optional' ? part.part : part)),
      )
    }
    case 'other':
    case 'gap':
    case 'optional':
      return undefined
  }
}

function together(sets: readonly (Set<string> | undefined)[]): Set<string> | undefined {
  const all = new Set<string>()
  for (const set of sets) {
    if (set === undefined) return undefined
    for (const word of set) all.add(word)
  }
  return all
}
