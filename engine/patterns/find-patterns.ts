import type { PatternFindings } from '../../shared/contract/patterns.ts'
import { dayOfNumber } from '../../shared/domain/time.ts'
import { readDirectory } from '../people/index.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { newestDay } from '../workspace/index.ts'
import { countConversationsBetween, readConversationIds } from './conversations.store.ts'
import { rushedStatements } from './disclosures/rushed.ts'
import { skippedQuestions } from './discovery/skipped.ts'
import { gather } from './gather.ts'
import { inPieces } from '../in-pieces.ts'
import { patternsToFind } from './starter.ts'
import { createViews } from './views.ts'
import { findWaste } from './waste/find-waste.ts'

/** More conversations than these, the newest ones, are not looked at. */
const MOST_CONVERSATIONS = 10_000
const FEWEST_CONVERSATIONS_WITH_PHRASE = 20
const SHARE_WITH_PHRASE = 0.01
const PHRASE_LIMITS = { fewestWords: 3, mostWords: 6, mergeShare: 0.8 }

/**
 * What many conversations show together: statements rushed or talked over, phrases that go with longer handle time, questions a team
 * leaves out; over the `days` to the newest data. Works in pieces of some milliseconds, between which other calls get their turn.
 */
export async function findPatterns(database: ReadableDatabase, days: number): Promise<PatternFindings> {
  const to = newestDay(database) ?? 0
  const from = to - days + 1
  const ids = readConversationIds(database, { from, to }, MOST_CONVERSATIONS)
  const directory = readDirectory(database)
  const patterns = patternsToFind()
  const gathered = await inPieces(gather(database, directory, ids, patterns))
  const fewestConversations = Math.max(
    FEWEST_CONVERSATIONS_WITH_PHRASE,
    Math.ceil(SHARE_WITH_PHRASE * gathered.contacts.length),
  )
  const phrases = await inPieces(gathered.phraseBook.find({ ...PHRASE_LIMITS, fewestConversations }))
  const waste = await inPieces(findWaste(gathered.contacts, phrases))
  const statements = rushedStatements(
    gathered.made,
    gathered.ordinary,
    patterns.statements.map(({ id }) => id),
  )
  const questions = await inPieces(
    skippedQuestions(gathered.asked, [...patterns.questions.map(({ id }) => id), ...patterns.answered]),
  )
  const counts = countConversationsBetween(database, { from, to })
  const views = createViews(database, directory, gathered)
  return {
    window: { from: dayOfNumber(from), to: dayOfNumber(to), days },
    coverage: views.coverage(counts, ids.length),
    disclosures: views.disclosures(statements),
    waste: views.waste(waste),
    discovery: views.discovery(questions),
  }
}
