import type { ReadableDatabase } from '../store/index.ts'
import { clauseExpression } from './match-expression.ts'
import type { Phrase } from './query.ts'
import { relevanceOf, tellingness } from './relevance.ts'
import { countMatching, countTurns, type FoundTurn } from './search.store.ts'
import { wordsOf } from './words.ts'

/** Beyond this many turns a word tells so little that how many more there are does not matter. */
export const MOST_COUNTED = 20_000

/** Counting turns with several words in a row, or with any of many words, takes longer: it ends sooner. */
const MOST_COUNTED_SLOWLY = 2000

/** What each phrase tells, by how few turns have it. */
function weightsOf(database: ReadableDatabase, phrases: readonly Phrase[]): number[] {
  // alone it decides nothing
  if (phrases.length === 1) return [1]
  const turns = countTurns(database)
  return phrases.map((phrase) => {
    const isQuick = phrase.words.length === 1 && !phrase.isPrefix
    const expression = clauseExpression([{ phrases: [phrase], within: null }])
    return tellingness(
      countMatching(database, expression, isQuick ? MOST_COUNTED : MOST_COUNTED_SLOWLY),
      Math.max(turns, 1),
    )
  })
}

/** Turns in the order they are shown: the most to the point first, of equals the conversation brought in last, in it the earlier turn. */
export function rankHits(
  database: ReadableDatabase,
  turns: readonly FoundTurn[],
  phrases: readonly Phrase[],
): FoundTurn[] {
  if (turns.length < 2) return [...turns]
  const scores = relevanceOf(
    turns.map(({ text }) => wordsOf(text)),
    phrases,
    weightsOf(database, phrases),
  )
  return turns
    .map((turn, index) => ({ turn, score: scores[index]! }))
    .toSorted(
      (a, b) =>
        b.score - a.score || b.turn.transcriptId - a.turn.transcriptId || a.turn.position - b.turn.position,
    )
    .map(({ turn }) => turn)
}
