import { openSync, closeSync, ftruncateSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { WaveFile } from 'wavefile'
import { openAudio } from '../../../../engine/recordings/decoding/index.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'
import { aChunk, aWav, pcm16, tone } from './a-wav.ts'
import { decoded, inAFile, levelOf, problemOf } from './decoded.ts'

test('two channels of 16-bit PCM keep frequency, level and order', async () => {
  const data = pcm16(0.5, 8000, tone(440, 0.5), tone(1000, 0.25))
  const { opened, channels } = await decoded(inAFile(aWav({ channelCount: 2, data })))
  expect(opened).toMatchObject({
    format: 'wav',
    codec: 'pcm-s16',
    sampleRate: 8000,
    channelCount: 2,
    durationMs: 500,
    warnings: [],
  })
  expect(channels.map((channel) => channel.length)).toEqual([4000, 4000])
  expect(levelOf(channels[0]!, 440, 8000)).toBeCloseTo(0.5, 3)
  expect(levelOf(channels[0]!, 1000, 8000)).toBeCloseTo(0, 3)
  expect(levelOf(channels[1]!, 1000, 8000)).toBeCloseTo(0.25, 3)
})

/** An independent reader and writer of WAV: what it writes and reads back is what must be decoded. */
test.each([
  ['8', 'pcm-u8'],
  ['16', 'pcm-s16'],
  ['24', 'pcm-s24'],
  ['32', 'pcm-s32'],
  ['32f', 'float32'],
  ['64', 'float64'],
  ['8a', 'a-law'],
  ['8m', 'mu-law'],
])('samples of depth %s are read as another library reads them', async (depth, codec) => {
  const samples = Array.from({ length: 500 }, (_, index) => Math.round(30_000 * Math.sin(index / 5)))
  const oracle = new WaveFile()
  oracle.fromScratch(2, 8000, '16', [samples, samples.toReversed()])
  if (depth === '8a') oracle.toALaw()
  else if (depth === '8m') oracle.toMuLaw()
  else oracle.toBitDepth(depth)
  const path = inAFile(oracle.toBuffer())
  if (depth === '8a') oracle.fromALaw()
  if (depth === '8m') oracle.fromMuLaw()
  const scale = { '8': 128, '24': 2 ** 23, '32': 2 ** 31, '32f': 1, '64': 1 }[depth] ?? 2 ** 15
  const offset = depth === '8' ? 128 : 0
  const wanted = (oracle.getSamples() as unknown as number[][]).map((channel) =>
    Float32Array.from(channel, (sample) => (sample - offset) / scale),
  )
  const { opened, channels } = await decoded(path)
  expect(opened.codec).toBe(codec)
  expect(channels).toEqual(wanted)
})

test('lists, odd chunks without their padding and unknown chunks before the sound are passed over', async () => {
  const data = pcm16(0.1, 8000, tone(440, 0.5))
  const unpadded = aChunk('junk', Buffer.from('odd')).subarray(0, 11)
  const before = Buffer.concat([aChunk('LIST', Buffer.from('INFOISFT\u0003\0\0\0ab\0\0')), unpadded])
  const { opened, channels } = await decoded(inAFile(aWav({ data, before, after: aChunk('LIST', data) })))
  expect(opened.warnings).toEqual([])
  expect(channels[0]).toHaveLength(800)
})

test.each([0, 0xffffffff])(
  'a streaming writer that left the size at %i is read to the end',
  async (dataSize) => {
    const { opened, channels } = await decoded(
      inAFile(aWav({ data: pcm16(0.25, 8000, tone(440, 0.5)), dataSize })),
    )
    expect([opened.durationMs, channels[0]!.length, opened.warnings]).toEqual([250, 2000, []])
  },
)

test('a truncated recording is read as far as it goes, and says so', async () => {
  const path = inAFile(aWav({ data: pcm16(1, 8000, tone(440, 0.5)) }))
  truncateSync(path, 44 + 4001)
  const { opened, channels } = await decoded(path)
  expect(channels[0]).toHaveLength(2000)
  expect(opened.warnings).toEqual([
    'This recording is cut short: its header announces 1.0 seconds, and 0.3 are there.',
  ])
})

test('a file that is truncated between opening and reading gives what is there', async () => {
  const path = inAFile(aWav({ data: pcm16(1, 8000, tone(440, 0.5)) }))
  const opened = await openAudio(path)
  truncateSync(path, 44 + 4000)
  let frames = 0
  for await (const block of opened.blocks()) frames += block.channels[0]!.length
  for await (const block of opened.blocks()) frames += block.channels[0]!.length
  expect(frames).toBe(4000)
  expect(opened.warnings).toEqual([
    'This recording became shorter while it was read; what was there is used.',
  ])
})

test('RF64 with its long size, and the extensible format with its codec, are understood', async () => {
  const data = pcm16(0.1, 8000, tone(440, 0.5))
  const extension = Buffer.alloc(24)
  extension.writeUInt16LE(22, 0)
  extension.writeUInt16LE(16, 2)
  extension.writeUInt16LE(1, 8)
  const long = Buffer.alloc(28)
  long.writeUInt32LE(data.length, 8)
  const wav = aWav({ riff: 'RF64', formatTag: 0xfffe, extension, data, dataSize: 0xffffffff })
  const withLong = Buffer.concat([
    wav.subarray(0, 12),
    aChunk('ds64', long),
    wav.subarray(12),
    Buffer.alloc(99),
  ])
  const { opened, channels } = await decoded(inAFile(withLong))
  expect([opened.codec, channels[0]!.length, opened.warnings]).toEqual(['pcm-s16', 800, []])
})

test('24 bits in containers of four bytes are read by the container', async () => {
  const data = Buffer.alloc(8)
  data.writeInt32LE(2 ** 30, 0)
  const { opened, channels } = await decoded(inAFile(aWav({ bits: 24, blockAlign: 4, data })))
  expect([opened.codec, [...channels[0]!]]).toEqual(['pcm-s32', [0.5, 0]])
})

test('eight channels are delivered as they are, nine are refused', async () => {
  const levels = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]
  const data = pcm16(0.1, 8000, ...levels.map((level) => () => level))
  const { channels } = await decoded(inAFile(aWav({ channelCount: 8, data })))
  expect(channels.map((channel) => Number(channel[99]!.toFixed(2)))).toEqual(levels)
  expect(await problemOf(inAFile(aWav({ channelCount: 9, data })))).toMatchObject({
    code: 'unreadable',
    message:
      'This recording has 9 channels and at most 8 can be read; export it with one channel per speaker.',
  })
})

