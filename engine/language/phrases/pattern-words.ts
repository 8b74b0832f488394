import type { PatternNode } from './parse-pattern.ts'

/** The longest match of a pattern, in words. */
export function mostWords(node: PatternNode): number {
  switch (node.kind) {
    case 'word':
    case 'words':
    case 'prefix':
    case 'other':
      return 1
    case 'gap':
      return node.most
    case 'optional':
      return mostWords(node.part)
    case 'choice':
      return Math.max(...node.options.map(mostWords))
    case 'sequence':
      return node.parts.reduce((sum, part) => sum + mostWords(part), 0)
  }
}

/** Letters by which beginnings of words are looked up. */
export const prefixKey = 3

/** What a match can begin with: words, and beginnings of words as `fru*`; undefined where it may be any word. */
export function firstWords(node: PatternNode): Set<string> | undefined {
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

function together(sets: readonly (ReadonlySet<string> | undefined)[]): Set<string> | undefined {
  const all = new Set<string>()
  for (const set of sets) {
    if (set === undefined) return undefined
    for (const word of set) all.add(word)
  }
  return all
}

/**
 * Words of which every match has at least one beyond its beginning: of a sequence its last part that has to be one of several, since
 * what a phrase is about mostly stands there. Undefined where there is no such part.
 */
export function neededWords(node: PatternNode): ReadonlySet<string> | undefined {
  if (node.kind !== 'sequence') return undefined
  return node.parts
    .slice(1)
    .map(wordsOfPart)
    .findLast((words) => words !== undefined)
}

function wordsOfPart(node: PatternNode): ReadonlySet<string> | undefined {
  switch (node.kind) {
    case 'word':
      return new Set([node.word])
    case 'words':
      return node.words
    case 'choice':
      return together(node.options.map(wordsOfPart))
    case 'sequence':
      return node.parts.map(wordsOfPart).findLast((words) => words !== undefined)
    case 'prefix':
    case 'other':
    case 'gap':
    case 'optional':
      return undefined
  }
}

/** Every whole word a pattern names, those after an exclamation mark apart. */
export function namedWords(node: PatternNode): readonly string[] {
  switch (node.kind) {
    case 'word':
      return [node.word]
    case 'words':
      return [...node.words]
    case 'optional':
      return namedWords(node.part)
    case 'choice':
      return node.options.flatMap(namedWords)
    case 'sequence':
      return node.parts.flatMap(namedWords)
    case 'prefix':
    case 'other':
    case 'gap':
      return []
  }
}

const shortestPrefix = 2

/** How many words every match has that are among those the pattern names: with none it matches nearly anything. */
export function leastNamedWords(node: PatternNode): number {
  switch (node.kind) {
    case 'word':
    case 'words':
      return 1
    case 'prefix':
      return node.prefix.length >= shortestPrefix ? 1 : 0
    case 'choice':
      return Math.min(...node.options.map(leastNamedWords))
    case 'sequence':
      return node.parts.reduce((sum, part) => sum + leastNamedWords(part), 0)
    case 'other':
    case 'gap':
    case 'optional':
      return 0
  }
}

/** Parts of a pattern, its size: what a word costs at most. */
export function patternSize(node: PatternNode): number {
  switch (node.kind) {
    case 'choice':
      return node.options.reduce((sum, option) => sum + patternSize(option), 1)
    case 'sequence':
      return node.parts.reduce((sum, part) => sum + patternSize(part), 1)
    case 'optional':
      return 1 + patternSize(node.part)
    default:
      return 1
  }
}
