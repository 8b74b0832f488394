import { startsWith } from '../foreign-formats.ts'

/** The first packet of an Opus stream (RFC 7845 5.1). */
export interface OpusHead {
  channelCount: number
  /** Samples at 48 kHz before the sound. */
  preSkip: number
  /** Of what was encoded, for information; 0 when unknown. */
  inputSampleRate: number
  /** What to multiply the sound with. */
  gain: number
  streamCount: number
  coupledCount: number
  mapping: number[]
}

/** Reads the packet; null where it is none, or of a version to come. */
export function readOpusHead(packet: Uint8Array): OpusHead | null {
  if (!startsWith(packet, 'OpusHead') || packet.length < 19 || packet[8]! > 15) return null
  const view = new DataView(packet.buffer, packet.byteOffset, packet.byteLength)
  const channelCount = packet[9]!
  const family = packet[18]!
  const common = {
    channelCount,
    preSkip: view.getUint16(10, true),
    inputSampleRate: view.getUint32(12, true),
    gain: 10 ** (view.getInt16(16, true) / 256 / 20),
  }
  if (family === 0) {
    if (channelCount < 1 || channelCount > 2) return null
    return {
      ...common,
      streamCount: 1,
      coupledCount: channelCount - 1,
      mapping: [0, 1].slice(0, channelCount),
    }
  }
  if (packet.length < 21 + channelCount) return null
  const [streamCount, coupledCount] = [packet[19]!, packet[20]!]
  const mapping = [...packet.subarray(21, 21 + channelCount)]
  const isValid =
    streamCount > 0 &&
    coupledCount <= streamCount &&
    mapping.every((index) => index === 255 || index < streamCount + coupledCount)
  return isValid ? { ...common, streamCount, coupledCount, mapping } : null
}

/** The lowest rate of Opus that keeps all of the recording. */
export function opusRate(head: OpusHead): 8000 | 12_000 | 16_000 | 24_000 | 48_000 {
  const rates = [8000, 12_000, 16_000, 24_000] as const
  if (head.inputSampleRate === 0) return 48_000
  return rates.find((rate) => rate >= head.inputSampleRate) ?? 48_000
}