test('silence, a DC offset and a millisecond are recordings like any other', async () => {
  const silent = await decoded(inAFile(aWav({ data: Buffer.alloc(1600) })))
  expect(Math.max(...silent.channels[0]!)).toBe(0)
  const offset = await decoded(inAFile(aWav({ data: pcm16(0.1, 8000, () => 0.25) })))
  expect(new Set(offset.channels[0])).toEqual(new Set([0.25]))
  const short = await decoded(inAFile(aWav({ data: pcm16(0.001, 8000, tone(440, 0.5)) })))
  expect([short.opened.durationMs, short.blockLengths]).toEqual([1, [8]])
})

test('floats that are no number or too loud stay within bounds', async () => {
  const data = Buffer.alloc(16)
  for (const [index, value] of [Number.NaN, Infinity, -7, 0.5].entries()) data.writeFloatLE(value, index * 4)
  const { channels } = await decoded(inAFile(aWav({ formatTag: 3, bits: 32, data })))
  expect([...channels[0]!]).toEqual([0, 1, -1, 0.5])
})

test('six hours of sound are read in blocks of bounded length', { timeout: 120_000 }, async () => {
  const path = join(temporaryFolder(), 'six-hours.wav')
  const bytes = 6 * 3600 * 8000 * 2
  const head = aWav({ data: Buffer.alloc(0), dataSize: bytes })
  const file = openSync(path, 'w')
  writeSync(file, head)
  ftruncateSync(file, head.length + bytes)
  closeSync(file)
  const opened = await openAudio(path)
  expect(opened.durationMs).toBe(6 * 3600 * 1000)
  let frames = 0
  let longest = 0
  for await (const block of opened.blocks()) {
    frames += block.channels[0]!.length
    longest = Math.max(longest, block.channels[0]!.length)
  }
  expect([frames, longest]).toEqual([6 * 3600 * 8000, 65_536])
})

test('reading ends with the reason of the signal', async () => {
  const opened = await openAudio(inAFile(aWav({ data: Buffer.alloc(400_000) })))
  const controller = new AbortController()
  const reading = (async () => {
    for await (const block of opened.blocks(controller.signal)) {
      void block
      controller.abort(new Error('enough'))
    }
  })()
  await expect(reading).rejects.toThrow('enough')
})

const sound = pcm16(0.1, 8000, tone(440, 0.5))

test.each([
  ['a sample rate of zero', aWav({ sampleRate: 0, data: sound }), 'damaged'],
  ['no channels', aWav({ channelCount: 0, data: sound }), 'damaged'],
  ['no sound', aWav({ data: Buffer.alloc(0) }), 'empty'],
  ['less than one frame', aWav({ channelCount: 2, data: Buffer.alloc(3) }), 'empty'],
  ['no format', Buffer.concat([Buffer.from('RIFF\x24\0\0\0WAVE'), aChunk('data', sound)]), 'damaged'],
  ['no data', aWav({ data: sound }).subarray(0, 36), 'damaged'],
  ['a header that breaks off', aWav({ data: sound }).subarray(0, 15), 'damaged'],
])('a WAV file with %s is refused with a sentence', async (_, bytes, code) => {
  const problem = await problemOf(inAFile(bytes))
  expect(problem.code).toBe(code)
  expect(problem.message).toMatch(/^(This|The header of this) .*\.$/)
})

test('a false block size is put right and said', async () => {
  for (const blockAlign of [0, 1, 7, 65_535]) {
    const { opened, channels } = await decoded(inAFile(aWav({ blockAlign, data: sound })))
    expect([opened.codec, channels[0]!.length]).toEqual(['pcm-s16', 800])
    expect(opened.warnings).toEqual([
      'The header of this WAV file contradicts itself; its bits per sample were believed.',
    ])
  }
})

test('a missing file, a folder and an empty file each have their sentence', async () => {
  const folder = temporaryFolder()
  expect(await problemOf(join(folder, 'gone.wav'))).toMatchObject({ code: 'missing' })
  expect(await problemOf(`${folder}/a\0b`)).toMatchObject({ code: 'missing' })
  expect(await problemOf(folder)).toMatchObject({ code: 'unreadable' })
  writeFileSync(join(folder, 'empty.wav'), '')
  expect(await problemOf(join(folder, 'empty.wav'))).toMatchObject({
    code: 'empty',
    message: 'This file is empty: zero bytes.',
  })
})
