import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  customerSentiment,
  measureConversation,
  usualThresholds,
} from '../../../engine/interactions/measures/index.ts'
import type { ConversationSegment } from '../../../engine/language/index.ts'

const said = (speaker: string, startMs: number, endMs: number, text: string): ConversationSegment => ({
  speaker,
  startMs,
  endMs,
  text,
})

// Worked out by hand. One minute from the first word (1 000) to the last (61 000).
//   agent     1 000- 5 000   12 words
//   customer  6 000-16 000
//   agent    14 000-20 000   begins 8 s into the customer's turn, 2 s together, goes on: an interruption
//   customer 20 500-24 000
//   agent    24 500-26 000   "let me put you on a brief hold"
//   customer 26 200-26 600   "okay"
//   agent    36 600-40 000   hold of 10 s, from 26 600
//   customer 45 000-50 000   silence of 5 s from 40 000
//   agent    46 000-46 400   "mm-hm": a listener's sign
//   agent    51 000-61 000
const worked = [
  said('agent', 1000, 5000, 'thank you for calling harbour bank this is ana how are you'),
  said(
    'customer',
    6000,
    16_000,
    'i have been trying to reach you for days and nobody calls me back about my card',
  ),
  said('agent', 14_000, 20_000, 'let me look at that for you right now please'),
  said('customer', 20_500, 24_000, 'fine but i do not have all day'),
  said('agent', 24_500, 26_000, 'let me put you on a brief hold'),
  said('customer', 26_200, 26_600, 'okay'),
  said('agent', 36_600, 40_000, 'thank you for holding the card was blocked'),
  said('customer', 45_000, 50_000, 'that is great thank you so much'),
  said('agent', 46_000, 46_400, 'mm-hm'),
  said('agent', 51_000, 61_000, 'is there anything else i can help you with today have a great day'),
]

describe('the measures of a conversation', () => {
  const measures = measureConversation(worked)

  it('are those worked out by hand', () => {
    const { pace, speakers, ...rest } = measures
    expect(rest).toEqual({
      basis: 'text-timing',
      durationMs: 60_000,
      // agent 4 000 + 6 000 + 1 500 + 3 400 + 400 + 10 000 = 25 300; customer 10 000 + 3 500 + 400 + 5 000 = 18 900
      agentTalkShare: 25_300 / 44_200,
      longestMonologue: { speaker: 'customer', startMs: 6000, endMs: 16_000 },
      longestMonologueMs: 10_000,
      silences: [{ startMs: 40_000, endMs: 45_000 }],
      silenceShare: 5000 / 60_000,
      longestSilence: { startMs: 40_000, endMs: 45_000 },
      overtalks: [{ startMs: 14_000, endMs: 16_000 }],
      overtalkShare: 2000 / 60_000,
      overtalksPerMinute: 1,
      interruptions: [
        { by: 'agent', interrupted: 'customer', segmentIndex: 2, startMs: 14_000, endMs: 16_000 },
      ],
      interruptionsPerMinute: 1,
      agentInterruptionsPerMinute: 1,
      holds: [{ startMs: 26_600, endMs: 36_600, segmentIndex: 4, by: 'agent' }],
      holdMs: 10_000,
    })
    expect(
      speakers.map(({ speaker, talkMs, responseLatencyMs }) => ({ speaker, talkMs, responseLatencyMs })),
    ).toEqual([
      // Answers after 0 (overlapping), 500 and 1 000 ms; the customer's after 1 000, 500 and 5 000.
      { speaker: 'agent', talkMs: 25_300, responseLatencyMs: 500 },
      { speaker: 'customer', talkMs: 18_900, responseLatencyMs: 1000 },
    ])
    expect(pace[0]).toEqual({ segmentIndex: 0, wordsPerMinute: 180 })
  })

  it('are undefined, not zero, where nobody has times', () => {
    const chat = [
      { speaker: 'agent', startMs: null, endMs: null, text: 'hello' },
      { speaker: 'customer', startMs: null, endMs: null, text: 'hi' },
    ]
    expect(measureConversation(chat)).toEqual({
      basis: 'text-timing',
      durationMs: null,
      speakers: [],
      agentTalkShare: null,
      longestMonologue: null,
      longestMonologueMs: null,
      silences: [],
      silenceShare: null,
      longestSilence: null,
      overtalks: [],
      overtalkShare: null,
      overtalksPerMinute: null,
      interruptions: [],
      interruptionsPerMinute: null,
      agentInterruptionsPerMinute: null,
      holds: [],
      holdMs: null,
      pace: [],
    })
  })

  it('know no overlap and no interruptions of one speaker alone', () => {
    const alone = measureConversation([
      said('unknown', 0, 60_000, 'a voice mail about nothing in particular'),
    ])
    expect([alone.overtalkShare, alone.interruptionsPerMinute, alone.agentTalkShare]).toEqual([
      null,
      null,
      null,
    ])
  })

  it('leave out noise and what recognition did not understand, and keep a placeholder as speech', () => {
    const measured = measureConversation([
      said('agent', 0, 1000, 'your number please'),
      said('customer', 2000, 4000, '[card number]'),
      said('customer', 5000, 9000, '[noise]'),
      { ...said('customer', 9000, 12_000, 'thank you for watching'), probability: 0.2 },
    ])
    expect(measured.durationMs).toBe(4000)
    expect(measured.speakers.find(({ speaker }) => speaker === 'customer')?.talkMs).toBe(2000)
  })

  it('have no interruption where the other has just begun, or where the interrupter stops first', () => {
    const justBegun = [
      said('customer', 0, 3000, 'well my bill is wrong'),
      said('agent', 500, 5000, 'how can i help you'),
    ]
    const givesIn = [
      said('customer', 0, 9000, 'well my bill is wrong and has been for months'),
      said('agent', 3000, 5000, 'could you please tell'),
    ]
    expect(measureConversation(justBegun).interruptions).toEqual([])
    expect(measureConversation(givesIn).interruptions).toEqual([])
  })
})

