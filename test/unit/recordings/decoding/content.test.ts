import fc from 'fast-check'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { AudioProblem, isAudioFile, openAudio } from '../../../../engine/recordings/decoding/index.ts'
import { aWav, pcm16, tone } from './a-wav.ts'
import { decoded, fixtures, inAFile, problemOf } from './decoded.ts'

const names = [
  'two-tones.mp3',
  'mono-44100.mp3',
  'two-tones.flac',
  'two-tones.opus',
  'two-tones.m4a',
  'gsm.wav',
]

test.each(names)('%s is told by its first bytes, whatever its name', async (name) => {
  const bytes = readFileSync(join(fixtures, name))
  expect(isAudioFile(bytes.subarray(0, 4096))).toBe(true)
})

test('a wrong extension changes nothing', async () => {
  const bytes = readFileSync(join(fixtures, 'two-tones.flac'))
  expect((await decoded(inAFile(bytes, 'call.mp3'))).opened.format).toBe('flac')
})

test.each([
  ['a table', 'agent,score\nAnna,90\n'],
  ['JSON', '{"results":{"transcripts":[]}}'],
  ['a zip archive', 'PK\u0003\u0004'],
  ['a PDF', '%PDF-1.7'],
  ['a picture', '\u0089PNG\r\n\u001a\n'],
  ['a picture in RIFF', 'RIFF\u0010\0\0\0WEBPVP8 '],
  ['a picture in the container of MP4', '\0\0\0\u0018ftypheic\0\0\0\0'],
  ['a playlist', '#EXTM3U\n#EXT-X-TARGETDURATION:10\nfile:///etc/passwd\n'],
  ['a list for ffmpeg', "ffconcat version 1.0\nfile '/etc/passwd'\n"],
  ['a single sync word', '\u00ff\u00fb\u0090\u0064 and text'],
  ['zeros', '\0'.repeat(4096)],
  ['nothing', ''],
])('%s is no recording', async (_, text) => {
  const bytes = Buffer.from(text, 'latin1')
  expect(isAudioFile(bytes)).toBe(false)
  const problem = await problemOf(inAFile(bytes, 'recording.mp3'))
  expect(problem.code).toBe(text === '' ? 'empty' : 'not-audio')
})

afterEach(() => void vi.unstubAllEnvs())

/** Decodes without keeping anything and without ffmpeg; gives the frames, or the code of the problem. */
async function outcome(bytes: Uint8Array): Promise<number | string> {
  vi.stubEnv('PATH', '')
  let frames = 0
  try {
    const opened = await openAudio(inAFile(bytes))
    for await (const block of opened.blocks()) {
      expect(block.channels).toHaveLength(opened.channelCount)
      expect(block.channels[0]!.length).toBeLessThanOrEqual(65_536)
      for (const channel of block.channels)
        for (const sample of channel) if (!(sample >= -1 && sample <= 1)) throw new Error(`sample ${sample}`)
      frames += block.channels[0]!.length
    }
  } catch (error) {
    if (error instanceof AudioProblem) return error.code
    throw error
  }
  return frames
}

/** Formats that are decoded here. */
const ours: Record<string, Buffer> = {
  wav: aWav({ channelCount: 2, data: pcm16(0.2, 8000, tone(440, 0.5), tone(1000, 0.2)) }),
  law: aWav({ formatTag: 6, bits: 8, data: pcm16(0.2, 8000, tone(440, 0.5)) }),
  mp3: readFileSync(join(fixtures, 'two-tones.mp3')),
  bare: readFileSync(join(fixtures, 'two-tones-bare.mp3')),
  flac: readFileSync(join(fixtures, 'two-tones.flac')),
  opus: readFileSync(join(fixtures, 'two-tones.opus')),
  vorbis: readFileSync(join(fixtures, 'two-tones.ogg')),
}

const marks = [
  'RIFF\0\0\0\0WAVEfmt ',
  'fLaC\0\0\0\u0022',
  'OggS\0\u0002',
  'ID3\u0004\0\0',
  '\u00ff\u00fb\u0090\u0064',
  '',
]

test(
  'random bytes behind any mark end in sound or a problem with a sentence',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...marks),
        fc.uint8Array({ minLength: 0, maxLength: 6000 }),
        async (mark, bytes) => {
          const result = await outcome(Buffer.concat([Buffer.from(mark, 'latin1'), bytes]))
          expect(result === 0).toBe(false)
        },
      ),
      { numRuns: 150 },
    )
  },
)

test.each(Object.keys(ours))(
  'flipped, cut and doubled bytes in %s never end in anything else',
  { timeout: 120_000 },
  async (kind) => {
    const original = ours[kind]!
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            // the first bytes say what a file is: half of the damage goes there
            at: fc.oneof(fc.integer({ min: 4, max: 120 }), fc.integer({ min: 4, max: original.length - 1 })),
            value: fc.integer({ min: 0, max: 255 }),
          }),
          { maxLength: 12 },
        ),
        fc.integer({ min: 30, max: original.length }),
        fc.boolean(),
        async (flips, length, isCut) => {
          const bytes = Buffer.from(original)
          for (const { at, value } of flips) bytes[at] = value
          const before = process.memoryUsage().arrayBuffers
          await outcome(isCut ? bytes.subarray(0, length) : bytes)
          expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(256 << 20)
        },
      ),
      { numRuns: 60 },
    )
  },
)

const samples = resolve(import.meta.dirname, '../../../../../shared/samples/audio-mono')
const isThere = existsSync(samples)

test(
  `real recordings are read whole${isThere ? '' : ' (skipped: there are no shared samples)'}`,
  {
    skip: !isThere,
  },
  async () => {
    const call = await decoded(join(samples, 'Auto0_GUID_000_AGENT_ChrisL_DT_2025-02-19T06-01-22_Mono.wav'))
    expect([call.opened.codec, call.opened.sampleRate, call.opened.channelCount]).toEqual(['pcm-u8', 8000, 1])
    expect(call.channels[0]!.length / 8000).toBeCloseTo(277.66, 2)
    const speech = await decoded(join(samples, 'jfk.wav'))
    expect([speech.opened.codec, speech.channels[0]!.length]).toEqual(['pcm-s16', 176_000])
  },
)
