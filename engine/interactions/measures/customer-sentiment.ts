import { countWords, isUnderstood, scoreSentiment } from '../../language/index.ts'
import type { ConversationSegment } from '../../language/index.ts'

export type CustomerSentiment =
  | { state: 'not-available'; reason: 'language' | 'no-customer-speech' }
  | {
      state: 'available'
      /** VADER compound -1..1, mean over the customer's segments. */
      mean: number
      /** Means of the first and last third of the conversation; null where the customer says nothing there. */
      firstThird: number | null
      lastThird: number | null
      /** Last third minus first. */
      shift: number | null
      lowest: { segmentIndex: number; compound: number; startMs: number | null }
      segments: { segmentIndex: number; compound: number }[]
    }

/**
 * Sentiment of the customer's side from text, English only (methods.md 6). Agents get none: inferring emotions of employees is
 * prohibited in the EU (Regulation 2024/1689, article 5(1)(f)). Thirds are of the conversation's time, of its segments where it has none.
 */
export function customerSentiment(
  segments: readonly ConversationSegment[],
  languageCode: string | null,
): CustomerSentiment {
  if (languageCode !== null && !/^en([-_]|$)/i.test(languageCode))
    return { state: 'not-available', reason: 'language' }
  const scored = segments.flatMap((segment, segmentIndex) =>
    segment.speaker === 'customer' && isUnderstood(segment) && countWords(segment.text) > 0
      ? [{ segmentIndex, compound: scoreSentiment(segment.text).compound }]
      : [],
  )
  if (scored.length === 0) return { state: 'not-available', reason: 'no-customer-speech' }
  const third = thirdsOf(segments)
  const firstThird = mean(scored.filter(({ segmentIndex }) => third(segmentIndex) === 0))
  const lastThird = mean(scored.filter(({ segmentIndex }) => third(segmentIndex) === 2))
  const lowest = scored.reduce((least, one) => (one.compound < least.compound ? one : least))
  return {
    state: 'available',
    mean: mean(scored)!,
    firstThird,
    lastThird,
    shift: firstThird === null || lastThird === null ? null : lastThird - firstThird,
    lowest: { ...lowest, startMs: segments[lowest.segmentIndex]!.startMs },
    segments: scored,
  }
}

function mean(scored: readonly { compound: number }[]): number | null {
  return scored.length === 0 ? null : scored.reduce((sum, { compound }) => sum + compound, 0) / scored.length
}

/** Which third (0, 1, 2) a segment's middle lies in. */
function thirdsOf(segments: readonly ConversationSegment[]): (index: number) => number {
  const times = segments.map(({ startMs, endMs }) =>
    startMs === null || endMs === null ? null : (startMs + endMs) / 2,
  )
  if (times.includes(null)) return (index) => Math.min(2, Math.floor((index * 3) / segments.length))
  const startMs = segments.reduce((least, segment) => Math.min(least, segment.startMs!), Infinity)
  const endMs = segments.reduce((most, segment) => Math.max(most, segment.endMs!), 0)
  const lengthMs = Math.max(1, endMs - startMs)
  return (index) => Math.min(2, Math.floor(((times[index]! - startMs) * 3) / lengthMs))
}
