import { describe, expect, it } from 'vitest'
import type { Heard } from '../../../engine/recordings/activity/index.ts'
import { thinPeaks } from '../../../engine/recordings/activity/index.ts'
import { hear } from '../../support/hear.ts'
import { addMusic, addNoise, addTone, addVoice, seededRandom, silence } from '../../support/spoken-sound.ts'
import type { SaidSpan } from '../../support/spoken-sound.ts'
import { agentSays, customerSays, twoSidedCall } from '../../support/two-sided-call.ts'

// Speech begins up to 30 ms early (lead) and ends up to 50 ms late (hangover); with the 10-ms clock and soft edges: 100 ms.
const toleranceMs = 100

const speechOf = (heard: Heard, channel: number) =>
  heard.channels[channel]!.spans.filter(({ kind }) => kind === 'speech')

function expectSpans(found: readonly SaidSpan[], expected: readonly SaidSpan[]) {
  expect(found.map(({ startMs, endMs }) => `${startMs}-${endMs}`)).toHaveLength(expected.length)
  found.forEach((span, at) => {
    expect(Math.abs(span.startMs - expected[at]!.startMs)).toBeLessThanOrEqual(toleranceMs)
    expect(Math.abs(span.endMs - expected[at]!.endMs)).toBeLessThanOrEqual(toleranceMs)
  })
}

describe('speech on two channels', () => {
  const kinds = [
    ...[8000, 16_000].flatMap((sampleRate) =>
      [-60, -52, -45].map((noiseDbfs) => ({ sampleRate, noiseDbfs })),
    ),
    { sampleRate: 11_025, noiseDbfs: -52 },
    { sampleRate: 44_100, noiseDbfs: -52 },
  ]
  it.each(kinds)('is found within 100 ms at $sampleRate Hz over noise of $noiseDbfs dBFS', (kind) => {
    for (const isMuLaw of [false, true]) {
      const heard = hear(kind.sampleRate, twoSidedCall({ ...kind, isMuLaw }))
      expectSpans(speechOf(heard, 0), agentSays)
      expectSpans(speechOf(heard, 1), customerSays)
      expect(heard.warnings).toEqual([])
      expect(heard.channelsAreAlike).toBe(false)
      expect(heard.durationMs).toBe(60_000)
    }
  })

  it('is found in a voice only 15 dB above the noise', () => {
    const channel = silence(30_000, 8000)
    addVoice(channel, 8000, [{ startMs: 5000, endMs: 15_000 }], { pitchHz: 120, seed: 4, gain: 0.4 })
    addNoise(channel, -45, 5)
    expectSpans(speechOf(hear(8000, [channel]), 0), [{ startMs: 5000, endMs: 15_000 }])
  })

  it('is the same in blocks of any size', () => {
    for (const sampleRate of [8000, 11_025]) {
      const call = twoSidedCall({ sampleRate, noiseDbfs: -50 })
      const whole = hear(sampleRate, call, 65_536)
      for (const blockSize of [1, 79, 400, 1023, 1_000_000])
        expect(hear(sampleRate, call, blockSize)).toEqual(whole)
    }
  })

  it('does not depend on how loud the recording is, from -30 dB to full scale', () => {
    const call = twoSidedCall({ sampleRate: 8000, noiseDbfs: -50 })
    const reference = hear(8000, call)
    for (const gainDb of [-30, -20, -10, -3]) {
      const quieter = call.map((channel) => channel.map((x) => x * 10 ** (gainDb / 20)))
      const heard = hear(8000, quieter)
      for (const channel of [0, 1]) {
        const found = speechOf(heard, channel)
        expect(found).toHaveLength(speechOf(reference, channel).length)
        found.forEach((span, at) => {
          expect(Math.abs(span.startMs - speechOf(reference, channel)[at]!.startMs)).toBeLessThanOrEqual(10)
          expect(Math.abs(span.endMs - speechOf(reference, channel)[at]!.endMs)).toBeLessThanOrEqual(10)
        })
      }
    }
  })

  it('changes sides when the channels do', () => {
    const call = twoSidedCall({ sampleRate: 8000, noiseDbfs: -50 })
    const heard = hear(8000, call)
    const swapped = hear(8000, [call[1], call[0]])
    expect(swapped.channels).toEqual([...heard.channels].reverse())
    expect(swapped.peaks.channels).toEqual([...heard.peaks.channels].reverse())
  })

  it('keeps both sides of a call in which one is 20 dB quieter', () => {
    const [agent, customer] = twoSidedCall({ sampleRate: 8000, noiseDbfs: -60 })
    const heard = hear(8000, [agent, customer.map((x) => x / 10)])
    expectSpans(speechOf(heard, 0), agentSays)
    expectSpans(speechOf(heard, 1), customerSays)
  })

  it('is not the other side leaking in, at once or as an echo', () => {
    for (const { leakDb, delayMs } of [
      { leakDb: -18, delayMs: 0 },
      { leakDb: -25, delayMs: 0 },
      { leakDb: -22, delayMs: 120 },
    ]) {
      const [agent, customer] = twoSidedCall({ sampleRate: 8000, noiseDbfs: -60 })
      const delay = (delayMs * 8000) / 1000
      const leaking = customer.map((x, at) => x + (agent[at - delay] ?? 0) * 10 ** (leakDb / 20))
      const heard = hear(8000, [agent, leaking])
      expectSpans(speechOf(heard, 0), agentSays)
      expectSpans(speechOf(heard, 1), customerSays)
      expect(heard.warnings).toEqual([
        'The right channel faintly carries the other side too; that is not counted as speech there.',
      ])
    }
  })
})

