import { describe, expect, it } from 'vitest'
import { guessAgentChannel } from '../../../engine/recordings/activity/index.ts'
import type { ActivitySpan, Heard, SoundKind } from '../../../engine/recordings/activity/index.ts'

const sound = (kind: SoundKind, startMs: number, endMs: number): ActivitySpan => ({ kind, startMs, endMs })

function heardOf(...channels: ActivitySpan[][]): Heard {
  return {
    durationMs: 60_000,
    peaks: { perSecond: 50, channels: [] },
    warnings: [],
    channelsAreAlike: false,
    channels: channels.map((spans) => ({
      spans,
      speechMs: spans.reduce(
        (sum, { kind, startMs, endMs }) => sum + (kind === 'speech' ? endMs - startMs : 0),
        0,
      ),
      loudestDbfs: -15,
      noiseFloorDbfs: -55,
      dcOffset: 0,
      isSilent: spans.length === 0,
    })),
  }
}

const greeting = [sound('speech', 1000, 5000), sound('speech', 12_000, 30_000)]
const caller = [sound('speech', 5500, 11_000)]

describe('which channel is the agent', () => {
  it('is as told, then as the metadata says, then as the source does it', () => {
    const heard = heardOf(greeting, caller)
    expect(guessAgentChannel(heard, { told: 1, metadata: 0, convention: 0 })).toMatchObject({
      channel: 1,
      basis: 'told',
      confidence0to1: 1,
    })
    expect(guessAgentChannel(heard, { metadata: 1, convention: 0 })).toMatchObject({
      channel: 1,
      basis: 'metadata',
    })
    expect(guessAgentChannel(heard, { convention: 0 })).toEqual({
      channel: 0,
      basis: 'convention',
      confidence0to1: 0.85,
      reason: 'This source records its agents on the left channel.',
    })
  })

  it('is doubted where the sound speaks against the convention', () => {
    expect(guessAgentChannel(heardOf(greeting, caller), { convention: 1, direction: 'inbound' })).toEqual({
      channel: 1,
      basis: 'convention',
      confidence0to1: 0.6,
      reason:
        'This source records its agents on the right channel, although this call sounds the other way round.',
    })
  })

  it('is guessed from who greets, on either side, and never as certain', () => {
    const left = guessAgentChannel(heardOf(greeting, caller), { direction: 'inbound' })!
    expect(left).toMatchObject({
      channel: 0,
      basis: 'first-speaker',
      reason:
        'Guessed: the left channel speaks first, has the first long turn (a greeting, as a rule) and speaks more.',
    })
    expect(left.confidence0to1).toBeCloseTo(1 / (1 + Math.exp(-2.1)))
    const right = guessAgentChannel(heardOf(caller, greeting), { direction: 'inbound' })!
    expect(right).toMatchObject({ channel: 1, confidence0to1: left.confidence0to1 })
    expect(guessAgentChannel(heardOf(greeting, caller))!.confidence0to1).toBeLessThan(left.confidence0to1)
  })

  it('of an outbound call is not who says hello first, but who then speaks, and not where it rings', () => {
    const hello = [sound('ring-tone', 0, 2000), sound('speech', 7000, 7600), sound('speech', 12_500, 16_000)]
    const seller = [sound('speech', 8000, 12_000), sound('speech', 17_000, 30_000)]
    const guess = guessAgentChannel(heardOf(hello, seller), { direction: 'outbound' })!
    expect(guess).toMatchObject({ channel: 1, basis: 'first-speaker', confidence0to1: 0.9 })
  })

  it('is unknown in mono, in mono saved as stereo or on one side of it, and where nobody speaks', () => {
    expect(guessAgentChannel(heardOf(greeting))).toBeNull()
    expect(guessAgentChannel({ ...heardOf(greeting, greeting), channelsAreAlike: true })).toBeNull()
    expect(guessAgentChannel(heardOf([], []))).toBeNull()
    expect(guessAgentChannel(heardOf(greeting, []), { metadata: 0, convention: 0 })).toBeNull()
    expect(guessAgentChannel(heardOf(greeting, []), { told: 0 })?.channel).toBe(0)
  })

  it('of more than two can be told but not guessed', () => {
    const heard = heardOf(greeting, caller, caller)
    expect(guessAgentChannel(heard)).toBeNull()
    expect(guessAgentChannel(heard, { told: 7 })).toBeNull()
    expect(guessAgentChannel(heard, { told: 2 })).toEqual({
      channel: 2,
      basis: 'told',
      confidence0to1: 1,
      reason: 'Somebody set the agent to channel 3.',
    })
  })
})
