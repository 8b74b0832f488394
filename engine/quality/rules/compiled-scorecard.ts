import { compilePhrases } from '../../language/index.ts'
import type { PhraseMatch, PhraseMatcher } from '../../language/index.ts'
import type { RuleScorecard } from './scorecard.ts'
import type { TurnToken } from './turns.ts'

/** Finds the phrases of one list in a turn, without those that overlap an exception. */
export type PhraseFinder = (tokens: readonly TurnToken[]) => FoundPhrase[]
export type FoundPhrase = { first: number; last: number; confidence: number }

type Rated = { pattern: string; confidence: number; negationWindow?: number | undefined }

const cache = new WeakMap<RuleScorecard, Map<string, PhraseFinder>>()

/**
 * The compiled phrases at a place of a scorecard (`key` names the place), compiled once per scorecard. Throws an Error with one
 * sentence where a phrase cannot be read.
 */
export function finderFor(
  scorecard: RuleScorecard,
  key: string,
  phrases: readonly (string | Rated)[],
  except: readonly string[] = [],
): PhraseFinder {
  const finders = cache.get(scorecard) ?? new Map<string, PhraseFinder>()
  cache.set(scorecard, finders)
  const before = finders.get(key)
  if (before !== undefined) return before
  const rated = phrases.map((phrase) =>
    typeof phrase === 'string' ? { pattern: phrase, confidence: 1 } : phrase,
  )
  const match = compilePhrases(
    rated.map((phrase, index) => ({
      id: String(index),
      pattern: phrase.pattern,
      negationWindow: phrase.negationWindow ?? 0,
    })),
    scorecard.lists,
  )
  const exclude =
    except.length === 0
      ? undefined
      : compilePhrases(
          except.map((pattern) => ({ id: '', pattern })),
          scorecard.lists,
        )
  const finder: PhraseFinder = (tokens) =>
    withoutExceptions(match(tokens), exclude, tokens).map(({ id, first, last }) => ({
      first,
      last,
      confidence: rated[Number(id)]!.confidence,
    }))
  finders.set(key, finder)
  return finder
}

function withoutExceptions(
  matches: PhraseMatch[],
  exclude: PhraseMatcher | undefined,
  tokens: readonly TurnToken[],
): PhraseMatch[] {
  if (exclude === undefined || matches.length === 0) return matches
  const exceptions = exclude(tokens)
  return matches.filter(
    (match) =>
      !exceptions.some((exception) => exception.first <= match.last && match.first <= exception.last),
  )
}
