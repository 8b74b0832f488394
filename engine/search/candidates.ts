import type { ReadableDatabase } from '../store/index.ts'
import { clauseExpression, turnExpression } from './match-expression.ts'
import type { Query } from './query.ts'
import { matchingRows, transcriptOf } from './search.store.ts'

// How much is looked at, so that the commonest words answer as fast as the rarest. Reading 100,000 rows of the index takes some 15 ms.
const MOST_IN_TURNS = 100_000
const MOST_IN_CONVERSATIONS = 60_000
const MOST_KEPT = 5000
const ENOUGH_AT_FIRST = 5000

/** Index rows of turns that may be hits, newest transcript first; `isCut` where there are more than were looked at. */
export interface Candidates {
  rows: readonly number[]
  isCut: boolean
}

/**
 * Turns that have what is looked for. `isEnough` is asked about a first, short list, since for common words the newest few thousand
 * turns mostly are.
 */
export function findCandidates(
  database: ReadableDatabase,
  query: Query,
  isEnough: (rows: readonly number[]) => boolean,
): Candidates {
  if (query.scope === 'conversation') return candidatesOverConversations(database, query)
  const expression = turnExpression(query)
  const first = matchingRows(database, expression, ENOUGH_AT_FIRST)
  if (first.length < ENOUGH_AT_FIRST) return { rows: first, isCut: false }
  if (isEnough(first)) return { rows: first, isCut: true }
  const rows = matchingRows(database, expression, MOST_IN_TURNS)
  return { rows, isCut: rows.length === MOST_IN_TURNS }
}

/** Turns with any of the clauses, in conversations that have all of them somewhere and nothing excluded. */
function candidatesOverConversations(database: ReadableDatabase, query: Query): Candidates {
  const lists = query.clauses.map((clause) =>
    matchingRows(database, clauseExpression(clause), MOST_IN_CONVERSATIONS),
  )
  const isCut = lists.some((list) => list.length === MOST_IN_CONVERSATIONS)
  // per conversation, how many clauses it has so far
  const reached = new Uint8Array(1 + Math.max(0, ...lists.map((list) => transcriptOf(list[0] ?? 0))))
  for (const [index, list] of lists.entries())
    for (const row of list) if (reached[transcriptOf(row)] === index) reached[transcriptOf(row)] = index + 1
  if (query.excluded.length > 0)
    for (const row of matchingRows(database, clauseExpression(query.excluded), MOST_IN_CONVERSATIONS))
      if (transcriptOf(row) < reached.length) reached[transcriptOf(row)] = 0
  const found = lists.map((list) => list.filter((row) => reached[transcriptOf(row)] === lists.length))
  const most = Math.max(0, ...found.map((list) => list.length))
  const rows = [...new Set(found.flatMap((list) => list.slice(0, MOST_KEPT)))].toSorted((a, b) => b - a)
  return { rows, isCut: isCut || most > MOST_KEPT }
}
