import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type {
  WhisperModule,
  WhisperResult,
} from '../../../../engine/recordings/transcription/whisper/binding.ts'
import { createWhisper } from '../../../../engine/recordings/transcription/whisper/recognise-whisper.ts'
import { writeCall } from '../../../support/a-call.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

/** A recogniser that answers as told: once for single pieces, once for whole sentences. */
function answering(
  language: string,
  pieces: WhisperResult['segments'],
  sentences: WhisperResult['segments'],
) {
  const asked: { maxLen: number; language: string; samples: number }[] = []
  const load = (): Pick<WhisperModule, 'WhisperContext'> => ({
    WhisperContext: class {
      transcribeData(pcm: ArrayBuffer, options: { maxLen: number; language: string }) {
        asked.push({ maxLen: options.maxLen, language: options.language, samples: pcm.byteLength / 2 })
        return { promise: Promise.resolve({ language, segments: options.maxLen === 1 ? pieces : sentences }) }
      }
      async release() {}
    },
  })
  return { asked, whisper: createWhisper(load) }
}

const speech = [[{ startMs: 1000, endMs: 6000 }], [{ startMs: 6500, endMs: 11_000 }]]
const order = {
  kind: 'whisper',
  modelPath: 'ggml-any.bin',
  languageCode: null,
  prompt: null,
  threads: 1,
} as const

const recognise = async ({ whisper }: ReturnType<typeof answering>) =>
  whisper.recognise(writeCall(join(temporaryFolder(), 'call.wav')).path, speech, order, () => {})

describe('what whisper.cpp gives', () => {
  test('becomes words at their times in the recording, each channel apart', async () => {
    const recogniser = answering(
      'en',
      [
        { text: ' Good', t0: 200, t1: 500 },
        { text: ' morn', t0: 500, t1: 800 },
        { text: 'ing.', t0: 800, t1: 1000 },
      ],
      [],
    )
    const { languageCode, segments } = await recognise(recogniser)
    expect(languageCode).toBe('en')
    // windows begin 200 ms before the speech
    expect(segments.map(({ channel, startMs, text }) => [channel, startMs, text])).toEqual([
      [0, 1000, 'Good morning.'],
      [1, 6500, 'Good morning.'],
    ])
    expect(segments[0]!.words.map(({ text, startMs, endMs }) => [text, startMs, endMs])).toEqual([
      ['Good', 1000, 1300],
      ['morning.', 1300, 1800],
    ])
    // the language is found out once
    expect(recogniser.asked).toEqual([
      { maxLen: 1, language: 'auto', samples: 5.4 * 16_000 },
      { maxLen: 1, language: 'en', samples: 4.9 * 16_000 },
    ])
  })

  test('stays in whole sentences where a character was cut in two', async () => {
    const recogniser = answering(
      'en',
      [{ text: ' caf\uFFFD', t0: 200, t1: 500 }],
      [{ text: ' A café, please.', t0: 200, t1: 1500 }],
    )
    const { segments } = await recognise(recogniser)
    expect(segments[0]).toMatchObject({ text: 'A café, please.', startMs: 1000, endMs: 2300, words: [] })
    expect(recogniser.asked.map(({ maxLen }) => maxLen)).toEqual([1, 0, 0])
  })

  test('stays in whole sentences in writing without spaces', async () => {
    const recogniser = answering(
      'ja',
      [{ text: 'も', t0: 0, t1: 10 }],
      [{ text: 'もしもし', t0: 300, t1: 900 }],
    )
    const { segments } = await recognise(recogniser)
    expect(segments.map(({ text }) => text)).toEqual(['もしもし', 'もしもし'])
  })
})
