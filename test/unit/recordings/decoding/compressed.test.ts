import { readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formatName, openAudio } from '../../../../engine/recordings/decoding/index.ts'
import { minimp3Code } from '../../../../engine/recordings/decoding/mp3/minimp3-code.ts'
import { vorbisCode } from '../../../../engine/recordings/decoding/ogg/vorbis-code.ts'
import { decoded, fixtures, inAFile, levelOf, problemOf } from './decoded.ts'

const bytesOf = (name: string) => readFileSync(join(fixtures, name))

interface Expected {
  format: string
  name: string
  sampleRate: number
  durationMs: number | null
  frames: number
}

/** The source has 440 Hz at 0.5 on the left and 1000 Hz at 0.25 on the right; mono is the mean of both. */
test.each<[string, Expected]>([
  ['two-tones.mp3', { format: 'mp3', name: 'MP3', sampleRate: 16_000, durationMs: 1500, frames: 24_000 }],
  [
    'two-tones-bare.mp3',
    { format: 'mp3', name: 'MP3', sampleRate: 16_000, durationMs: null, frames: 25_344 },
  ],
  ['two-tones.flac', { format: 'flac', name: 'FLAC', sampleRate: 16_000, durationMs: 500, frames: 8000 }],
  ['two-tones-24.flac', { format: 'flac', name: 'FLAC', sampleRate: 24_000, durationMs: 150, frames: 3600 }],
  [
    'two-tones.opus',
    { format: 'ogg-opus', name: 'Ogg Opus', sampleRate: 16_000, durationMs: 1500, frames: 24_000 },
  ],
  [
    'two-tones.ogg',
    { format: 'ogg-vorbis', name: 'Ogg Vorbis', sampleRate: 16_000, durationMs: 1000, frames: 16_000 },
  ],
])('%s keeps duration, frequencies, levels and channels', async (file, expected) => {
  const { opened, channels } = await decoded(join(fixtures, file))
  expect({
    format: opened.format,
    name: formatName(opened),
    sampleRate: opened.sampleRate,
    durationMs: opened.durationMs,
    frames: channels[0]!.length,
  }).toEqual(expected)
  const [left, right] = channels.map((channel) => channel.subarray(channel.length / 10))
  expect(levelOf(left!, 440, opened.sampleRate)).toBeGreaterThan(0.43)
  expect(levelOf(left!, 440, opened.sampleRate)).toBeLessThan(0.54)
  expect(levelOf(right!, 1000, opened.sampleRate)).toBeGreaterThan(0.22)
  expect(levelOf(right!, 1000, opened.sampleRate)).toBeLessThan(0.28)
  expect(levelOf(left!, 1000, opened.sampleRate)).toBeLessThan(0.05)
  expect(opened.warnings).toEqual([])
})

test.each([
  ['mono-44100.mp3', 44_100],
  ['mono-8000.opus', 8000],
])('%s is one channel', async (file, sampleRate) => {
  const { opened, channels } = await decoded(join(fixtures, file))
  expect([opened.sampleRate, opened.channelCount, opened.durationMs]).toEqual([sampleRate, 1, 1500])
  expect(channels[0]).toHaveLength(sampleRate * 1.5)
  expect(levelOf(channels[0]!, 440, sampleRate)).toBeGreaterThan(0.2)
})

test('FLAC is decoded to the bit', async () => {
  const { channels } = await decoded(join(fixtures, 'two-tones.flac'))
  // what the source was made of: 16-bit samples of two sines
  const wanted = [
    [440, 0.5],
    [1000, 0.25],
  ].map(([hertz, level]) =>
    Float32Array.from(
      { length: 8000 },
      (_, index) => Math.round(level! * Math.sin((2 * Math.PI * hertz! * index) / 16_000) * 32_768) / 32_768,
    ),
  )
  const furthest = channels.map((channel, at) =>
    Math.max(...channel.map((sample, index) => Math.abs(sample - wanted[at]![index]!))),
  )
  // the source was rounded by another program, in halves perhaps the other way
  expect(Math.max(...furthest)).toBeLessThanOrEqual(1 / 32_768)
})

test('an ID3 tag with a picture before the sound, and a tag behind it, are passed over', async () => {
  const tag = Buffer.alloc(10 + 20_000)
  tag.write('ID3\u0004')
  tag.set([0, 1, 0x1c, 0x20], 6)
  const oldTag = Buffer.alloc(128)
  oldTag.write('TAG')
  const bytes = Buffer.concat([tag, bytesOf('two-tones-bare.mp3'), oldTag])
  const { opened, channels } = await decoded(inAFile(bytes, 'tagged.mp3'))
  expect([channels[0]!.length, opened.warnings]).toEqual([25_344, []])
})

test('two MP3 files joined are read to the end, though the first counts only itself', async () => {
  const both = Buffer.concat([bytesOf('two-tones.mp3'), bytesOf('two-tones-bare.mp3')])
  const { channels } = await decoded(inAFile(both))
  expect(channels[0]!.length).toBeGreaterThan(48_000)
})

