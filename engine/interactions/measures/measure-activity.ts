import type { ConversationSegment } from '../../language/index.ts'
import { statedHolds } from './holds.ts'
import type { Hold } from './holds.ts'
import { segmentPaces, speakerPace } from './pace.ts'
import { bridgeGaps, gapsBetween, joinSpans, sharedMs } from './spans.ts'
import type { TimeSpan } from './spans.ts'
import { spokenSegments } from './spoken-segments.ts'
import type { SpokenSegment, SpokenTurn } from './spoken-segments.ts'
import { usualThresholds } from './thresholds.ts'
import type { MeasureThresholds } from './thresholds.ts'
import { timingMeasures } from './timing-measures.ts'
import type { ConversationMeasures } from './timing-measures.ts'

/** Who is heard when: each side on a channel of its own, or one channel on which it is unknown who speaks. */
export type ConversationActivity = {
  /** Hold music, on whichever channel. */
  music: readonly TimeSpan[]
} & ({ agent: readonly TimeSpan[]; customer: readonly TimeSpan[] } | { anyone: readonly TimeSpan[] })

/**
 * Conversation measures from channel activity (methods.md 6), the same as from text timing where both are there, measured and not
 * estimated. Turns are the speech of one side with its pauses of up to `turnGapMs`; a turn under `backchannelMs` is a listener's
 * sign. Holds are silences that the agent announces in the text, or in which music plays. With segments (`agent`, `customer`),
 * pace is their words over the time their channel speaks within them. Where it is unknown who speaks, only duration, silences and
 * holds are known and everything else is null or empty.
 */
export function measureActivity(
  activity: ConversationActivity,
  segments: readonly ConversationSegment[] = [],
  thresholds: MeasureThresholds = usualThresholds,
): ConversationMeasures {
  const bySpeaker = speechOfSides(activity)
  const speech = joinSpans('anyone' in activity ? activity.anyone : [...bySpeaker.values()].flat())
  const spoken = spokenSegments(segments)
  const paced = spoken.flatMap((segment) => {
    const spans = bySpeaker.get(segment.speaker)
    return spans === undefined ? [] : [{ ...segment, speechMs: sharedMs(segment, spans) }]
  })
  return timingMeasures(
    {
      basis: 'channel-activity',
      speech,
      bySpeaker,
      turns: turnsOf(bySpeaker, spoken, thresholds),
      holds: holdsIn(
        speech,
        activity.music,
        statedHolds(segments, spoken, thresholds.holdMs),
        thresholds.holdMs,
      ),
      wordsPerMinute: (speaker) => speakerPace(paced, speaker),
      pace: segmentPaces(paced),
    },
    thresholds,
  )
}

function speechOfSides(activity: ConversationActivity): Map<string, TimeSpan[]> {
  if ('anyone' in activity) return new Map()
  const sides = [
    ['agent', joinSpans(activity.agent)],
    ['customer', joinSpans(activity.customer)],
  ] as const
  return new Map(sides.filter(([, spans]) => spans.length > 0))
}

function turnsOf(
  bySpeaker: ReadonlyMap<string, readonly TimeSpan[]>,
  spoken: readonly SpokenSegment[],
  { turnGapMs, backchannelMs }: MeasureThresholds,
): SpokenTurn[] {
  return [...bySpeaker]
    .flatMap(([speaker, spans]) => {
      const own = spoken.filter((segment) => segment.speaker === speaker)
      return bridgeGaps(spans, turnGapMs).map((span) => ({
        ...span,
        speaker,
        index: own[nearestSegment(own, span)]?.index ?? null,
        isBackchannel: span.endMs - span.startMs < backchannelMs,
      }))
    })
    .sort((a, b) => a.startMs - b.startMs || a.endMs - b.endMs)
}

/** The place of the segment, in order of time, in which a turn begins: the last that began by then, give or take what recognition is off. */
function nearestSegment(own: readonly SpokenSegment[], turn: TimeSpan): number {
  const toleranceMs = 300
  let [low, high] = [0, own.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (own[middle]!.startMs > turn.startMs + toleranceMs) high = middle
    else low = middle + 1
  }
  const before = own[low - 1]
  return before !== undefined && before.endMs > turn.startMs
    ? low - 1
    : low < own.length && own[low]!.startMs < turn.endMs
      ? low
      : -1
}

/** Silences longer than `holdMs` in which music plays or which the agent has announced; music that is spoken over is a hold, too. */
function holdsIn(
  speech: readonly TimeSpan[],
  music: readonly TimeSpan[],
  stated: readonly Hold[],
  holdMs: number,
): Hold[] {
  if (speech.length === 0) return []
  const [from, to] = [speech[0]!.startMs, speech.at(-1)!.endMs]
  const playing = bridgeGaps(joinSpans(music), holdMs)
    .map(({ startMs, endMs }) => ({ startMs: Math.max(from, startMs), endMs: Math.min(to, endMs) }))
    .filter(({ startMs, endMs }) => endMs - startMs > holdMs)
  const known = joinSpans([...playing, ...stated])
  const waiting = gapsBetween(speech).filter(
    (gap) => gap.endMs - gap.startMs > holdMs && sharedMs(gap, known) > 0,
  )
  return joinSpans([...playing, ...waiting]).map((span) => {
    const announced = stated.find((hold) => hold.startMs < span.endMs && span.startMs < hold.endMs)
    return { ...span, segmentIndex: announced?.segmentIndex ?? null, by: announced?.by ?? null }
  })
}
