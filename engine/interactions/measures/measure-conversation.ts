import type { ConversationSegment } from '../../language/index.ts'
import { speechBySpeaker } from './floor.ts'
import { statedHolds } from './holds.ts'
import { segmentPaces, speakerPace } from './pace.ts'
import { joinSpans } from './spans.ts'
import { spokenSegments } from './spoken-segments.ts'
import { usualThresholds } from './thresholds.ts'
import type { MeasureThresholds } from './thresholds.ts'
import { timingMeasures } from './timing-measures.ts'
import type { ConversationMeasures } from './timing-measures.ts'

/**
 * Conversation measures from transcript timing, where there is no audio. Segments without times, without words or not understood
 * are left out; with fewer than one timed segment everything is null.
 */
export function measureConversation(
  segments: readonly ConversationSegment[],
  thresholds: MeasureThresholds = usualThresholds,
): ConversationMeasures {
  const spoken = spokenSegments(segments)
  const paced = spoken.map((segment) => ({ ...segment, speechMs: segment.endMs - segment.startMs }))
  return timingMeasures(
    {
      basis: 'text-timing',
      speech: joinSpans(spoken),
      bySpeaker: speechBySpeaker(spoken),
      turns: spoken,
      holds: statedHolds(segments, spoken, thresholds.holdMs),
      wordsPerMinute: (speaker) => speakerPace(paced, speaker),
      pace: segmentPaces(paced),
    },
    thresholds,
  )
}