test.each(['two-tones.opus', 'two-tones.ogg'])(
  'of two files like %s joined the first is read, and it says so',
  async (file) => {
    const whole = await decoded(join(fixtures, file))
    const { opened, channels } = await decoded(inAFile(Buffer.concat([bytesOf(file), bytesOf(file)])))
    expect(channels).toEqual(whole.channels)
    expect(opened.warnings).toEqual([
      'This file is several recordings joined together; only the first was read.',
    ])
  },
)

test('long recordings come in full blocks and a rest', async () => {
  const { opened, blockLengths } = await decoded(
    inAFile(Buffer.concat(Array.from({ length: 6 }, () => bytesOf('two-tones-bare.mp3')))),
  )
  expect(blockLengths).toEqual([65_536, 65_536, 6 * 25_344 - 2 * 65_536])
  expect(opened.warnings).toEqual([])
})

test.each(['two-tones.mp3', 'two-tones.flac', 'two-tones.opus', 'two-tones.ogg'])(
  'of %s, cut before its end, what is there is read, and it says so',
  async (file) => {
    const whole = await decoded(join(fixtures, file))
    const bytes = bytesOf(file)
    const { opened, channels } = await decoded(inAFile(bytes.subarray(0, Math.floor(bytes.length * 0.8))))
    expect(channels[0]!.length).toBeGreaterThan(whole.channels[0]!.length * 0.15)
    expect(channels[0]!.length).toBeLessThan(whole.channels[0]!.length * 0.95)
    expect(opened.warnings).toEqual([expect.stringMatching(/cut short; what is there was read\.$/)])
  },
)

test.each(['two-tones.mp3', 'two-tones-bare.mp3', 'two-tones.flac'])(
  'damage in the middle of %s costs its place and moves nothing',
  async (file) => {
    const whole = await decoded(join(fixtures, file))
    const bytes = Buffer.from(bytesOf(file))
    const middle = Math.floor(bytes.length / 2)
    bytes.fill(0x55, middle, middle + 300)
    const { opened, channels } = await decoded(inAFile(bytes))
    const end = whole.channels[0]!.length - 2000
    if (file === 'two-tones.flac') {
      expect(channels[0]!.length).toBe(whole.channels[0]!.length)
      expect(channels[0]!.subarray(end)).toEqual(whole.channels[0]!.subarray(end))
    }
    expect(levelOf(channels[0]!, 440, 16_000)).toBeGreaterThan(0.2)
    expect(opened.warnings.join()).toMatch(/damaged; \d+ bytes were passed over|cut short/)
  },
)

test.each(['two-tones.opus', 'two-tones.ogg'])(
  'a page of %s with a wrong checksum becomes silence of its length',
  async (file) => {
    const whole = await decoded(join(fixtures, file))
    const bytes = Buffer.from(bytesOf(file))
    const pages = [...bytes.toString('latin1').matchAll(/OggS/g)].map(({ index }) => index)
    bytes[pages[4]! + 100]! ^= 0xff
    const { opened, channels } = await decoded(inAFile(bytes))
    expect(Math.abs(channels[0]!.length - whole.channels[0]!.length)).toBeLessThan(600)
    expect(channels[0]!.subarray(-1000)).toEqual(whole.channels[0]!.subarray(-1000))
    expect(opened.warnings).toEqual([
      expect.stringMatching(/^Parts of this (Opus|Ogg Vorbis) file are damaged; \d+ bytes/),
    ])
  },
)

test.each([
  ['mp3', 'two-tones.mp3', 400],
  ['flac', 'two-tones.flac', 60],
  ['opus', 'two-tones.opus', 150],
])('%s without any frame of sound is refused', async (_, file, bytes) => {
  const problem = await problemOf(inAFile(bytesOf(file).subarray(0, bytes)))
  expect(['damaged', 'not-audio']).toContain(problem.code)
})

test('the MP3 and Vorbis decoders in the source are those of their packages', () => {
  const require = createRequire(import.meta.url)
  const file = require.resolve('minimp3-wasm/dist/decoder.opt.wasm')
  expect(minimp3Code).toBe(readFileSync(file).toString('base64'))
  const other = require.resolve('ogv/dist/ogv-decoder-audio-vorbis-wasm.wasm')
  expect(vorbisCode).toBe(readFileSync(other).toString('base64'))
})

test('reading compressed sound ends with the reason of the signal', async () => {
  for (const file of ['two-tones.mp3', 'two-tones.flac', 'two-tones.opus', 'two-tones.ogg']) {
    const opened = await openAudio(join(fixtures, file))
    const reading = async () => {
      for await (const block of opened.blocks(AbortSignal.abort(new Error('enough')))) void block
    }
    await expect(reading()).rejects.toThrow('enough')
  }
})

test('decoding leaves no files open', { skip: process.platform !== 'linux' }, async () => {
  const openFixtures = () =>
    readdirSync('/proc/self/fd')
      .map((entry) => linkTarget(`/proc/self/fd/${entry}`))
      .filter((target) => target.startsWith(fixtures))
  for (const file of ['two-tones.mp3', 'two-tones.flac', 'two-tones.opus', 'two-tones.ogg']) {
    const opened = await openAudio(join(fixtures, file))
    for await (const block of opened.blocks()) {
      void block
      expect(openFixtures()).toEqual([join(fixtures, file)])
      break
    }
  }
  expect(openFixtures()).toEqual([])
})

function linkTarget(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}
