import { t } from '#speech'
import type { SearchHit } from '../../shared/contract/search.ts'
import { isCommonEnglish } from '../language/index.ts'
import { readDirectory } from '../people/index.ts'
import { Problem } from '../problem.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { gatherHits } from './gather-hits.ts'
import { clauseExpression } from './match-expression.ts'
import type { Alternative } from './query.ts'
import { MOST_COUNTED, rankHits } from './rank-hits.ts'
import { tellingness } from './relevance.ts'
import {
  countMatching,
  countTurns,
  readTurnsAround,
  transcriptOfContact,
  type ShownTurn,
} from './search.store.ts'
import { showHits } from './show-hits.ts'
import { wordsOf } from './words.ts'

const MOST_WORDS = 8
/** Words looked at of a long turn, the first ones. */
const MOST_LOOKED_AT = 60

interface TellingWord {
  folded: string
  alternative: Alternative
  weight: number
}

/** The words of a turn that tell it apart (term frequency by inverse document frequency), the most telling first. */
function tellingWords(database: ReadableDatabase, text: string): TellingWord[] {
  const turns = countTurns(database)
  // of a contraction (haven't) neither part is a word of its own
  const whole = wordsOf(text).filter(
    ({ start, end }) => !/['’]/.test(text.charAt(end)) && !/['’]/.test(text.charAt(start - 1)),
  )
  const byWord = Map.groupBy(whole.slice(0, MOST_LOOKED_AT), ({ folded }) => folded)
  const telling: TellingWord[] = []
  for (const [folded, said] of byWord) {
    // names of chips for what was redacted are no words of the turn
    if (folded.length < 3 || isCommonEnglish(folded)) continue
    const alternative: Alternative = { phrases: [{ words: [said[0]!], isPrefix: false }], within: null }
    const n = countMatching(database, clauseExpression([alternative]), MOST_COUNTED)
    // what only this turn has finds nothing; what very many have tells nothing
    if (n < 2 || n === MOST_COUNTED) continue
    telling.push({ folded, alternative, weight: said.length * tellingness(n, turns) })
  }
  return telling.toSorted((a, b) => b.weight - a.weight).slice(0, MOST_WORDS)
}

/** Turns of other conversations that share the most telling words of one turn. `NOT_FOUND` where that turn is not there. */
export function similarTurns(
  database: ReadableDatabase,
  input: { interactionId: number; segment: number; offset: number; limit: number },
): {
  total: number
  conversations: number
  hasMore: boolean
  hits: SearchHit[]
  like: ShownTurn
  words: string[]
} {
  const transcriptId = transcriptOfContact(database, input.interactionId)
  const like =
    transcriptId === undefined
      ? undefined
      : readTurnsAround(database, { transcriptId, position: input.segment }).find(
          ({ index }) => index === input.segment,
        )
  if (!like) throw new Problem('NOT_FOUND', t`That turn is no longer there; go back to the conversation.`)
  const text = like.text.replaceAll(/\[[a-z -]+\]/g, ' ')
  const words = tellingWords(database, text)
  if (words.length === 0) return { total: 0, conversations: 0, hasMore: false, hits: [], like, words: [] }
  const alternatives = words.map(({ alternative }) => alternative)
  const phrases = alternatives.flatMap((alternative) => alternative.phrases)
  const query = {
    clauses: [alternatives],
    excluded: [],
    speaker: null,
    firstMs: null,
    lastMs: null,
    scope: 'turn',
  } as const
  const { turns, hasMore } = gatherHits(database, query, { query: '' }, transcriptId)
  const ranked = rankHits(database, turns, phrases)
  return {
    total: turns.length,
    conversations: new Set(turns.map((turn) => turn.transcriptId)).size,
    hasMore,
    hits: showHits(
      database,
      readDirectory(database),
      ranked.slice(input.offset, input.offset + input.limit),
      phrases,
    ),
    like,
    words: words.map(({ folded }) => folded),
  }
}