describe('other sounds', () => {
  const line = (sampleRate = 8000) => {
    const channel = silence(60_000, sampleRate)
    addNoise(channel, -58, 8)
    return channel
  }
  const kindsOf = (heard: Heard) => heard.channels[0]!.spans.map(({ kind }) => kind)

  it.each([
    { name: 'European', frequenciesHz: [425], onMs: 1000, offMs: 4000, count: 3 },
    { name: 'North American', frequenciesHz: [440, 480], onMs: 2000, offMs: 4000, count: 3 },
    { name: 'British', frequenciesHz: [400, 450], onMs: 400, offMs: 200, count: 25 },
  ])('of a $name ring tone are told from speech', ({ frequenciesHz, onMs, offMs, count }) => {
    for (const sampleRate of [8000, 16_000]) {
      const channel = line(sampleRate)
      addTone(channel, sampleRate, { startMs: 0, endMs: 15_000 }, { frequenciesHz, onMs, offMs })
      addVoice(channel, sampleRate, [{ startMs: 17_000, endMs: 25_000 }], { pitchHz: 130, seed: 9 })
      const heard = hear(sampleRate, [channel])
      expect(kindsOf(heard)).toEqual([...Array.from({ length: count }, () => 'ring-tone'), 'speech'])
      expectSpans(speechOf(heard, 0), [{ startMs: 17_000, endMs: 25_000 }])
    }
  })

  it('of hold music are told from the speech before and after', () => {
    for (const sampleRate of [8000, 16_000]) {
      const channel = line(sampleRate)
      addVoice(channel, sampleRate, [{ startMs: 2000, endMs: 8000 }], { pitchHz: 130, seed: 10 })
      addMusic(channel, sampleRate, { startMs: 10_000, endMs: 40_000 })
      addVoice(channel, sampleRate, [{ startMs: 42_000, endMs: 50_000 }], { pitchHz: 130, seed: 11 })
      const { spans } = hear(sampleRate, [channel]).channels[0]!
      expect(spans.map(({ kind }) => kind)).toEqual(['speech', 'music', 'speech'])
      expectSpans(spans, [
        { startMs: 2000, endMs: 8000 },
        { startMs: 10_000, endMs: 40_000 },
        { startMs: 42_000, endMs: 50_000 },
      ])
    }
  })

  it('of music in the background, 6 dB under the voice, do not hide the speech', () => {
    const channel = line()
    addVoice(channel, 8000, [{ startMs: 5000, endMs: 25_000 }], { pitchHz: 130, seed: 14, gain: 2 })
    addMusic(channel, 8000, { startMs: 0, endMs: 30_000 }, 0.7)
    const { spans } = hear(8000, [channel]).channels[0]!
    const spokenMs = spans
      .filter(({ kind }) => kind === 'speech')
      .reduce(
        (sum, { startMs, endMs }) => sum + Math.max(0, Math.min(endMs, 25_000) - Math.max(startMs, 5000)),
        0,
      )
    expect(spokenMs).toBeGreaterThan(19_000)
  })

  it('of a fan, a hum, a beep and clicks are nobody', () => {
    const channel = silence(60_000, 8000)
    const random = seededRandom(12)
    for (let at = 0; at < channel.length; at++) {
      const seconds = at / 8000
      if (seconds >= 10 && seconds < 25) channel[at]! += (random() * 2 - 1) * 0.05
      if (seconds >= 30 && seconds < 31.5) channel[at]! += 0.2 * Math.sin(2 * Math.PI * 1400 * seconds)
      channel[at]! += 0.02 * Math.sin(2 * Math.PI * 50 * seconds)
      if (at % 40_000 < 40) channel[at]! += 0.5
    }
    expect(hear(8000, [channel]).channels[0]!.spans).toEqual([])
  })
})

