import type { SearchInput } from '../../shared/contract/search.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { findCandidates } from './candidates.ts'
import type { Query } from './query.ts'
import { isMatch } from './find-phrases.ts'
import {
  isRead,
  readDurationMs,
  readFoundTurn,
  readTurns,
  transcriptOf,
  type FoundTurn,
} from './search.store.ts'
import { isWithin, selectConversations } from './selection.ts'
import { wordsOf } from './words.ts'

/** How many turns are ranked. */
const MOST_RANKED = 1000
/** How many turns are read to find that many, where speaker, time or mood decide. */
const MOST_READ = 2500
const MOST_READ_WHOLE = 5000

/** What is asked of a turn beside its words. */
export interface TurnFilter {
  speaker: 'agent' | 'customer' | null
  firstMs: number | null
  lastMs: number | null
  sentiment: { min?: number | undefined; max?: number | undefined } | null
}

/** The filters of turns in the query and beside it together; where both name one, the narrower holds. */
export function turnFilterOf(query: Query, input: Omit<SearchInput, 'query'>): TurnFilter {
  const least = (one: number | null, other: number | undefined) =>
    other === undefined ? one : Math.min(one ?? other, other)
  return {
    speaker: query.speaker ?? input.speaker ?? null,
    firstMs: least(query.firstMs, input.firstMs),
    lastMs: least(query.lastMs, input.lastMs),
    sentiment: input.sentiment?.of === 'turn' ? input.sentiment : null,
  }
}

/** Turns that were found, and whether there are or may be more. */
export interface Gathered {
  turns: FoundTurn[]
  hasMore: boolean
}

/** Reads the turns that match words and filters, of the conversations brought in last first, at most a thousand. */
export function gatherHits(
  database: ReadableDatabase,
  query: Query,
  input: SearchInput,
  leftOut?: number,
): Gathered {
  const selected = selectConversations(database, input)
  const filter = turnFilterOf(query, input)
  const readable = new Map<number, boolean>()
  // a hit leads to its turn: one in a transcript that no page shows would lead to another's
  const isReadable = (transcript: number) => {
    let known = readable.get(transcript)
    if (known === undefined) readable.set(transcript, (known = isRead(database, transcript)))
    return known
  }
  const isSelected = (row: number) => {
    const transcript = transcriptOf(row)
    return transcript !== leftOut && (selected === null || selected[transcript] === 1)
  }
  const wanted = isFiltering(filter) ? MOST_READ : MOST_RANKED
  const isEnough = (rows: readonly number[]) => {
    let n = 0
    for (const row of rows) if (isSelected(row)) n++
    return n >= wanted
  }
  const { rows, isCut } = findCandidates(database, query, isEnough)
  const hasPassed = turnCheck(database, filter)
  if (isCut && selected && query.scope === 'turn' && !isEnough(rows)) {
    const isOneOf = (transcript: number) =>
      selected[transcript] === 1 && transcript !== leftOut && isReadable(transcript)
    return readSelected(database, query, isOneOf, selected.length - 1, hasPassed)
  }
  const turns: FoundTurn[] = []
  let read = 0
  for (const row of rows) {
    if (!isSelected(row) || !isReadable(transcriptOf(row))) continue
    if (turns.length === MOST_RANKED || read === MOST_READ) return { turns, hasMore: true }
    read++
    const turn = readFoundTurn(database, row)
    if (turn && hasPassed(turn)) turns.push(turn)
  }
  return { turns, hasMore: isCut }
}

/**
 * Words so common that the index lists more turns than are looked at, in few conversations: those are read themselves, the last first.
 * So common a word is in every tenth turn or so, and the turns of a few hundred conversations hold a thousand hits.
 */
function readSelected(
  database: ReadableDatabase,
  query: Query,
  isOneOf: (transcript: number) => boolean,
  highest: number,
  hasPassed: (turn: FoundTurn) => boolean,
): Gathered {
  const turns: FoundTurn[] = []
  let read = 0
  for (let transcript = highest; transcript > 0; transcript--) {
    if (!isOneOf(transcript)) continue
    if (turns.length >= MOST_RANKED || read >= MOST_READ_WHOLE)
      return { turns: turns.slice(0, MOST_RANKED), hasMore: true }
    for (const turn of readTurns(database, transcript)) {
      read++
      if (isMatch(query, wordsOf(turn.text)) && hasPassed(turn)) turns.push(turn)
    }
  }
  return { turns: turns.slice(0, MOST_RANKED), hasMore: turns.length > MOST_RANKED }
}

function isFiltering({ speaker, firstMs, lastMs, sentiment }: TurnFilter): boolean {
  return speaker !== null || firstMs !== null || lastMs !== null || sentiment !== null
}

function turnCheck(
  database: ReadableDatabase,
  { speaker, firstMs, lastMs, sentiment }: TurnFilter,
): (turn: FoundTurn) => boolean {
  return ({ transcriptId, role, startMs, sentiment: mood }) => {
    if (speaker !== null && role !== speaker) return false
    // a turn without a time is in no part of the conversation
    if (firstMs !== null && (startMs === null || startMs > firstMs)) return false
    if (sentiment !== null && !isWithin(mood, sentiment)) return false
    if (lastMs === null) return true
    const durationMs = startMs === null ? null : readDurationMs(database, transcriptId)
    return startMs !== null && durationMs !== null && startMs >= durationMs - lastMs
  }
}
