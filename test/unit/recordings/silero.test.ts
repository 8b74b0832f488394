import { copyFileSync, existsSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createListener, windowsToRefine, withSpeech } from '../../../engine/recordings/activity/index.ts'
import type { ActivitySpan, Heard } from '../../../engine/recordings/activity/index.ts'
import { openAudio } from '../../../engine/recordings/decoding/index.ts'
import { checkModelFile, findSileroModel } from '../../../engine/recordings/models/index.ts'
import { startNodeChild, transcriptionProcess } from '../../../engine/recordings/transcription/index.ts'
import { writeCall } from '../../support/a-call.ts'
import { addNoise, silence } from '../../support/spoken-sound.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { aWav } from './decoding/a-wav.ts'
import { aRecordedWorkspace } from './flow/a-recorded-workspace.ts'

const shared = resolve(import.meta.dirname, '../../../../shared')
const model = join(shared, 'models', 'for-tests-silero-v6.2.0-ggml.bin')
const jfk = join(shared, 'samples', 'audio-mono', 'jfk.wav')
const isThere = existsSync(model) && existsSync(jfk)

const speech = (startMs: number, endMs: number): ActivitySpan => ({ kind: 'speech', startMs, endMs })
const heardWith = (...channels: ActivitySpan[][]): Heard => ({
  durationMs: 200_000,
  channels: channels.map((spans) => ({
    spans,
    speechMs: 0,
    loudestDbfs: -10,
    noiseFloorDbfs: -60,
    dcOffset: 0,
    isSilent: false,
  })),
  peaks: { perSecond: 50, channels: [] },
  warnings: [],
  channelsAreAlike: false,
})

describe('speech found by a model', () => {
  test('is looked for where it sounds like speech, a little around, and never in more than a minute at a time', () => {
    const music: ActivitySpan = { kind: 'music', startMs: 5000, endMs: 9000 }
    const windows = windowsToRefine(
      heardWith([speech(100, 1000), speech(1500, 2000), music], [speech(10_000, 110_000)]),
    )
    expect(windows).toEqual([
      [{ startMs: 0, endMs: 2300 }],
      [
        { startMs: 9700, endMs: 60_000 },
        { startMs: 60_000, endMs: 110_300 },
      ],
    ])
  })

  test('takes the place of that found by loudness, pauses bridged; music and tones stay', () => {
    const tone: ActivitySpan = { kind: 'ring-tone', startMs: 2000, endMs: 3000 }
    const heard = withSpeech(heardWith([speech(0, 1900), tone, speech(3000, 9000)]), [
      [
        { startMs: 200, endMs: 700 },
        { startMs: 900, endMs: 2300 },
        { startMs: 4000, endMs: 5000 },
      ],
    ])
    expect(heard.channels[0]!.spans).toEqual([speech(200, 2000), tone, speech(4000, 5000)])
    expect(heard.channels[0]!.speechMs).toBe(2800)
  })
})

