import { t } from '#speech'
import type { Alternative, Clause, Parsed, Phrase, Query } from './query.ts'
import { queryTokens, type FilterName, type QueryToken } from './query-tokens.ts'
import { wordsOf } from './words.ts'

const MOST_WORDS = 32
// two letters begin so many words that gathering all their turns takes longer than anybody waits
const SHORTEST_PREFIX = 3

/**
 * Reads what somebody types: words that all occur, `"phrases"`, `begin*`, `a OR b`, `a ~5 b`, `-without`, `agent:`, `customer:`,
 * `first:1m`, `last:2m`, `in:conversation`. `OR` and `~` bind more closely than words side by side. Never fails on syntax: only a
 * query without a word to look for, or one without bounds, is a problem.
 */
export function parseQuery(text: string): Parsed {
  const filters = { speaker: null, firstMs: null, lastMs: null, scope: 'turn' } as Filters
  const clauses: Alternative[][] = []
  const excluded: Alternative[] = []
  // what the next phrase is to the one before
  let joint: { kind: 'or' } | { kind: 'near'; within: number } | null = null
  let wordCount = 0
  for (const token of queryTokens(text)) {
    if (token.kind === 'or' || token.kind === 'near') {
      joint = token
      continue
    }
    if (token.kind === 'filter') {
      const problem = applyFilter(filters, token.name, token.value)
      if (problem) return { problem }
      continue
    }
    const phrase = phraseOf(token)
    if (!phrase) continue
    if (phrase.isPrefix && [...phrase.words.at(-1)!.text].length < SHORTEST_PREFIX)
      return {
        problem: t`Before a star at least three letters are needed: can* finds can, cancel and candid.`,
      }
    wordCount += phrase.words.length
    if (token.isExcluded) excluded.push({ phrases: [phrase], within: null })
    else join(clauses, phrase, joint)
    joint = null
  }
  if (wordCount > MOST_WORDS)
    return { problem: t`That is more than ${{ most: MOST_WORDS }} words: leave some out.` }
  if (clauses.length === 0)
    return {
      problem:
        excluded.length > 0
          ? t`Say at least one word to look for, beside those to leave out.`
          : t`Say at least one word to look for.`,
    }
  return { query: { ...filters, clauses, excluded } }
}

type Filters = Omit<Query, 'clauses' | 'excluded'>

/** Adds a phrase as a clause of its own, as another choice of the last one, or near to its last phrase. */
function join(
  clauses: Alternative[][],
  phrase: Phrase,
  joint: { kind: 'or' } | { kind: 'near'; within: number } | null,
): void {
  const last = clauses.at(-1)
  if (!joint || !last) {
    clauses.push([{ phrases: [phrase], within: null }])
    return
  }
  if (joint.kind === 'or') {
    last.push({ phrases: [phrase], within: null })
    return
  }
  const before = last.pop()!
  last.push({ phrases: [...before.phrases, phrase], within: Math.max(before.within ?? 0, joint.within) })
}

function phraseOf(token: Extract<QueryToken, { kind: 'text' }>): Phrase | null {
  const words = wordsOf(token.text).map((word) => ({ text: word.text, folded: word.folded }))
  return words.length === 0 ? null : { words, isPrefix: token.isPrefix }
}

function applyFilter(filters: Filters, name: FilterName, value: string): string | null {
  if (name === 'agent' || name === 'customer') filters.speaker = name
  else if (name === 'speaker') {
    const who = value.toLowerCase()
    if (who !== 'agent' && who !== 'customer') return t`speaker: takes agent or customer.`
    filters.speaker = who
  } else if (name === 'in') {
    const scope = value.toLowerCase()
    if (scope !== 'turn' && scope !== 'conversation') return t`in: takes turn or conversation.`
    filters.scope = scope
  } else {
    const ms = durationMs(value)
    if (ms === null) return t`${{ name }}: takes a length such as 30s, 1m or 1m30s.`
    filters[name === 'first' ? 'firstMs' : 'lastMs'] = ms
  }
  return null
}

/** `90`, `90s`, `2m` or `1m30s` in milliseconds; null where it is none of these. */
export function durationMs(text: string): number | null {
  const parts = /^(?:(\d{1,4})m(?:in)?)?(?:(\d{1,6})s?)?$/i.exec(text.trim())
  if (!parts || (parts[1] === undefined && parts[2] === undefined)) return null
  const ms = (Number(parts[1] ?? 0) * 60 + Number(parts[2] ?? 0)) * 1000
  return ms > 0 ? ms : null
}

/** Every phrase that is looked for, the excluded ones left out. */
export function phrasesOf(clauses: readonly Clause[]): Phrase[] {
  return clauses.flatMap((clause) => clause.flatMap((alternative) => alternative.phrases))
}
