import { countWords, isUnderstood, phraseTokens } from '../../language/index.ts'
import type { ConversationSegment, PhraseMatcher } from '../../language/index.ts'
import { spokenSegments } from './spoken-segments.ts'
import type { SpokenSegment } from './spoken-segments.ts'

/** A required statement as one agent made it once. */
export interface Passage {
  statementId: string
  segmentIndex: number
  startMs: number
  endMs: number
  words: number
  wordsPerMinute: number
  /** How long the customer speaks into it; listeners' signs ("mm-hm") do not count. */
  overlapMs: number
  quote: string
}

/** What an agent says beside the statements: words over time. */
export interface OrdinarySpeech {
  words: number
  durationMs: number
}

const FEWEST_WORDS = 6
const SHORTEST_MS = 1200
const FEWEST_ORDINARY_WORDS = 4
const SENTENCE_END = /[.?!]\s/g

export interface StatementMatcher {
  id: string
  match: PhraseMatcher
}

/**
 * The required statements in an agent's turns, with the pace of the passage and how far the customer talks into it, and the pace of
 * everything else the agent says. The passage is the sentence with the phrase by its words' own times, else the turn. What is too
 * short to have a pace (under six words or 1.2 s) is left out; without times nothing is found.
 */
export function passagesOf(
  segments: readonly ConversationSegment[],
  statements: readonly StatementMatcher[],
): { passages: Passage[]; ordinary: OrdinarySpeech } {
  const spoken = spokenSegments(segments)
  const passages: Passage[] = []
  const ordinary = { words: 0, durationMs: 0 }
  for (const own of spoken) {
    if (own.speaker !== 'agent') continue
    const segment = segments[own.index]!
    const tokens = isUnderstood(segment) ? phraseTokens(segment.text) : []
    let isOrdinary = own.words >= FEWEST_ORDINARY_WORDS
    for (const { id, match } of statements) {
      const found = match(tokens)[0]
      if (found === undefined) continue
      isOrdinary = false
      const passage = passageAround(segment, own, found)
      if (!hasPace(passage)) continue
      passages.push({
        statementId: id,
        segmentIndex: own.index,
        ...passage,
        wordsPerMinute: paceOf(passage),
        overlapMs: overlapWithCustomer(spoken, passage),
      })
    }
    if (!isOrdinary) continue
    ordinary.words += own.words
    ordinary.durationMs += own.endMs - own.startMs
  }
  return { passages, ordinary }
}

/** The sentence that a phrase stands in, or the whole turn where its words have no times of their own. */
export type TimedPassage = Pick<Passage, 'startMs' | 'endMs' | 'words' | 'quote'>

/** Whether a passage is long enough to have a pace. */
export function hasPace({ words, startMs, endMs }: TimedPassage): boolean {
  return words >= FEWEST_WORDS && endMs - startMs >= SHORTEST_MS
}

/** Words a minute. */
export function paceOf({ words, startMs, endMs }: TimedPassage): number {
  return (words / (endMs - startMs)) * 60_000
}

/** The passage around the characters found in a segment, with its times. */
export function passageAround(
  segment: ConversationSegment,
  own: SpokenSegment,
  found: { start: number; end: number },
): TimedPassage {
  const whole = { startMs: own.startMs, endMs: own.endMs, words: own.words, quote: segment.text }
  if (segment.words === undefined || segment.words.length === 0) return whole
  const [from, to] = sentenceAround(segment.text, found)
  let [at, startMs, endMs] = [0, Number.NaN, Number.NaN]
  for (const word of segment.words) {
    const place = segment.text.indexOf(word.text, at)
    // words that are not those of the text (it was corrected, or redacted) have no place in it
    if (place < 0) return whole
    at = place + word.text.length
    if (place < from || place >= to) continue
    if (Number.isNaN(startMs)) startMs = word.startMs
    endMs = word.endMs
  }
  if (!(endMs > startMs)) return whole
  const quote = segment.text.slice(from, to).trim()
  return { startMs, endMs, words: countWords(quote), quote }
}

function sentenceAround(text: string, { start, end }: { start: number; end: number }): [number, number] {
  let from = 0
  let to = text.length
  for (const match of text.matchAll(SENTENCE_END)) {
    const after = match.index + match[0].length
    if (after <= start) from = after
    else if (match.index >= end - 1) {
      to = match.index + 1
      break
    }
  }
  return [from, to]
}

/** How long the customer speaks into it, in milliseconds, listeners' signs apart. */
export function overlapWithCustomer(
  spoken: readonly SpokenSegment[],
  { startMs, endMs }: { startMs: number; endMs: number },
): number {
  let overlapMs = 0
  for (const other of spoken)
    if (other.speaker === 'customer' && !other.isBackchannel)
      overlapMs += Math.max(0, Math.min(endMs, other.endMs) - Math.max(startMs, other.startMs))
  return Math.min(overlapMs, endMs - startMs)
}
