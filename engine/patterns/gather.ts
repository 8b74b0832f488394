import { passagesOf, type OrdinarySpeech, type StatementMatcher } from '../interactions/measures/index.ts'
import { isUnderstood, phraseTokens, compilePhrases, type ConversationSegment } from '../language/index.ts'
import type { Directory } from '../people/index.ts'
import type { ReadableDatabase } from '../store/index.ts'
import {
  readAnswersOf,
  readConversations,
  readSegmentsOf,
  type PatternAnswer,
  type PatternConversation,
  type PatternSegment,
} from './conversations.store.ts'
import type { MadeStatement } from './disclosures/rushed.ts'
import { asked, type QuestionMatcher, type WordedTurn } from './discovery/asked.ts'
import type { AskedQuestion } from './discovery/skipped.ts'
import type { StarterPatterns } from './starter.ts'
import type { TimedContact } from './waste/find-waste.ts'
import { createPhraseBook, type PhraseBook } from './waste/phrase-book.ts'

/** A conversation that something was found in; its number is its place among those gathered. */
export interface GatheredConversation extends PatternConversation {
  teamId: number | null
}

/** What the three findings are made from. */
export interface Gathered {
  conversations: GatheredConversation[]
  made: MadeStatement[]
  ordinary: Map<number, OrdinarySpeech>
  asked: AskedQuestion[]
  /** Contacts with a handle time and an agent, in the order of the phrase book; `places` are their conversations. */
  contacts: TimedContact[]
  places: number[]
  phraseBook: PhraseBook
  timed: number
}

const PER_PIECE = 10

/** Reads conversations, some at a time: between two pieces others may work. */
export function* gather(
  database: ReadableDatabase,
  directory: Directory,
  transcriptIds: readonly number[],
  patterns: StarterPatterns,
): Generator<void, Gathered> {
  const gathered: Gathered = {
    conversations: [],
    made: [],
    ordinary: new Map(),
    asked: [],
    contacts: [],
    places: [],
    phraseBook: createPhraseBook(),
    timed: 0,
  }
  const matchers = compiled(patterns)
  for (let from = 0; from < transcriptIds.length; from += PER_PIECE) {
    yield
    const ids = transcriptIds.slice(from, from + PER_PIECE)
    const segments = Map.groupBy(readSegmentsOf(database, ids), (one) => one.transcriptId)
    const answers = Map.groupBy(readAnswersOf(database, ids, patterns.answered), (one) => one.transcriptId)
    for (const conversation of readConversations(database, ids)) {
      const { personId, day, transcriptId } = conversation
      const teamId = personId === null ? null : directory.teamAt(personId, day ?? undefined)
      const one = { ...conversation, teamId }
      take(gathered, one, segments.get(transcriptId) ?? [], answers.get(transcriptId) ?? [], matchers)
    }
  }
  return gathered
}

interface Matchers {
  statements: StatementMatcher[]
  questions: QuestionMatcher[]
}

function compiled({ statements, questions }: StarterPatterns): Matchers {
  const matcherOf = (phrases: readonly string[]) =>
    compilePhrases(phrases.map((pattern, index) => ({ id: String(index), pattern })))
  return {
    statements: statements.map(({ id, phrases }) => ({ id, match: matcherOf(phrases) })),
    questions: questions.map(
      ({ id, toShare, excusedByCustomerWords, takesQuestionMarks, phrases, except }) => ({
        id,
        toShare,
        excusedByCustomerWords: excusedByCustomerWords ?? null,
        takesQuestionMarks: takesQuestionMarks ?? false,
        match: matcherOf(phrases),
        except: except === undefined ? null : matcherOf(except),
      }),
    ),
  }
}

function take(
  gathered: Gathered,
  one: GatheredConversation,
  rows: readonly PatternSegment[],
  answers: readonly PatternAnswer[],
  matchers: Matchers,
): void {
  const conversation = gathered.conversations.length
  gathered.conversations.push(one)
  const isTimed = one.isTimed === 1
  const segments = rows.map((row): ConversationSegment => ({
    speaker: row.role === 'agent' || row.role === 'customer' ? row.role : row.speaker || 'unknown',
    startMs: isTimed ? row.startMs : null,
    endMs: isTimed ? row.endMs : null,
    text: row.text,
    probability: row.confidence,
    ...(isTimed && row.words !== null && { words: timedWords(row.text, row.words) }),
  }))
  if (isTimed) {
    gathered.timed += 1
    takeStatements(gathered, conversation, one, segments, matchers.statements)
  }
  const turns = segments.map((segment, index): WordedTurn => ({
    segment: index,
    speaker: segment.speaker,
    tokens: isUnderstood(segment) ? phraseTokens(segment.text) : [],
    isQuestion: segment.text.includes('?'),
  }))
  takeQuestions(gathered, conversation, one, turns, answers, matchers.questions)
  takeWords(gathered, conversation, one, turns)
}

function timedWords(text: string, json: string): { text: string; startMs: number; endMs: number }[] {
  // our own JSON, as the words were stored with their turn
  const words = JSON.parse(json) as [
    from: number,
    to: number,
    fromMs: number,
    toMs: number,
    probability: number,
  ][]
  return words.map(([from, to, startMs, endMs]) => ({ text: text.slice(from, to), startMs, endMs }))
}

function takeStatements(
  gathered: Gathered,
  conversation: number,
  { personId, teamId }: GatheredConversation,
  segments: readonly ConversationSegment[],
  statements: readonly StatementMatcher[],
): void {
  if (personId === null) return
  const { passages, ordinary } = passagesOf(segments, statements)
  for (const passage of passages) gathered.made.push({ ...passage, conversation, personId, teamId })
  const known = gathered.ordinary.get(personId) ?? { words: 0, durationMs: 0 }
  gathered.ordinary.set(personId, {
    words: known.words + ordinary.words,
    durationMs: known.durationMs + ordinary.durationMs,
  })
}

function takeQuestions(
  gathered: Gathered,
  conversation: number,
  { personId, teamId, queue }: GatheredConversation,
  turns: readonly WordedTurn[],
  answers: readonly PatternAnswer[],
  questions: readonly QuestionMatcher[],
): void {
  const whose = { conversation, personId, teamId, stratum: queue ?? '' }
  for (const { questionKey, said, segment } of answers)
    gathered.asked.push({
      ...whose,
      questionId: questionKey,
      said: said === null ? null : said === 1,
      segment,
    })
  // where the rules could say nothing at all (language, speakers, too short, cut off), nothing is said here
  const isFit = answers.some(({ said }) => said !== null)
  for (const question of questions) {
    const found = isFit ? asked(turns, question) : null
    gathered.asked.push({
      ...whose,
      questionId: question.id,
      said: found?.said ?? null,
      segment: found?.segment ?? null,
    })
  }
}

function takeWords(
  gathered: Gathered,
  conversation: number,
  { personId, stratumId, handleMs, isResolved, csat }: GatheredConversation,
  turns: readonly WordedTurn[],
): void {
  if (personId === null || handleMs === null || handleMs <= 0) return
  const own = turns
    .filter(({ speaker, tokens }) => speaker === 'agent' && tokens.length > 0)
    .map(({ segment, tokens }) => ({ segment, words: tokens.map(({ word }) => word) }))
  if (own.length === 0) return
  const agentWords = own.reduce((sum, { words }) => sum + words.length, 0)
  gathered.phraseBook.add(own)
  gathered.contacts.push({ stratumId, personId, handleMs, agentWords, isResolved, csat })
  gathered.places.push(conversation)
}
