import type { Conversation, TimedTurn } from '../conversation/index.ts'
import { uuid } from '../people.ts'
import type { Random } from '../random.ts'
import type { SampleFile } from './table.ts'

/** Silence counts from here, as the product documents it. */
const NON_TALK_MS = 3000
const GLAD = /\b(thank|great|lovely|wonderful|perfect|brilliant|good|love|happy|welcome)\b/i
const CROSS =
  /\b(not|never|fed up|ridiculous|joke|terrible|wrong|awful|disappoint\w*|hate|stuck|gone|dead|lost)\b/i

const sentimentOf = (text: string) => {
  if (GLAD.test(text) && CROSS.test(text)) return 'MIXED'
  if (GLAD.test(text)) return 'POSITIVE'
  return CROSS.test(text) ? 'NEGATIVE' : 'NEUTRAL'
}

/** A call as Contact Lens exports it: milliseconds, roles, silences and interruptions counted by the tool. */
export function writeContactLens({ contact, timed }: Conversation, random: Random): SampleFile {
  const turnsOf = (speaker: TimedTurn['speaker']) => timed.turns.filter((turn) => turn.speaker === speaker)
  const talkMs = (turns: readonly TimedTurn[]) =>
    turns.reduce((sum, turn) => sum + turn.endMs - turn.beginMs, 0)
  const wordsPerMinute = (turns: readonly TimedTurn[]) =>
    Math.round(
      turns.reduce((sum, turn) => sum + turn.text.split(' ').length, 0) / Math.max(1, talkMs(turns) / 60_000),
    )
  const silences: { BeginOffsetMillis: number; DurationMillis: number; EndOffsetMillis: number }[] = []
  let quietFrom = 0
  for (const turn of timed.turns) {
    const length = turn.beginMs - quietFrom
    if (length >= NON_TALK_MS && quietFrom > 0) {
      silences.push({ BeginOffsetMillis: quietFrom, DurationMillis: length, EndOffsetMillis: turn.beginMs })
    }
    quietFrom = Math.max(quietFrom, turn.endMs)
  }
  const interruptions = timed.turns.flatMap((turn, index) => {
    const before = timed.turns[index - 1]
    const overlap = before && before.speaker !== turn.speaker ? before.endMs - turn.beginMs : 0
    const takesFloor = before !== undefined && turn.endMs > before.endMs
    if (overlap < 1000 || !takesFloor) return []
    return [
      {
        by: turn.speaker,
        at: { BeginOffsetMillis: turn.beginMs, DurationMillis: overlap, EndOffsetMillis: before.endMs },
      },
    ]
  })
  const byInterrupter = (speaker: TimedTurn['speaker']) =>
    interruptions.filter(({ by }) => by === speaker).map(({ at }) => at)
  const agentTurns = turnsOf('agent')
  const customerTurns = turnsOf('customer')
  const body = {
    AccountId: '318840072951',
    Categories: { MatchedCategories: [], MatchedDetails: {} },
    Channel: 'VOICE',
    ContentMetadata: { Output: 'Raw' },
    ConversationCharacteristics: {
      Interruptions: {
        InterruptionsByInterrupter: { AGENT: byInterrupter('agent'), CUSTOMER: byInterrupter('customer') },
        TotalCount: interruptions.length,
        TotalTimeMillis: interruptions.reduce((sum, { at }) => sum + at.DurationMillis, 0),
      },
      NonTalkTime: {
        Instances: silences,
        TotalTimeMillis: silences.reduce((sum, silence) => sum + silence.DurationMillis, 0),
      },
      TalkSpeed: {
        DetailsByParticipant: {
          AGENT: { AverageWordsPerMinute: wordsPerMinute(agentTurns) },
          CUSTOMER: { AverageWordsPerMinute: wordsPerMinute(customerTurns) },
        },
      },
      TalkTime: {
        DetailsByParticipant: {
          AGENT: { TotalTimeMillis: talkMs(agentTurns) },
          CUSTOMER: { TotalTimeMillis: talkMs(customerTurns) },
        },
        TotalTimeMillis: talkMs(timed.turns),
      },
      TotalConversationDurationMillis: timed.durationMs,
    },
    CustomerMetadata: { ContactId: contact.id, InstanceId: uuid(random.next) },
    CustomModels: [],
    JobStatus: 'COMPLETED',
    LanguageCode: 'en-US',
    Participants: [
      { ParticipantId: 'AGENT', ParticipantRole: 'AGENT' },
      { ParticipantId: 'CUSTOMER', ParticipantRole: 'CUSTOMER' },
    ],
    Transcript: timed.turns.map((turn) => ({
      BeginOffsetMillis: turn.beginMs,
      Content: turn.text,
      EndOffsetMillis: turn.endMs,
      Id: uuid(random.next),
      LoudnessScore: [Math.round((66 + 14 * random.next()) * 100) / 100],
      ParticipantId: turn.speaker === 'agent' ? 'AGENT' : 'CUSTOMER',
      Sentiment: sentimentOf(turn.text),
    })),
    Version: '1.1.0',
  }
  const at = new Date(contact.startedAt).toISOString().slice(0, 19).replaceAll(':', '_')
  return {
    path: `transcripts/contact-lens/${contact.id}_analysis_${at}Z.json`,
    kind: 'transcripts',
    content: `${JSON.stringify(body, null, 1)}\n`,
  }
}
