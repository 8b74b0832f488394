import { keptMark } from '../interactions/index.ts'
import type { ConversationActivity, ConversationMeasures } from '../interactions/measures/index.ts'
import { formatSeconds } from '../../shared/domain/format.ts'
import { readConversation, type ReadConversation, type RuleConversation } from '../quality/index.ts'
import type { ReadingResult, StoredMark, StoredSegment, UnreadTranscript } from './reading.store.ts'

/** Raised when rules, measures or sentiment change: every conversation is then read anew. */
export const READING_VERSION = 5

/** Channels in which people write, however the source spells them. */
const WRITTEN_CHANNEL = /chat|messag|mail|sms|text|whatsapp/i

/** Whether people wrote to each other. */
export function isWritten({ channel, contactChannel }: UnreadTranscript): boolean {
  return [channel, contactChannel].some((one) => one !== null && WRITTEN_CHANNEL.test(one))
}

/** A stored conversation as rules and models read it. */
export function conversationOf(
  transcript: UnreadTranscript,
  segments: readonly StoredSegment[],
): RuleConversation {
  const isTimed = !isWritten(transcript)
  return {
    segments: segments.map((segment) => ({
      speaker:
        segment.role === 'agent' || segment.role === 'customer' ? segment.role : segment.speaker || 'unknown',
      // messages of a chat have a time but no length: nobody is silent or interrupts there
      startMs: isTimed ? segment.startMs : null,
      endMs: isTimed ? segment.endMs : null,
      text: segment.text,
      probability: segment.confidence,
    })),
    languageCode: transcript.language,
    durationMs: transcript.durationMs,
    // our own JSON, of the statement that read it
    agentNames: JSON.parse(transcript.agentNames) as string[],
  }
}

/** Reads one stored conversation: sentiment, measures, marks to draw, and the automated answers. */
export function readTranscript(
  transcript: UnreadTranscript,
  segments: readonly StoredSegment[],
  activity: ConversationActivity | null = null,
): { reading: ReadingResult; answers: ReadConversation['answers'] } {
  const read = readConversation({
    ...conversationOf(transcript, segments),
    activity: isWritten(transcript) ? null : activity,
  })
  const { sentiment, measures } = read
  const isScored = sentiment.state === 'available'
  return {
    answers: read.answers,
    reading: {
      sentiment: isScored
        ? sentiment.segments.map(({ segmentIndex, compound }) => ({ position: segmentIndex, compound }))
        : [],
      measures: [
        ...timingMeasures(measures),
        ...(isScored
          ? [
              { metricId: 'customer_sentiment_end', value: sentiment.lastThird, basis: 'text' },
              { metricId: 'customer_sentiment_shift', value: sentiment.shift, basis: 'text' },
            ]
          : []),
      ],
      marks: marksOf(measures, sentiment, segments),
    },
  }
}

function timingMeasures(measures: ConversationMeasures): ReadingResult['measures'] {
  const agent = measures.speakers.find((speaker) => speaker.speaker === 'agent')
  const values: Record<string, number | null> = {
    silence_share: measures.silenceShare,
    overtalk_share: measures.overtalkShare,
    interruptions_per_minute: measures.agentInterruptionsPerMinute,
    talk_share: measures.agentTalkShare,
    speech_rate: agent?.wordsPerMinute ?? null,
  }
  return Object.entries(values).map(([metricId, value]) => ({ metricId, value, basis: measures.basis }))
}

function marksOf(
  measures: ConversationMeasures,
  sentiment: ReadConversation['sentiment'],
  segments: readonly StoredSegment[],
): StoredMark[] {
  const around = (startMs: number, endMs: number) => {
    const before = segments.findLastIndex((segment) => segment.startMs !== null && segment.startMs <= startMs)
    const after = segments.findIndex((segment) => segment.startMs !== null && segment.startMs >= endMs - 1)
    const first = Math.max(0, before)
    return {
      firstSegment: first,
      lastSegment: after < 0 ? first : Math.max(first, Math.min(after, first + 3)),
    }
  }
  const span = (
    kind: 'silence' | 'overtalk' | 'hold',
    { startMs, endMs }: { startMs: number; endMs: number },
  ): StoredMark => ({
    kind,
    label: keptMark(kind, formatSeconds((endMs - startMs) / 1000)),
    startMs: Math.round(startMs),
    endMs: Math.round(endMs),
    ...around(startMs, endMs),
  })
  const marks: StoredMark[] = [
    ...measures.silences.map((silence) => span('silence', silence)),
    ...measures.overtalks.map((overtalk) => span('overtalk', overtalk)),
    ...measures.holds.map((hold) => span('hold', hold)),
    ...measures.interruptions
      .filter((interruption) => interruption.by === 'agent')
      .map((interruption) => ({
        kind: 'interruption',
        label: keptMark('interruption'),
        startMs: Math.round(interruption.startMs),
        endMs: Math.round(interruption.endMs),
        ...(interruption.segmentIndex === null
          ? around(interruption.startMs, interruption.endMs)
          : {
              firstSegment: Math.max(0, interruption.segmentIndex - 1),
              lastSegment: interruption.segmentIndex,
            }),
      })),
  ]
  if (sentiment.state === 'available' && sentiment.lowest.compound < 0) {
    const { segmentIndex, startMs } = sentiment.lowest
    marks.push({
      kind: 'lowest-point',
      label: keptMark('lowest-point'),
      firstSegment: segmentIndex,
      lastSegment: segmentIndex,
      startMs,
      endMs: segments[segmentIndex]?.endMs ?? null,
    })
  }
  return marks
}
