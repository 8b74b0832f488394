import { addMatch, compilePhrasesByWord, leveledPattern } from '../../../language/index.ts'
import type { PhraseMatch, PhrasesByWord, PhraseToken } from '../../../language/index.ts'
import type { Occurrence } from './finding.ts'
import { phraseSet, starterLists } from './phrase-sets.ts'
import type { PreparedConversation, PreparedTurn } from './prepare.ts'
import { alikeWords } from './tolerance.ts'
import type { Tolerance } from './tolerance.ts'
import { possibleIn, wordTables } from './word-tables.ts'
import type { WordTables } from './word-tables.ts'

export type SearchedPhrases = {
  phrases: readonly string[]
  sets?: readonly string[] | undefined
  except?: readonly string[] | undefined
  exceptSets?: readonly string[] | undefined
  negationWindow?: number | undefined
  tolerance?: Tolerance | undefined
}

/**
 * Every place where one of the phrases is said by somebody, in order, without overlaps; of the turns that lie in a part of the
 * conversation, if one is given. `tried` counts places looked at.
 */
export type PhraseSearch = (
  prepared: PreparedConversation,
  by: Speaker,
  part?: { from: number; to: number },
) => { occurrences: Occurrence[]; tried: number }

export type Speaker = 'agent' | 'customer' | 'anyone'

/** Different readings of one turn where several of its words may stand for more than one. */
const mostReadings = 3

/** Compiles phrases with their named sets; throws an Error with one sentence where a phrase cannot be read. */
export function compileSearch(
  searched: SearchedPhrases,
  ownLists: Readonly<Record<string, string>>,
): PhraseSearch {
  const lists = { ...starterLists(), ...ownLists }
  const { negationWindow = 0 } = searched
  const found = compile(allPhrases(searched.phrases, searched.sets), lists, negationWindow)
  const excluded = allPhrases(searched.except ?? [], searched.exceptSets)
  const exceptions = excluded.length === 0 ? undefined : compile(excluded, lists, 0)
  const { tolerance = 'off' } = searched
  const isTolerant = tolerance !== 'off'
  const tablesOf = wordTables(found, alikeWords(found.words, tolerance))
  return (prepared, by, part) => {
    const tables = tablesOf(prepared.book)
    const occurrences: Occurrence[] = []
    let tried = 0
    for (const index of prepared.turnsBy[by]) {
      const turn = prepared.turns[index]!
      if (part !== undefined && (turn.to <= part.from || turn.from >= part.to)) continue
      if (!mayBeIn(prepared.words, turn, tables)) continue
      const tokens = tokensOf(prepared, turn)
      const matches: PhraseMatch[] = []
      tried += addWritten(matches, tables, prepared, turn, tokens)
      const exact = matches.length
      if (isTolerant)
        for (const reading of otherReadings(prepared, turn, tokens, tables))
          tried += addAll(matches, found, reading)
      if (matches.length === 0) continue
      const isExcluded = exceptionsIn(exceptions, tokens)
      addOccurrences(occurrences, matches, exact, isExcluded, index, turn)
    }
    return { occurrences, tried }
  }
}

/** The phrases of a list and of the named sets; throws for a set that does not exist. */
export function allPhrases(phrases: readonly string[], sets: readonly string[] | undefined): string[] {
  return [
    ...phrases,
    ...(sets ?? []).flatMap((name) => {
      const set = phraseSet(name)
      if (set === undefined) throw new Error(`There is no set of phrases "${name}".`)
      return set
    }),
  ]
}

function compile(
  phrases: readonly string[],
  lists: Readonly<Record<string, string>>,
  negationWindow: number,
): PhrasesByWord {
  return compilePhrasesByWord(
    phrases.map((phrase) => ({ id: '', pattern: leveledPattern(phrase), negationWindow })),
    lists,
  )
}

function mayBeIn(words: Int32Array, { from, to }: PreparedTurn, { begins }: WordTables): boolean {
  for (let at = from; at < to; at++) if (begins[words[at]!] === 1) return true
  return false
}

function tokensOf({ words, book }: PreparedConversation, { from, to }: PreparedTurn): PhraseToken[] {
  const tokens: PhraseToken[] = []
  for (let at = from; at < to; at++) tokens.push(book.tokens[words[at]!]!)
  return tokens
}

/** The matches in a turn as it was recognised: of the phrases whose needed words are there. */
function addWritten(
  matches: PhraseMatch[],
  tables: WordTables,
  { words }: PreparedConversation,
  { from, to }: PreparedTurn,
  tokens: readonly PhraseToken[],
): number {
  const isPossible = possibleIn(tables, words, from, to)
  let tried = 0
  for (let first = 0; first < tokens.length; first++)
    for (const phrase of tables.phrases[words[from + first]!] ?? []) {
      if (!isPossible(phrase)) continue
      tried += 1
      addMatch(matches, phrase, tokens, first)
    }
  return tried
}

function addAll(matches: PhraseMatch[], found: PhrasesByWord, tokens: readonly PhraseToken[]): number {
  let tried = 0
  for (let first = 0; first < tokens.length; first++) {
    const beginning = found.beginningWith(tokens[first]!.word)
    tried += beginning.length
    for (const phrase of beginning) addMatch(matches, phrase, tokens, first)
  }
  return tried
}

/** The turn with its words replaced by what they may stand for: the first choice of every word, then the second, then the third. */
function otherReadings(
  { words }: PreparedConversation,
  { from, to }: PreparedTurn,
  tokens: readonly PhraseToken[],
  { alike }: WordTables,
): PhraseToken[][] {
  let readings = 0
  for (let at = from; at < to; at++) readings = Math.max(readings, alike[words[at]!]?.length ?? 0)
  return Array.from({ length: Math.min(readings, mostReadings) }, (_, choice) =>
    tokens.map((token, at) => {
      const others = alike[words[from + at]!] ?? []
      const word = others[Math.min(choice, others.length - 1)]
      return word === undefined ? token : { ...token, word }
    }),
  )
}

function exceptionsIn(
  exceptions: PhrasesByWord | undefined,
  tokens: readonly PhraseToken[],
): (match: PhraseMatch) => boolean {
  if (exceptions === undefined) return () => false
  const found: PhraseMatch[] = []
  addAll(found, exceptions, tokens)
  return (match) => found.some((one) => one.first <= match.last && match.first <= one.last)
}

/** Of matches that overlap the longest counts, found as it stands before found by tolerance. */
function addOccurrences(
  occurrences: Occurrence[],
  matches: readonly PhraseMatch[],
  exact: number,
  isExcluded: (match: PhraseMatch) => boolean,
  turnIndex: number,
  turn: PreparedTurn,
): void {
  const kept: (PhraseMatch & { isTolerated: boolean })[] = []
  const rated = matches
    .map((match, index) => ({ ...match, isTolerated: index >= exact }))
    .filter((match) => !isExcluded(match))
    .sort(
      (a, b) =>
        Number(a.isTolerated) - Number(b.isTolerated) ||
        b.last - b.first - (a.last - a.first) ||
        a.first - b.first,
    )
  for (const match of rated)
    if (!kept.some((one) => one.first <= match.last && match.first <= one.last)) kept.push(match)
  for (const { first, last, isTolerated } of kept.sort((a, b) => a.first - b.first))
    occurrences.push({
      turn: turnIndex,
      first,
      last,
      from: turn.from + first,
      to: turn.from + last + 1,
      ...(isTolerated ? { isTolerated } : {}),
    })
}
