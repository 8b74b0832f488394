import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { SPEECH_HZ } from './speech.ts'

const PEAK = 10 ** (-3 / 20)

/**
 * Encodes to Ogg Opus at 20 kbit/s, so that what comes out of a decoder peaks at -3 dBFS. Without dates and random
 * stream numbers: same sound, same bytes, for one version of the encoder.
 */
export function encode(channels: readonly Float32Array[], path: string): void {
  let gain = PEAK / peakOf(channels)
  for (let round = 0; round < 3; round += 1) {
    write(channels, gain, path)
    nameChannels(path)
    gain *= PEAK / peakOf([decode(path)])
  }
}

function write(channels: readonly Float32Array[], gain: number, path: string): void {
  const count = channels.length
  const frames = channels[0]?.length ?? 0
  const interleaved = Buffer.alloc(frames * count * 4)
  for (let at = 0; at < frames; at += 1) {
    for (let side = 0; side < count; side += 1)
      interleaved.writeFloatLE(channels[side][at] * gain, (at * count + side) * 4)
  }
  const from = ['-f', 'f32le', '-ar', String(SPEECH_HZ), '-ac', String(count), '-i', '-']
  const plain = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags', '+bitexact']
  // Two mono streams: coupled as stereo, this little room would let each side be heard in the other.
  const apart = count === 2 ? ['-mapping_family', '255'] : []
  const opus = [
    '-ar',
    '16000',
    '-c:a',
    'libopus',
    '-b:a',
    count === 1 ? '16k' : '20k',
    '-application',
    'voip',
  ]
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...from, ...plain, ...opus, ...apart, '-f', 'ogg', path], {
    input: interleaved,
  })
}

function decode(path: string): Float32Array {
  const bytes = execFileSync('ffmpeg', ['-v', 'error', '-i', path, '-f', 'f32le', '-'], {
    maxBuffer: 2 ** 30,
  })
  return new Float32Array(Uint8Array.from(bytes).buffer)
}

/** Calls the two streams left and right (channel mapping family 1, RFC 7845), as players expect; ffmpeg only writes them nameless. */
function nameChannels(path: string): void {
  const file = readFileSync(path)
  const head = file.indexOf('OpusHead')
  if (file[head + 9] !== 2) return
  file[head + 18] = 1
  const pageEnd = file.indexOf('OggS', 4)
  file.writeUInt32LE(0, 22)
  let sum = 0
  for (const byte of file.subarray(0, pageEnd)) {
    sum ^= byte << 24
    for (let bit = 0; bit < 8; bit += 1) sum = (sum << 1) ^ (sum < 0 ? 0x04c11db7 : 0)
  }
  file.writeUInt32LE(sum >>> 0, 22)
  writeFileSync(path, file)
}

const peakOf = (channels: readonly Float32Array[]): number =>
  channels.reduce(
    (peak, line) => line.reduce((highest, sample) => Math.max(highest, Math.abs(sample)), peak),
    0,
  )

/** Throws a sentence that says what to install where a program is missing. */
export function needPrograms(): void {
  for (const [program, ask] of [
    ['espeak-ng', '--version'],
    ['ffmpeg', '-version'],
    ['python3', '--version'],
  ] as const) {
    try {
      execFileSync(program, [ask], { stdio: 'ignore' })
    } catch {
      throw new Error(`${program} is missing. On Debian: apt-get install espeak-ng ffmpeg python3`)
    }
  }
}