describe("the customer's sentiment", () => {
  it('is the mean of the segments, by thirds of the time, with the lowest moment', () => {
    const result = customerSentiment(
      [
        said('customer', 0, 10_000, 'Today SUX!'),
        said('agent', 10_000, 20_000, 'what a horrible terrible awful mess'),
        said('customer', 20_000, 30_000, 'The book was good.'),
      ],
      'en-US',
    )
    expect(result).toEqual({
      state: 'available',
      mean: (-0.5461 + 0.4404) / 2,
      firstThird: -0.5461,
      lastThird: 0.4404,
      shift: 0.4404 + 0.5461,
      lowest: { segmentIndex: 0, compound: -0.5461, startMs: 0 },
      segments: [
        { segmentIndex: 0, compound: -0.5461 },
        { segmentIndex: 2, compound: 0.4404 },
      ],
    })
  })

  it('is not available in another language or without a customer', () => {
    const words = [said('customer', 0, 1000, 'danke, sehr gut')]
    expect(customerSentiment(words, 'de-DE')).toEqual({ state: 'not-available', reason: 'language' })
    expect(customerSentiment([said('agent', 0, 1000, 'great')], 'en')).toEqual({
      state: 'not-available',
      reason: 'no-customer-speech',
    })
  })

  it('has no shift where the customer is silent in a third', () => {
    const result = customerSentiment(
      [said('customer', 0, 1000, 'good'), said('agent', 1000, 90_000, 'a long answer')],
      'en',
    )
    expect(result).toMatchObject({ firstThird: 0.4404, lastThird: null, shift: null })
  })
})

const samples = path.resolve(import.meta.dirname, '../../../../shared/samples')
const read = (file: string) => JSON.parse(readFileSync(path.join(samples, file), 'utf8'))

// Skipped where the sample files are not checked out beside the project.
describe.skipIf(!existsSync(samples))('the measures of the sample calls', () => {
  const talkMs = (segments: ConversationSegment[]) =>
    Object.fromEntries(measureConversation(segments).speakers.map((one) => [one.speaker, one.talkMs]))
  const vendorTurns = (file: string): ConversationSegment[] =>
    read(`formats-contact-center/${file}`).Transcript.map(
      (turn: Record<'ParticipantRole' | 'ParticipantId' | 'Content', string> & Record<string, number>) => ({
        speaker: (turn.ParticipantRole ?? turn.ParticipantId).toLowerCase(),
        startMs: turn['BeginOffsetMillis'],
        endMs: turn['EndOffsetMillis'],
        text: turn.Content,
      }),
    )

  it.each(['0002f70f7386445b', '0b41e7d162844d45'])(
    'have the speech time of the phone call %s exactly',
    (call) => {
      const segments = read(`conv-harper-valley/transcript/${call}.json`).map(
        (line: { speaker_role: string; offset_ms: number; duration_ms: number; human_transcript: string }) =>
          said(line.speaker_role, line.offset_ms, line.offset_ms + line.duration_ms, line.human_transcript),
      )
      const expected = read('conv-harper-valley/expected.json').computed_from_files[call].speech_ms_by_role
      expect(talkMs(segments)).toEqual(expected)
    },
  )

  it("agree with Contact Lens's talk time within 0.5% and its count of interruptions", () => {
    const turns = vendorTurns('contact_lens_voice.json')
    const talk = talkMs(turns)
    expect(Math.abs(talk['agent']! / 15_079 - 1)).toBeLessThan(0.005)
    expect(Math.abs(talk['customer']! / 13_619 - 1)).toBeLessThan(0.005)
    expect(measureConversation(turns).interruptions).toEqual([])
  })

  it('find the two interruptions that Call Analytics counts, at its threshold of overlap', () => {
    const turns = vendorTurns('transcribe_call_analytics.json')
    const { interruptions } = measureConversation(turns, { ...usualThresholds, interruptionOverlapMs: 2000 })
    expect(interruptions.map(({ by, startMs }) => [by, startMs])).toEqual([
      ['agent', 18_740],
      ['agent', 166_440],
    ])
    expect(Math.abs(talkMs(turns)['customer']! / 63_790 - 1)).toBeLessThan(0.01)
  })
})
