import { createBitReader } from './bit-reader.ts'
import { crc16 } from './checksums.ts'
import { readFrameHeader } from './frame-header.ts'
import type { StreamInfo } from './stream-info.ts'
import { readSubframe } from './subframe.ts'

export interface DecodedFrame {
  channels: Float32Array[]
  firstSample: number
  /** Bytes of the whole frame. */
  length: number
}

/** Decodes the frame at a place; null where there is none that is whole and has its checksum right. */
export function readFrame(bytes: Uint8Array, at: number, info: StreamInfo): DecodedFrame | null {
  const header = readFrameHeader(bytes, at, info)
  if (!header) return null
  const { channelAssignment, blockSize, bitsPerSample } = header
  const reader = createBitReader(bytes, at + header.length)
  const channels: Int32Array[] = []
  for (let channel = 0; channel < info.channelCount; channel++) {
    const isSide = channel === (channelAssignment === 9 ? 0 : 1) && channelAssignment > 7
    const samples = new Int32Array(blockSize)
    if (!readSubframe(reader, bitsPerSample + (isSide ? 1 : 0), samples)) return null
    channels.push(samples)
  }
  reader.skipToByte()
  const end = reader.byteAt
  if (end + 2 > bytes.length || crc16(bytes, at, end) !== ((bytes[end]! << 8) | bytes[end + 1]!)) return null
  if (channelAssignment > 7) undoStereo(channels[0]!, channels[1]!, channelAssignment)
  const scale = 2 ** (1 - bitsPerSample)
  return {
    channels: channels.map((samples) => scaled(samples, scale)),
    firstSample: header.firstSample,
    length: end + 2 - at,
  }
}

/** Left and right again from a channel and the difference, or from mean and difference (RFC 9639 4.2). */
function undoStereo(first: Int32Array, second: Int32Array, assignment: number): void {
  for (let index = 0; index < first.length; index++) {
    const [one, other] = [first[index]!, second[index]!]
    if (assignment === 8) second[index] = one - other
    else if (assignment === 9) first[index] = one + other
    else {
      const double = one * 2 + (other & 1)
      first[index] = (double + other) >> 1
      second[index] = (double - other) >> 1
    }
  }
}

function scaled(samples: Int32Array, scale: number): Float32Array {
  const floats = new Float32Array(samples.length)
  for (let index = 0; index < samples.length; index++) floats[index] = samples[index]! * scale
  return floats
}
