import { compilePhrases, phraseTokens } from '../../language/index.ts'
import type { ConversationSegment } from '../../language/index.ts'
import type { TimeSpan } from './spans.ts'
import type { SpokenSegment } from './spoken-segments.ts'

export type Hold = TimeSpan & {
  /** The segment that announces it, and who says so; null where it is known from its music alone. */
  segmentIndex: number | null
  by: string | null
}

const announces = compilePhrases(
  [
    '(put|place|putting|placing|pop) you on [a] [..2] hold',
    '(please|can you|could you|would you|if you could|just) hold [..1] (on|for|the line|please|one|a|while)',
    'hold on',
    '(one|just a|just one|give me [just] [a|one]) [..1] (moment|second|minute|sec|couple)',
    'bear with me',
    'hang (on|tight)',
    'brief hold',
    'stay on the line',
    'i will be right back',
    '(let me|i will|i need to) [..3] (check|look|pull|see|find|speak with|ask) [..6] (moment|second|minute|hold)',
  ].map((pattern) => ({ id: 'hold', pattern })),
)

/**
 * Holds that were announced: the agent says so ("let me put you on a brief hold") and then nobody speaks for longer than
 * `holdMs`. A listener's sign of the customer ("okay") right after the announcement still belongs to it.
 */
export function statedHolds(
  segments: readonly ConversationSegment[],
  spoken: readonly SpokenSegment[],
  holdMs: number,
): Hold[] {
  const holds: Hold[] = []
  spoken.forEach((segment, at) => {
    if (segment.speaker !== 'agent' || announces(phraseTokens(segments[segment.index]!.text)).length === 0)
      return
    let startMs = segment.endMs
    for (let next = at + 1; next < spoken.length; next++) {
      const after = spoken[next]!
      if (after.startMs - startMs > holdMs) {
        const before = holds.at(-1)
        if (before === undefined || before.startMs !== startMs)
          holds.push({ startMs, endMs: after.startMs, segmentIndex: segment.index, by: segment.speaker })
        return
      }
      if (!after.isBackchannel && !(after.speaker !== 'agent' && after.words <= 4)) return
      startMs = Math.max(startMs, after.endMs)
    }
  })
  return holds
}
