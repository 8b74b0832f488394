import { isUnderstood, phraseTokens } from '../../language/index.ts'
import type { ConversationSegment, PhraseToken } from '../../language/index.ts'

/** A normalised word with the segment it stands in. */
export type TurnToken = PhraseToken & { readonly segmentIndex: number }

/** Everything one speaker says until another speaks. */
export type Turn = {
  readonly speaker: string
  readonly segmentIndexes: readonly number[]
  readonly tokens: readonly TurnToken[]
  /** Words of the whole conversation before this turn. */
  readonly wordsBefore: number
}

export type TurnList = {
  readonly turns: readonly Turn[]
  readonly words: number
  readonly wordsBySpeaker: ReadonlyMap<string, number>
}

/** Turns of a conversation in order of time; what recognition did not understand, and noise, makes no turn. */
export function turnsOf(segments: readonly ConversationSegment[]): TurnList {
  const turns: (Omit<Turn, 'tokens' | 'segmentIndexes'> & {
    tokens: TurnToken[]
    segmentIndexes: number[]
  })[] = []
  const wordsBySpeaker = new Map<string, number>()
  let words = 0
  for (const index of inOrder(segments)) {
    const segment = segments[index]!
    if (!isUnderstood(segment)) continue
    const tokens = phraseTokens(segment.text)
    if (tokens.length === 0) continue
    let turn = turns.at(-1)
    if (turn === undefined || turn.speaker !== segment.speaker) {
      turn = { speaker: segment.speaker, segmentIndexes: [], tokens: [], wordsBefore: words }
      turns.push(turn)
    }
    turn.segmentIndexes.push(index)
    for (const token of tokens) turn.tokens.push({ ...token, segmentIndex: index })
    words += tokens.length
    wordsBySpeaker.set(segment.speaker, (wordsBySpeaker.get(segment.speaker) ?? 0) + tokens.length)
  }
  return { turns, words, wordsBySpeaker }
}

function inOrder(segments: readonly ConversationSegment[]): number[] {
  const indexes = segments.map((_, index) => index)
  if (segments.some((segment) => segment.startMs === null)) return indexes
  return indexes.sort((a, b) => segments[a]!.startMs! - segments[b]!.startMs! || a - b)
}
