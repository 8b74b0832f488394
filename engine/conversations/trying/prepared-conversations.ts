import { readFactsRevision } from '../../metrics/index.ts'
import { createWordBook, prepareConversation, type PreparedConversation } from '../../quality/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readForRules } from '../block-conversation.ts'

const MOST = 10_000
/** After so long without a try the memory is given back. */
const KEPT_MS = 10 * 60_000

/** Conversations taken apart for rules, kept from one edit of a rule to the next as long as no facts change. */
interface Kept {
  factsRevision: number
  book: ReturnType<typeof createWordBook>
  byTranscript: Map<number, PreparedConversation>
  timer: NodeJS.Timeout
}

const kept = new WeakMap<ReadableDatabase, Kept>()

/** These conversations prepared, by their transcript; what has no words is not among them. */
export function preparedConversations(
  database: ReadableDatabase,
  transcriptIds: readonly number[],
): Map<number, PreparedConversation> {
  const { book, byTranscript } = keptFor(database)
  const found = new Map<number, PreparedConversation>()
  const missing: number[] = []
  for (const id of transcriptIds) {
    const prepared = byTranscript.get(id)
    if (prepared) found.set(id, prepared)
    else missing.push(id)
  }
  if (missing.length === 0) return found
  if (byTranscript.size + missing.length > MOST)
    for (const id of [...byTranscript.keys()].slice(0, missing.length)) byTranscript.delete(id)
  for (const { transcript, conversation } of readForRules(database, missing)) {
    const prepared = prepareConversation(conversation, book)
    byTranscript.set(transcript.id, prepared)
    found.set(transcript.id, prepared)
  }
  return found
}

function keptFor(database: ReadableDatabase): Kept {
  const factsRevision = readFactsRevision(database)
  const before = kept.get(database)
  if (before?.factsRevision === factsRevision) {
    before.timer.refresh()
    return before
  }
  clearTimeout(before?.timer)
  const timer = setTimeout(() => kept.delete(database), KEPT_MS)
  // keeps no process alive
  timer.unref()
  const fresh = { factsRevision, book: createWordBook(), byTranscript: new Map(), timer }
  kept.set(database, fresh)
  return fresh
}
