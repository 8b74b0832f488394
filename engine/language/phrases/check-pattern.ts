import { t } from '#speech'
import { parsePattern } from './parse-pattern.ts'
import { leastNamedWords, mostWords, patternSize } from './pattern-words.ts'
import { phraseTokens } from './phrase-tokens.ts'

const longestWritten = 300
const longestPhrase = 30
/** Parts of one phrase with its word lists in place. */
const largestPattern = 2000

// what no phrase has and a regular expression may: none of it is ever read as one
const regular = /[\\^$+/<>=&]|\.(?!\.)[*?{]|\[\^|\(\?|\{\d|[\p{L}\p{N}]\?(?=[\p{L}\p{N}])/u
const punctuation = /[,;:"“”„?]|(?<=[\p{L}\p{N}])[.!](?=[\s)\]|]|$)/gu
const words = /!\([^)]*\)|\{[^}]*\}|[\p{L}\p{N}]+(?:['’][\p{L}]+)*(?:\*|)/gu

/** Stands for a filler ("um"), which is no word of what is searched, until its alternative is gone, too. */
const DROPPED = '\uE000'

/**
 * A phrase as words are matched: what people type ("I don't know, e-mail us") becomes what is looked for (`i do not know e mail us`).
 * Words after an exclamation mark, beginnings (`verif*`) and named lists stay as they are.
 */
export function leveledPattern(pattern: string): string {
  return pattern
    .replaceAll(punctuation, ' ')
    .replaceAll(/(?<=[\p{L}\p{N}])-(?=[\p{L}\p{N}])/gu, ' ')
    .replaceAll(words, (found) => {
      if (found.startsWith('!') || found.startsWith('{') || found.endsWith('*')) return found.toLowerCase()
      const level = phraseTokens(found).map(({ word }) => word)
      return level.length === 0 ? DROPPED : level.join(' ')
    })
    .replaceAll(/\|\s*\uE000(?=\s*(?:[|)\]]|$))/g, '')
    .replaceAll(/(?<=^|[([|])\s*\uE000\s*\|/g, '')
    .replaceAll(DROPPED, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/**
 * What is wrong with a phrase, in one sentence; undefined where it can be searched. A regular expression, a phrase that would match
 * nearly everything, and one that is too large are refused.
 */
export function checkPattern(
  pattern: string,
  lists: Readonly<Record<string, string>> = {},
): string | undefined {
  const shown = pattern.length > 60 ? `${pattern.slice(0, 57)}...` : pattern
  if (pattern.trim() === '') return t`A phrase is empty.`
  if (pattern.length > longestWritten)
    return t`The phrase "${{ phrase: shown }}" has ${{ characters: pattern.length }} characters; at most ${{ most: longestWritten }} are read.`
  if (regular.test(pattern))
    return t`The phrase "${{ phrase: shown }}" looks like a regular expression, which is not read: write (a|b) for a choice, [a] for what may be missing, .. for words between, begin* for a beginning.`
  try {
    const node = parsePattern(leveledPattern(pattern), lists)
    if (mostWords(node) > longestPhrase)
      return t`The phrase "${{ phrase: shown }}" can be longer than ${{ most: longestPhrase }} words.`
    if (patternSize(node) > largestPattern) return t`The phrase "${{ phrase: shown }}" has too many parts.`
    if (leastNamedWords(node) === 0)
      return t`The phrase "${{ phrase: shown }}" would match nearly anything: name at least one word that has to be said.`
    return undefined
  } catch (error) {
    // said of the phrase as it was written, not as it was levelled
    return error instanceof Error
      ? error.message.replace(leveledPattern(pattern), () => shown)
      : String(error)
  }
}
