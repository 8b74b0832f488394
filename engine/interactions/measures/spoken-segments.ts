import { countWords, isUnderstood, phraseTokens } from '../../language/index.ts'
import type { ConversationSegment } from '../../language/index.ts'
import type { TimeSpan } from './spans.ts'

/** A stretch in which somebody has the floor or tries to. */
export type SpokenTurn = TimeSpan & {
  /** Index of its segment as given; null where no text belongs to it. */
  index: number | null
  speaker: string
  /** A listener's sign that takes no floor: "mm-hm", "okay", "yeah right". */
  isBackchannel: boolean
}

/** A segment with times in which somebody says something. */
export type SpokenSegment = SpokenTurn & { index: number; words: number }

const listening = new Set(
  `yeah yes yep yup okay ok kay right mhm mm hmm hm uh huh um mmhm uhhuh sure alright ah oh i see got it no great good perfect
   exactly correct cool wow really thanks thank you`.split(/\s+/),
)
const longestBackchannel = 3

/** The spoken segments in order of time: with times, with words, understood; noise marks alone are nobody's speech. */
export function spokenSegments(segments: readonly ConversationSegment[]): SpokenSegment[] {
  const spoken: SpokenSegment[] = []
  segments.forEach((segment, index) => {
    const { startMs, endMs, text, speaker } = segment
    if (startMs === null || endMs === null || endMs <= startMs || !isUnderstood(segment)) return
    const words = countWords(text)
    if (words === 0 && phraseTokens(text).length === 0) return
    spoken.push({
      index,
      startMs,
      endMs,
      speaker,
      words,
      isBackchannel: words > 0 && isListening(text, words),
    })
  })
  return spoken.sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs || a.index - b.index)
}

function isListening(text: string, words: number): boolean {
  if (words > longestBackchannel) return false
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => listening.has(word))
}
