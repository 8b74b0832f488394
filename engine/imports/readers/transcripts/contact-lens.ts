import type { FileNameHints } from '../file-name-hints.ts'
import type { ParsedTranscript, TranscriptParticipant, TranscriptSegment, TranscriptWord } from '../types.ts'
import { buildTranscript, segment, share } from './build-transcript.ts'
import { at, facts, instantMs, listAt, numberAt, textAt } from './json-fields.ts'
import { roleOf } from './roles.ts'

/**
 * Amazon Connect Contact Lens (voice and chat) and AWS Transcribe Call Analytics, which share their shape:
 * turns in Transcript[], milliseconds, measures in ConversationCharacteristics.
 * @returns null for anything else.
 */
export function readContactLens(value: unknown, hints: FileNameHints): ParsedTranscript | null {
  const turns = listAt(value, 'Transcript')
  const isTurn = (turn: unknown): boolean =>
    textAt(turn, 'Content') !== null ||
    (textAt(turn, 'ParticipantId') ?? textAt(turn, 'ParticipantRole')) !== null
  if (turns.length === 0 || !turns.every(isTurn)) return null
  const participants = participantsOf(value)
  const starts = turns.map((turn) => instantMs(at(turn, 'AbsoluteTime')) ?? instantMs(at(turn, 'Time')))
  const chatStartMs = starts.find((start) => start !== null) ?? null
  const isCallAnalytics =
    at(value, 'JobName') !== undefined || at(value, 'Transcript', 0, 'ParticipantRole') !== undefined
  const spoken = turns
    .map((turn, index) => ({ turn, startMs: startOf(turn, starts[index] ?? null, chatStartMs), index }))
    .toSorted((one, other) => (one.startMs ?? 0) - (other.startMs ?? 0) || one.index - other.index)
    .filter(({ turn }) => textAt(turn, 'Content') !== null)
  const isChat =
    textAt(value, 'Channel') === 'CHAT' ||
    (chatStartMs !== null && numberAt(turns[0], 'BeginOffsetMillis') === null)
  const segments = spoken.map(({ turn, startMs }) => turnSegment(turn, startMs, participants))
  for (const { turn } of spoken) nameFromTurn(turn, participants)
  return buildTranscript(
    {
      vendor: isCallAnalytics && !isChat ? 'AWS Transcribe Call Analytics' : 'Amazon Connect Contact Lens',
      externalId: textAt(value, 'JobName'),
      contactRef: textAt(value, 'CustomerMetadata', 'ContactId') ?? textAt(value, 'ContactId'),
      startedAtMs: chatStartMs,
      languageCode: textAt(value, 'LanguageCode'),
      durationMs: numberAt(value, 'ConversationCharacteristics', 'TotalConversationDurationMillis'),
      channelKind: isChat ? 'chat' : 'voice',
      participants: participants.filter(({ label }) =>
        segments.some(({ speakerLabel }) => speakerLabel === label),
      ),
      segments,
      vendorFacts: measures(
        value,
        spoken.map(({ turn }) => textAt(turn, 'Sentiment')),
      ),
    },
    hints,
  )
}

function participantsOf(value: unknown): TranscriptParticipant[] {
  return listAt(value, 'Participants').flatMap((participant) => {
    const id = textAt(participant, 'ParticipantId')
    const role = textAt(participant, 'ParticipantRole')
    const label = id ?? role
    if (label === null) return []
    return [{ label, role: roleOf(role ?? label), ...(id === null || id === role ? {} : { externalId: id }) }]
  })
}

function turnSegment(
  turn: unknown,
  startMs: number | null,
  participants: TranscriptParticipant[],
): TranscriptSegment {
  const role = textAt(turn, 'ParticipantRole')
  const label = textAt(turn, 'ParticipantId') ?? role
  let known = participants.find((participant) => participant.label === label)
  if (known === undefined && label !== null) {
    known = { label, role: roleOf(role ?? label) }
    participants.push(known)
  }
  return segment({
    speakerLabel: label,
    role: role === null ? (known?.role ?? 'unknown') : roleOf(role),
    startMs,
    endMs: numberAt(turn, 'EndOffsetMillis'),
    text: textAt(turn, 'Content') ?? '',
    words: words(turn),
  })
}

function nameFromTurn(turn: unknown, participants: TranscriptParticipant[]): void {
  const name = textAt(turn, 'DisplayName')
  const label = textAt(turn, 'ParticipantId') ?? textAt(turn, 'ParticipantRole')
  const known = participants.find((participant) => participant.label === label)
  if (name !== null && known !== undefined && roleOf(name) === 'unknown') known.name = name
}

function startOf(turn: unknown, instant: number | null, chatStartMs: number | null): number | null {
  const offset = numberAt(turn, 'BeginOffsetMillis')
  return offset ?? (instant === null || chatStartMs === null ? null : instant - chatStartMs)
}

/** Punctuation comes as an item of its own and belongs to the word before it. */
function words(turn: unknown): TranscriptWord[] {
  const found: TranscriptWord[] = []
  for (const item of listAt(turn, 'Items')) {
    const text = textAt(item, 'Content')
    const last = found.at(-1)
    if (text === null) continue
    if (textAt(item, 'Type') === 'punctuation') {
      if (last !== undefined) last.text += text
      continue
    }
    found.push({
      text,
      startMs: numberAt(item, 'BeginOffsetMillis'),
      endMs: numberAt(item, 'EndOffsetMillis'),
      confidence: share(numberAt(item, 'Confidence')),
    })
  }
  return found
}

function measures(value: unknown, segmentSentiments: (string | null)[]): Record<string, unknown> {
  const measured = at(value, 'ConversationCharacteristics')
  const hasSentiments = segmentSentiments.some((sentiment) => sentiment !== null)
  return facts({
    categories: at(value, 'Categories', 'MatchedCategories'),
    categoryDetails: at(value, 'Categories', 'MatchedDetails'),
    overallSentiment: at(measured, 'Sentiment', 'OverallSentiment'),
    sentimentByPeriod: at(measured, 'Sentiment', 'SentimentByPeriod'),
    segmentSentiments: hasSentiments ? segmentSentiments : undefined,
    interruptionCount: numberAt(measured, 'Interruptions', 'TotalCount'),
    interruptionTimeMs: numberAt(measured, 'Interruptions', 'TotalTimeMillis'),
    interruptionsBy: at(measured, 'Interruptions', 'InterruptionsByInterrupter'),
    nonTalkTimeMs: numberAt(measured, 'NonTalkTime', 'TotalTimeMillis'),
    nonTalkInstances: at(measured, 'NonTalkTime', 'Instances'),
    talkTimeMs: numberAt(measured, 'TalkTime', 'TotalTimeMillis'),
    talkTimeByRole: at(measured, 'TalkTime', 'DetailsByParticipant'),
    talkSpeedByRole: at(measured, 'TalkSpeed', 'DetailsByParticipant'),
    contactSummary: at(measured, 'ContactSummary'),
    isRedacted: textAt(value, 'ContentMetadata', 'Output') === 'Redacted',
  })
}
