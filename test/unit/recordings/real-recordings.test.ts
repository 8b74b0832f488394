import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createListener } from '../../../engine/recordings/activity/index.ts'
import { openAudio } from '../../../engine/recordings/decoding/index.ts'

const samples = resolve(import.meta.dirname, '../../../../shared/samples/audio-mono')
const isThere = existsSync(samples)

/** What the Silero model (6.2.0, threshold 0.5) finds in jfk.wav, in ms. */
const sileroSpans = [
  [320, 2270],
  [3270, 4410],
  [5380, 7680],
  [8160, 10_620],
] as const

describe.skipIf(!isThere)(
  `real recordings${isThere ? '' : ' (SKIPPED: there is no ../shared beside this checkout)'}`,
  () => {
    const listenTo = async (name: string) => {
      const audio = await openAudio(join(samples, name))
      const listener = createListener(audio)
      for await (const block of audio.blocks()) listener.push(block)
      return listener.finish()
    }

    it('are heard as the Silero model hears them in 85% of the frames', async () => {
      const { spans } = (await listenTo('jfk.wav')).channels[0]!
      const frames = Array.from({ length: 1100 }, (_, at) => at * 10 + 5)
      const agreeing = frames.filter(
        (ms) =>
          sileroSpans.some(([startMs, endMs]) => ms >= startMs && ms < endMs) ===
          spans.some(({ startMs, endMs }) => ms >= startMs && ms < endMs),
      )
      expect(spans.every(({ kind }) => kind === 'speech')).toBe(true)
      expect(agreeing.length / frames.length).toBeGreaterThanOrEqual(0.85)
    })

    it('of an acted call in 8 bits are speech for 45% to 75% of the time, and no music', async () => {
      const heard = await listenTo('Auto0_GUID_000_AGENT_ChrisL_DT_2025-02-19T06-01-22_Mono.wav')
      const [channel] = heard.channels
      expect(channel!.spans.every(({ kind }) => kind === 'speech')).toBe(true)
      expect(channel!.speechMs / heard.durationMs).toBeGreaterThan(0.45)
      expect(channel!.speechMs / heard.durationMs).toBeLessThan(0.75)
      expect(heard.warnings).toEqual([])
    })
  },
)