describe('a recording with something wrong', () => {
  it('is silent', () => {
    expect(hear(8000, [silence(5000, 8000)]).warnings).toEqual(['The recording is silent.'])
    expect(hear(8000, [silence(5000, 8000), silence(5000, 8000)]).warnings).toEqual([
      'All channels are silent.',
    ])
    const [agent] = twoSidedCall({ sampleRate: 8000, noiseDbfs: -60 })
    const heard = hear(8000, [silence(60_000, 8000), agent])
    expect(heard.warnings).toEqual(['The left channel is silent.'])
    expect(heard.channels[0]).toEqual({
      spans: [],
      speechMs: 0,
      loudestDbfs: -120,
      noiseFloorDbfs: -120,
      dcOffset: 0,
      isSilent: true,
    })
  })

  it('has noise and no speech', () => {
    const channel = silence(20_000, 8000)
    addNoise(channel, -50, 13)
    const heard = hear(8000, [channel])
    expect(heard.channels[0]).toMatchObject({ spans: [], speechMs: 0, isSilent: false })
    expect(heard.warnings).toEqual(['The recording has sound, but no speech was found in it.'])
  })

  it('stands off zero', () => {
    const [agent] = twoSidedCall({ sampleRate: 8000, noiseDbfs: -55 })
    const heard = hear(8000, [agent.map((x) => x + 0.25)])
    expectSpans(speechOf(heard, 0), agentSays)
    expect(heard.channels[0]!.dcOffset).toBeCloseTo(0.25, 2)
    expect(heard.warnings).toEqual(['The recording has a constant offset of 25%; it was taken out.'])
  })

  it('is clipped', () => {
    const [agent] = twoSidedCall({ sampleRate: 8000, noiseDbfs: -55 })
    const heard = hear(8000, [agent.map((x) => Math.max(-1, Math.min(1, x * 20)))])
    expectSpans(speechOf(heard, 0), agentSays)
    expect(heard.warnings).toEqual([
      'The recording is recorded too loud: its peaks are cut off, so words may be missed.',
    ])
  })

  it('is one sound on two channels, however loud each', () => {
    const [agent] = twoSidedCall({ sampleRate: 8000, noiseDbfs: -55 })
    const heard = hear(8000, [agent, agent.map((x) => x * -0.3)])
    expect(heard.channelsAreAlike).toBe(true)
    expect(heard.warnings).toEqual([
      'Both channels carry the same sound: it is a mono recording saved as stereo.',
    ])
    expectSpans(speechOf(heard, 0), agentSays)
    expectSpans(speechOf(heard, 1), agentSays)
  })

  it('has no block, an empty block, or one millisecond', () => {
    expect(hear(8000, [new Float32Array(0)])).toMatchObject({
      durationMs: 0,
      warnings: ['The recording is silent.'],
    })
    const listener = hear(8000, [new Float32Array(8).fill(0.1)])
    expect(listener.durationMs).toBe(1)
    expect(listener.channels[0]!.spans).toEqual([])
    expect(listener.peaks.channels[0]).toEqual(Int8Array.of(13, 13))
  })

  it('holds samples that are no numbers', () => {
    const [agent] = twoSidedCall({ sampleRate: 8000, noiseDbfs: -55 })
    agent[100] = NaN
    agent[200_000] = Infinity
    expectSpans(speechOf(hear(8000, [agent]), 0), agentSays)
  })

  it('has eight channels, and each is heard', () => {
    const channels = Array.from({ length: 8 }, (_, at) => {
      const channel = silence(12_000, 8000)
      addVoice(channel, 8000, [{ startMs: 1000 + at * 1000, endMs: 3000 + at * 1000 }], {
        pitchHz: 110 + 12 * at,
        seed: at,
      })
      addNoise(channel, -60, 20 + at)
      return channel
    })
    const heard = hear(8000, channels)
    expect(heard.channels).toHaveLength(8)
    for (let at = 0; at < 8; at++)
      expectSpans(speechOf(heard, at), [{ startMs: 1000 + at * 1000, endMs: 3000 + at * 1000 }])
  })
})