describe.skipIf(!isThere)(
  `the Silero model${isThere ? '' : ' (SKIPPED: there is no ../shared beside this checkout)'}`,
  () => {
    afterEach(() => vi.unstubAllEnvs())

    const listenTo = async (path: string) => {
      const audio = await openAudio(path)
      const listener = createListener(audio)
      for await (const block of audio.blocks()) listener.push(block)
      return listener.finish()
    }
    const detect = async (path: string, heard: Heard) => {
      const child = transcriptionProcess(startNodeChild)
      try {
        const order = { path, speech: windowsToRefine(heard), modelPath: model }
        return await child.detect(order, { signal: new AbortController().signal, onProgress() {} })
      } finally {
        child.close()
      }
    }

    test('finds in a real recording what it finds in all of it, to a tenth of a second', async () => {
      const heard = await listenTo(jfk)
      const found = withSpeech(heard, await detect(jfk, heard)).channels[0]!.spans
      // whisper.cpp's own figures for the whole file
      const expected = [
        [320, 2270],
        [3270, 4410],
        [5380, 7680],
        [8160, 10_620],
      ]
      expect(found).toHaveLength(expected.length)
      for (const [at, [startMs, endMs]] of expected.entries()) {
        expect(Math.abs(found[at]!.startMs - startMs!)).toBeLessThanOrEqual(150)
        expect(Math.abs(found[at]!.endMs - endMs!)).toBeLessThanOrEqual(150)
      }
    })

    test('takes bursts of noise for none, which by loudness alone are speech', async () => {
      const folder = temporaryFolder()
      const samples = silence(20_000, 16_000)
      addNoise(samples, -60, 3)
      for (const startMs of [2000, 6000, 10_000]) {
        const burst = silence(700, 16_000)
        addNoise(burst, -20, startMs)
        samples.set(burst, (startMs * 16_000) / 1000)
      }
      const path = join(folder, 'noise.wav')
      const data = Buffer.from(Int16Array.from(samples, (sample) => Math.round(sample * 32_767)).buffer)
      writeFileSync(path, aWav({ channelCount: 1, sampleRate: 16_000, data }))
      const heard = await listenTo(path)
      expect(heard.channels[0]!.speechMs).toBeGreaterThan(1500)
      expect(withSpeech(heard, await detect(path, heard)).channels[0]!.speechMs).toBe(0)
    })

    test('is used where its file is, until somebody wants it otherwise, and what was heard before is heard anew', async () => {
      const models = temporaryFolder()
      vi.stubEnv('DEBRIEF_MODELS', models)
      const own = await aRecordedWorkspace()
      const call = join(own.folder, 'jfk.wav')
      copyFileSync(jfk, call)
      await own.bringIn(call)
      const heardBy = async () => (await own.client.recordings.list())[0]!.heardBy
      const listen = async () => own.ended((await own.client.jobs.analyze()).jobId)
      expect(await heardBy()).toBe('loudness')
      copyFileSync(model, join(models, 'ggml-silero-v6.2.0.bin'))
      await listen()
      expect(await heardBy()).toBe('silero')
      const { interactionId } = (await own.client.recordings.list())[0]!
      const conversation = await own.client.conversations.get({ interactionId: interactionId! })
      const share = conversation.measures.find(({ id }) => id === 'silence_share')!
      expect(share.basis).toBe('channel-activity')
      await own.client.recordings.setPreferences({ voiceActivity: 'loudness' })
      await listen()
      expect(await heardBy()).toBe('loudness')
    })

    test('is no speech model, and half of it is none at all', async () => {
      const models = temporaryFolder()
      vi.stubEnv('DEBRIEF_MODELS', models)
      await expect(checkModelFile(model)).rejects.toThrow('tells speech from noise and makes no words')
      const half = join(models, 'ggml-silero-v6.2.0.bin')
      copyFileSync(model, half)
      truncateSync(half, 400_000)
      expect(await findSileroModel()).toBe(null)
    })

    test('that ends the process leaves what was heard by loudness, and says so', async () => {
      const models = temporaryFolder()
      vi.stubEnv('DEBRIEF_MODELS', models)
      mkdirSync(models, { recursive: true })
      // begins as the model does, and goes on as none
      writeFileSync(
        join(models, 'ggml-silero-v9.bin'),
        Buffer.concat([Buffer.from('lmgg\n\0\0\0silero-16k', 'latin1'), Buffer.alloc(900_000)]),
      )
      const own = await aRecordedWorkspace()
      await own.bringIn(writeCall(join(own.folder, 'call.wav')).path)
      const [recording] = await own.client.recordings.list()
      expect(recording).toMatchObject({ isHeard: true, heardBy: 'loudness', problem: null })
      expect(recording!.warnings).toEqual([
        expect.stringContaining('The Silero model failed on this recording'),
      ])
    })
  },
)
