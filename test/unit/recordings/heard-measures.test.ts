import { describe, expect, it } from 'vitest'
import { measureActivity } from '../../../engine/interactions/measures/index.ts'
import { conversationActivity, voicesOf } from '../../../engine/recordings/activity/index.ts'
import { hear } from '../../support/hear.ts'
import { addMusic, addNoise, addVoice, silence } from '../../support/spoken-sound.ts'
import { agentSays, customerSays, twoSidedCall } from '../../support/two-sided-call.ts'

// Tolerances: edges 100 ms (30 ms lead, 50 ms hangover, the 10-ms clock), shares 0.02.
const edgeMs = 100
const share = 0.02

describe('measures of a call of which it is known who speaks when', () => {
  const known = measureActivity({ agent: agentSays, customer: customerSays, music: [] })

  it('are known', () => {
    // 57 s; agent 5 + 8 + 2.5 + 12 = 27.5 s; customer 4.5 + 5 + 5 + 0.5 + 7.5 = 22.5 s
    expect(known).toMatchObject({
      durationMs: 57_000,
      agentTalkShare: 27_500 / 50_000,
      silenceShare: 8500 / 57_000,
      overtalkShare: 3000 / 57_000,
    })
    expect(known.interruptions.map(({ by }) => by)).toEqual(['customer', 'agent'])
  })

  const kinds = [8000, 16_000].flatMap((sampleRate) =>
    [-60, -52, -45].flatMap((noiseDbfs) =>
      [false, true].map((isMuLaw) => ({ sampleRate, noiseDbfs, isMuLaw, seed: sampleRate - noiseDbfs })),
    ),
  )
  it.each(kinds)('are heard at $sampleRate Hz, noise $noiseDbfs dBFS, mu-law $isMuLaw', (kind) => {
    const heard = hear(kind.sampleRate, twoSidedCall(kind))
    const measures = measureActivity(conversationActivity(voicesOf(heard), 0))
    const within = (found: number | null, expected: number | null, tolerance: number) =>
      expect(Math.abs(found! - expected!)).toBeLessThanOrEqual(tolerance)
    within(measures.durationMs, known.durationMs, edgeMs)
    within(measures.agentTalkShare, known.agentTalkShare, share)
    within(measures.silenceShare, known.silenceShare, share)
    within(measures.overtalkShare, known.overtalkShare, share)
    within(measures.longestMonologueMs, known.longestMonologueMs, edgeMs)
    within(measures.longestSilence!.startMs, known.longestSilence!.startMs, edgeMs)
    expect(measures.silences).toHaveLength(known.silences.length)
    expect(measures.overtalks).toHaveLength(known.overtalks.length)
    expect(measures.holds).toEqual([])
    expect(measures.interruptions.map(({ by, interrupted }) => ({ by, interrupted }))).toEqual(
      known.interruptions.map(({ by, interrupted }) => ({ by, interrupted })),
    )
    measures.speakers.forEach((speaker, at) => {
      within(speaker.talkMs, known.speakers[at]!.talkMs, 5 * edgeMs)
      within(speaker.responseLatencyMs, known.speakers[at]!.responseLatencyMs, edgeMs)
    })
  })

  it('swap when the other channel is the agent', () => {
    const heard = hear(8000, twoSidedCall({ sampleRate: 8000, noiseDbfs: -52 }))
    const [first, second] = [0, 1].map((channel) =>
      measureActivity(conversationActivity(voicesOf(heard), channel)),
    )
    expect(first!.agentTalkShare! + second!.agentTalkShare!).toBeCloseTo(1)
    expect(second!.silences).toEqual(first!.silences)
    expect(second!.speakers.map(({ talkMs }) => talkMs).reverse()).toEqual(
      first!.speakers.map(({ talkMs }) => talkMs),
    )
  })
})

describe('a call with hold music', () => {
  it('has a hold where the music plays and no silence there', () => {
    const agent = silence(60_000, 8000)
    const customer = silence(60_000, 8000)
    addVoice(agent, 8000, [{ startMs: 1000, endMs: 8000 }], { pitchHz: 120, seed: 5 })
    addMusic(agent, 8000, { startMs: 10_000, endMs: 40_000 })
    addVoice(agent, 8000, [{ startMs: 41_000, endMs: 50_000 }], { pitchHz: 120, seed: 6 })
    addVoice(customer, 8000, [{ startMs: 51_000, endMs: 55_000 }], { pitchHz: 200, seed: 7 })
    for (const side of [agent, customer]) addNoise(side, -55, 8)
    const measures = measureActivity(conversationActivity(voicesOf(hear(8000, [agent, customer])), 0))
    expect(measures.silences).toEqual([])
    expect(measures.holds).toHaveLength(1)
    expect(Math.abs(measures.holds[0]!.startMs - 8000)).toBeLessThanOrEqual(edgeMs)
    expect(Math.abs(measures.holds[0]!.endMs - 41_000)).toBeLessThanOrEqual(edgeMs)
  })
})

describe('one channel', () => {
  it('gives silences and nothing of who speaks, also where two channels carry it', () => {
    const [agent, customer] = twoSidedCall({ sampleRate: 8000, noiseDbfs: -55 })
    const mixed = agent.map((x, at) => x + customer[at]!)
    for (const channels of [[mixed], [mixed, mixed.map((x) => x / 2)]]) {
      const measures = measureActivity(conversationActivity(voicesOf(hear(8000, channels)), 0))
      expect(measures.speakers).toEqual([])
      expect(measures.agentTalkShare).toBeNull()
      expect(measures.silences).toHaveLength(2)
      expect(Math.abs(measures.silenceShare! - 8500 / 57_000)).toBeLessThanOrEqual(share)
    }
  })
})
