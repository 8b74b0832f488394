import { t } from '#speech'
import { AudioProblem, checkShape } from '../types.ts'
import { sampleBytes, type WavCodec } from './samples.ts'

export interface WavFormat {
  codec: WavCodec
  sampleRate: number
  channelCount: number
  /** Bytes of one frame: a sample of each channel. */
  frameBytes: number
  warnings: string[]
}

/** A codec that only ffmpeg decodes, by its name for sentences. */
export interface ForeignWavCodec {
  foreign: string
}

const extensible = 0xfffe

/** Codecs of the registry (RFC 2361) that recorders of calls write. */
const foreignCodecs: Record<number, string> = {
  0x02: 'Microsoft ADPCM',
  0x11: 'IMA ADPCM',
  0x14: 'G.723 ADPCM',
  0x22: 'TrueSpeech',
  0x31: 'GSM 6.10',
  0x40: 'G.721 ADPCM',
  0x42: 'G.723.1',
  0x45: 'G.726 ADPCM',
  0x50: 'MPEG audio',
  0x55: 'MP3',
  0x64: 'G.726 ADPCM',
  0x65: 'G.722 ADPCM',
  0x83: 'G.729',
  0xff: 'AAC',
  0x161: 'Windows Media Audio',
}

/**
 * Reads a `fmt ` chunk. A false block size is put right with a warning, since the other fields say it too. Throws AudioProblem
 * `damaged` or `unreadable` where the header cannot be.
 */
export function readWavFormat(format: DataView): WavFormat | ForeignWavCodec {
  if (format.byteLength < 14)
    throw new AudioProblem('damaged', t`The header of this WAV file breaks off; export the recording again.`)
  const tag = format.getUint16(0, true)
  const channelCount = format.getUint16(2, true)
  const sampleRate = format.getUint32(4, true)
  const claimedFrameBytes = format.getUint16(12, true)
  const bits = format.byteLength >= 16 ? format.getUint16(14, true) : 8
  const meaning = tag === extensible && format.byteLength >= 26 ? format.getUint16(24, true) : tag
  checkShape(sampleRate, channelCount)
  const codec = codecOf(meaning, bits, claimedFrameBytes / channelCount)
  if (codec === null)
    return { foreign: foreignCodecs[meaning] ?? t`number ${{ number: meaning }} with ${{ bits }} bits` }
  const frameBytes = sampleBytes(codec) * channelCount
  const warnings =
    frameBytes === claimedFrameBytes
      ? []
      : [t`The header of this WAV file contradicts itself; its bits per sample were believed.`]
  return { codec, sampleRate, channelCount, frameBytes, warnings }
}

/** The codec by its number and bits; where samples lie in larger containers (24 bits in 4 bytes), by the container. */
function codecOf(tag: number, bits: number, containerBytes: number): WavCodec | null {
  if (tag === 6) return 'a-law'
  if (tag === 7) return 'mu-law'
  if (tag === 3) return bits === 64 ? 'float64' : bits === 32 ? 'float32' : null
  if (tag !== 1) return null
  const needed = Math.ceil(bits / 8)
  const isContainer = Number.isInteger(containerBytes) && containerBytes >= needed && containerBytes <= 4
  const bytes = isContainer && needed > 0 ? containerBytes : needed
  return ({ 1: 'pcm-u8', 2: 'pcm-s16', 3: 'pcm-s24', 4: 'pcm-s32' } as const)[bytes] ?? null
}
