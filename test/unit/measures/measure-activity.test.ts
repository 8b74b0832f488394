import { describe, expect, it } from 'vitest'
import { measureActivity, measureConversation } from '../../../engine/interactions/measures/index.ts'
import type { TimeSpan } from '../../../engine/interactions/measures/index.ts'
import type { ConversationSegment } from '../../../engine/language/index.ts'

const spans = (...pairs: [number, number][]): TimeSpan[] =>
  pairs.map(([startMs, endMs]) => ({ startMs, endMs }))

const said = (speaker: string, startMs: number, endMs: number, text: string): ConversationSegment => ({
  speaker,
  startMs,
  endMs,
  text,
})

// Worked out by hand. One minute from the first word (2 000) to the last (62 000).
//   agent     2 000- 4 000, 4 400- 6 000   one turn: the pause is 400 ms
//   customer  7 000-17 000
//   agent    15 000-21 000   begins 8 s into the customer's turn, 2 s together, goes on: an interruption
//   customer 16 000-16 400 is inside its own turn above
//   customer 21 500-25 000
//   agent    25 500-27 000   then music until 37 000: a hold of 10.6 s, from 27 000 to 37 600
//   agent    37 600-41 000
//   customer 46 000-51 000   silence of 5 s from 41 000
//   agent    47 000-47 500   under 800 ms: a listener's sign
//   agent    52 000-62 000
const activity = {
  agent: spans(
    [2000, 4000],
    [4400, 6000],
    [15_000, 21_000],
    [25_500, 27_000],
    [37_600, 41_000],
    [47_000, 47_500],
    [52_000, 62_000],
  ),
  customer: spans([7000, 17_000], [21_500, 25_000], [46_000, 51_000]),
  music: spans([27_200, 31_000], [32_000, 37_000]),
}

describe('the measures of channel activity', () => {
  it('are those worked out by hand', () => {
    // agent 2 000 + 1 600 + 6 000 + 1 500 + 3 400 + 500 + 10 000 = 25 000; customer 10 000 + 3 500 + 5 000 = 18 500
    expect(measureActivity(activity)).toEqual({
      basis: 'channel-activity',
      durationMs: 60_000,
      speakers: [
        // answers after 0 (overlapping), 500 and 1 000 ms; the customer's after 1 000, 500 and 5 000
        {
          speaker: 'agent',
          talkMs: 25_000,
          talkShare: 25_000 / 43_500,
          wordsPerMinute: null,
          responseLatencyMs: 500,
        },
        {
          speaker: 'customer',
          talkMs: 18_500,
          talkShare: 18_500 / 43_500,
          wordsPerMinute: null,
          responseLatencyMs: 1000,
        },
      ],
      agentTalkShare: 25_000 / 43_500,
      longestMonologue: { speaker: 'customer', startMs: 7000, endMs: 17_000 },
      longestMonologueMs: 10_000,
      silences: spans([41_000, 46_000]),
      silenceShare: 5000 / 60_000,
      longestSilence: { startMs: 41_000, endMs: 46_000 },
      overtalks: spans([15_000, 17_000]),
      overtalkShare: 2000 / 60_000,
      overtalksPerMinute: 1,
      interruptions: [
        { by: 'agent', interrupted: 'customer', segmentIndex: null, startMs: 15_000, endMs: 17_000 },
      ],
      interruptionsPerMinute: 1,
      agentInterruptionsPerMinute: 1,
      holds: [{ startMs: 27_000, endMs: 37_600, segmentIndex: null, by: null }],
      holdMs: 10_600,
      pace: [],
    })
  })

  it('change sides when the sides do', () => {
    const measures = measureActivity(activity)
    const swapped = measureActivity({ ...activity, agent: activity.customer, customer: activity.agent })
    const named = (speaker: string) => (speaker === 'agent' ? 'customer' : 'agent')
    expect(swapped.agentTalkShare).toBeCloseTo(1 - measures.agentTalkShare!)
    expect(swapped.agentInterruptionsPerMinute).toBe(0)
    expect(swapped.interruptions).toEqual(
      measures.interruptions.map((one) => ({
        ...one,
        by: named(one.by),
        interrupted: named(one.interrupted),
      })),
    )
    expect([swapped.silences, swapped.overtalks, swapped.holds]).toEqual([
      measures.silences,
      measures.overtalks,
      measures.holds,
    ])
  })

  it('take pace from the words over the time really spoken, and name the segment that interrupts', () => {
    const segments = [
      said('agent', 1900, 6100, 'thank you for calling harbour bank my name is ana hello'),
      said('customer', 7000, 17_000, 'i was charged twice'),
      said('agent', 15_100, 21_000, 'let me look at that for you right now'),
      said('customer', 58_000, 60_000, 'these are words over silence'),
    ]
    const measures = measureActivity(activity, segments)
    expect(measures.pace).toEqual([
      // eleven words in 3.6 s of speech, not in the 4.2 s of the segment
      { segmentIndex: 0, wordsPerMinute: (11 / 3600) * 60_000 },
      { segmentIndex: 1, wordsPerMinute: 24 },
      { segmentIndex: 2, wordsPerMinute: (9 / 5900) * 60_000 },
    ])
    expect(measures.speakers.map(({ wordsPerMinute }) => wordsPerMinute)).toEqual([(20 / 9500) * 60_000, 24])
    expect(measures.interruptions[0]!.segmentIndex).toBe(2)
  })

  it('know a hold that was announced, without music, and not one before the call began', () => {
    const quiet = {
      agent: spans([10_000, 14_000], [24_000, 26_000]),
      customer: spans([15_000, 16_000], [28_000, 30_000]),
      music: spans([0, 9000]),
    }
    const segments = [
      said('agent', 10_000, 14_000, 'let me put you on a brief hold'),
      said('customer', 15_000, 16_000, 'okay'),
      said('agent', 24_000, 26_000, 'thank you for holding'),
    ]
    expect(measureActivity(quiet).silences).toEqual(spans([16_000, 24_000]))
    const measures = measureActivity(quiet, segments)
    expect(measures.silences).toEqual([])
    expect(measures.holds).toEqual([{ startMs: 16_000, endMs: 24_000, segmentIndex: 0, by: 'agent' }])
  })

  it('are silence and holds alone where it is unknown who speaks', () => {
    const anyone = [...activity.agent, ...activity.customer]
    expect(measureActivity({ anyone, music: activity.music })).toEqual({
      basis: 'channel-activity',
      durationMs: 60_000,
      speakers: [],
      agentTalkShare: null,
      longestMonologue: null,
      longestMonologueMs: null,
      silences: spans([41_000, 46_000]),
      silenceShare: 5000 / 60_000,
      longestSilence: { startMs: 41_000, endMs: 46_000 },
      overtalks: [],
      overtalkShare: null,
      overtalksPerMinute: null,
      interruptions: [],
      interruptionsPerMinute: null,
      agentInterruptionsPerMinute: null,
      holds: [{ startMs: 27_000, endMs: 37_600, segmentIndex: null, by: null }],
      holdMs: 10_600,
      pace: [],
    })
  })

  it('are undefined where nobody speaks, and know no talk share of one side alone', () => {
    const nobody = measureActivity({ agent: [], customer: [], music: spans([0, 60_000]) })
    expect(nobody).toEqual({ ...measureConversation([]), basis: 'channel-activity' })
    const alone = measureActivity({ agent: spans([0, 60_000]), customer: [], music: [] })
    expect([alone.agentTalkShare, alone.overtalkShare, alone.interruptionsPerMinute]).toEqual([
      null,
      null,
      null,
    ])
  })
})
