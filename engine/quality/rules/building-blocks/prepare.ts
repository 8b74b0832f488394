import { customerSentiment, measureConversation } from '../../../interactions/measures/index.ts'
import type { ConversationMeasures, CustomerSentiment } from '../../../interactions/measures/index.ts'
import { isUnheard, whyCutOff, whyNoLeave, whyStartMissing } from '../missing-parts.ts'
import type { RuleConversation } from '../rule-conversation.ts'
import { starterScorecard } from '../scorecard.ts'
import { turnsOf } from '../turns.ts'
import { baseLanguage, looksEnglish, whyUnreadable } from '../unfit.ts'
import type { Reason } from '../unfit.ts'
import { createWordBook } from './word-book.ts'
import type { WordBook } from './word-book.ts'

export type BlockConversation = RuleConversation & {
  /** As read before; worked out from the segments' times where left out and asked for. */
  measures?: ConversationMeasures
  sentiment?: CustomerSentiment
  /** Facts of the contact by their metric's id, in its stored unit; null or left out where unknown. */
  facts?: Readonly<Record<string, number | null>>
}

export type PreparedTurn = {
  readonly speaker: string
  readonly segmentIndexes: readonly number[]
  /** Words of each of these segments. */
  readonly segmentWords: readonly number[]
  /** Places of its words among all words of the conversation, end exclusive. */
  readonly from: number
  readonly to: number
}

/** A conversation taken apart once, to be asked by many rules or by one while it is edited. */
export type PreparedConversation = {
  readonly source: BlockConversation
  readonly book: WordBook
  /** Every word by its number in the book. */
  readonly words: Int32Array
  readonly turns: readonly PreparedTurn[]
  /** Turns by who speaks, as places in `turns`. */
  readonly turnsBy: Readonly<Record<'agent' | 'customer' | 'anyone', readonly number[]>>
  /** What was not understood: whose it was and before which word it stands. */
  readonly unheard: readonly { speaker: string; at: number }[]
  readonly language: string | undefined
  readonly looksEnglish: boolean | null
  /** Why nothing can be said of what was said; parts that the transcript does not cover. */
  readonly unreadable: Reason | undefined
  readonly missing: {
    readonly start: Reason | undefined
    readonly end: Reason | undefined
    readonly leave: Reason | undefined
  }
  readonly agentWords: number
  readonly hasProbabilities: boolean
  /** Worked out when first asked for. */
  measures(): ConversationMeasures
  sentiment(): CustomerSentiment
}

/** Prepares a conversation; those that are searched together share a book. */
export function prepareConversation(
  source: BlockConversation,
  book: WordBook = createWordBook(),
): PreparedConversation {
  const { segments } = source
  const list = turnsOf(segments)
  const words = new Int32Array(list.words)
  const turns = list.turns.map((turn): PreparedTurn => {
    const counts = new Map<number, number>()
    let at = turn.wordsBefore
    for (const token of turn.tokens) {
      words[at++] = book.idOf(token.word)
      counts.set(token.segmentIndex, (counts.get(token.segmentIndex) ?? 0) + 1)
    }
    return {
      speaker: turn.speaker,
      // a copy takes less: what grew by one has room for many
      segmentIndexes: [...turn.segmentIndexes],
      segmentWords: turn.segmentIndexes.map((index) => counts.get(index) ?? 0),
      from: turn.wordsBefore,
      to: at,
    }
  })
  const placesOf = (speaker: string) =>
    turns.flatMap((turn, index) => (turn.speaker === speaker ? [index] : []))
  const isEnglish = looksEnglish(list)
  const isEmpty = list.turns.length === 0
  let measures = source.measures
  let sentiment = source.sentiment
  return {
    source,
    book,
    words,
    turns,
    turnsBy: {
      agent: placesOf('agent'),
      customer: placesOf('customer'),
      anyone: turns.map((_, index) => index),
    },
    unheard: unheardIn(source, turns),
    language: baseLanguage(source.languageCode),
    looksEnglish: isEnglish,
    unreadable: whyUnreadable(source, list),
    missing: {
      start: isEmpty ? undefined : whyStartMissing(source, { list }),
      end: whyCutOff(source),
      leave: isEmpty || isEnglish === false ? undefined : whyNoLeave({ list, scorecard: starterScorecard() }),
    },
    agentWords: list.wordsBySpeaker.get('agent') ?? 0,
    hasProbabilities: segments.some(({ probability }) => typeof probability === 'number'),
    measures: () => (measures ??= measureConversation(segments)),
    sentiment: () => (sentiment ??= customerSentiment(segments, source.languageCode)),
  }
}

function unheardIn(
  { segments }: BlockConversation,
  turns: readonly PreparedTurn[],
): PreparedConversation['unheard'] {
  const unheard = segments.flatMap((segment, index) => (isUnheard(segment) ? [index] : []))
  if (unheard.length === 0) return []
  const places = new Map<number, number>()
  for (const turn of turns) {
    let at = turn.from
    turn.segmentIndexes.forEach((index, nth) => {
      places.set(index, at)
      at += turn.segmentWords[nth]!
    })
  }
  const last = turns.at(-1)?.to ?? 0
  return unheard.map((index) => {
    let after = index
    while (after < segments.length && !places.has(after)) after++
    return { speaker: segments[index]!.speaker, at: places.get(after) ?? last }
  })
}
