import type { SearchInput, SearchResult } from '../../shared/contract/search.ts'
import { readDirectory } from '../people/index.ts'
import { Problem } from '../problem.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { gatherHits } from './gather-hits.ts'
import { parseQuery, phrasesOf } from './parse-query.ts'
import { rankHits } from './rank-hits.ts'
import type { Query } from './query.ts'
import { showHits } from './show-hits.ts'

/** One page of the turns that match, the most to the point first. `INVALID_INPUT` where there is no word to look for. */
export function search(
  database: ReadableDatabase,
  input: SearchInput & { offset: number; limit: number },
): SearchResult {
  const parsed = parseQuery(input.query)
  if ('problem' in parsed) throw new Problem('INVALID_INPUT', parsed.problem)
  const { query } = parsed
  const phrases = phrasesOf(query.clauses)
  const { turns, hasMore } = gatherHits(database, query, input)
  const ranked = rankHits(database, turns, phrases)
  const shown = ranked.slice(input.offset, input.offset + input.limit)
  return {
    total: turns.length,
    conversations: new Set(turns.map(({ transcriptId }) => transcriptId)).size,
    hasMore,
    hits: showHits(database, readDirectory(database), shown, phrases),
    ...(turns.length === 0 ? waysOut(database, query, input) : { spreadOver: null, withoutFilters: null }),
  }
}

/** Where nothing was found: what would be, if one asked for less. */
function waysOut(
  database: ReadableDatabase,
  query: Query,
  input: SearchInput,
): Pick<SearchResult, 'spreadOver' | 'withoutFilters'> {
  const canSpread = query.scope === 'turn' && query.clauses.length > 1
  const spread = canSpread ? gatherHits(database, { ...query, scope: 'conversation' }, input).turns : null
  const plain: Query = { ...query, speaker: null, firstMs: null, lastMs: null }
  const isFiltered = query.speaker !== null || query.firstMs !== null || query.lastMs !== null
  const hasFilters =
    isFiltered || Object.entries(input).some(([name, value]) => isFilter(name) && value !== undefined)
  return {
    spreadOver: spread === null ? null : new Set(spread.map(({ transcriptId }) => transcriptId)).size,
    withoutFilters: hasFilters ? gatherHits(database, plain, { query: input.query }).turns.length : null,
  }
}

function isFilter(name: string): boolean {
  return !['query', 'offset', 'limit'].includes(name)
}