describe('the waveform', () => {
  it('has lowest and highest of each 20 ms', () => {
    const channel = silence(1000, 8000)
    channel[0] = 0.5
    channel[159] = -1
    channel[160] = 1
    const { perSecond, channels } = hear(8000, [channel]).peaks
    expect(perSecond).toBe(50)
    expect(channels[0]).toHaveLength(100)
    expect([...channels[0]!.subarray(0, 6)]).toEqual([-127, 64, 0, 127, 0, 0])
  })

  it('stays under 500 kB a channel for six hours, and keeps every peak', () => {
    // 400 Hz is the least that has frames; the waveform does not care
    const channel = new Float32Array(6 * 3600 * 400)
    channel[channel.length - 3] = 0.9
    channel[4_000_000] = -0.8
    const { perSecond, channels } = hear(400, [channel], 65_536).peaks
    expect(channels[0]!.byteLength).toBeLessThanOrEqual(500_000)
    expect(channels[0]!.length / 2).toBeCloseTo(6 * 3600 * perSecond, -1)
    expect(Math.max(...channels[0]!.subarray(-10))).toBe(114)
    expect(channels[0]!.indexOf(-102) >> 1).toBe(Math.floor((4_000_000 / 400) * perSecond))
  })
  it('is thinned to what a screen shows without losing its length or its loudest moment', () => {
    const long = new Int8Array(200_000)
    long[100_001] = 120
    long[150_000] = -90
    const { perSecond, channels } = thinPeaks({ perSecond: 50, channels: [long, new Int8Array(200_000)] })
    expect(channels.map(({ length }) => length)).toEqual([8192, 8192])
    expect(4096 / perSecond).toBeCloseTo(2000, 6)
    expect(channels[0]![4097]).toBe(120)
    expect(channels[0]![6144]).toBe(-90)
    expect(channels[1]!.every((value) => value === 0)).toBe(true)
    const short = { perSecond: 50, channels: [new Int8Array(100)] }
    expect(thinPeaks(short)).toEqual(short)
  })
})
