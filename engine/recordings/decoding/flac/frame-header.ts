import { crc8 } from './checksums.ts'
import type { StreamInfo } from './stream-info.ts'

export interface FrameHeader {
  blockSize: number
  /** 0 to 7: so many independent channels and one; 8 left and side, 9 side and right, 10 mid and side. */
  channelAssignment: number
  bitsPerSample: number
  /** Of the first sample, counted from the start of the stream. */
  firstSample: number
  /** Bytes of the header with its checksum. */
  length: number
}

const bitDepths: Record<number, number> = { 1: 8, 2: 12, 4: 16, 5: 20, 6: 24, 7: 32 }

/**
 * Reads a frame header (RFC 9639 9.1) that fits the stream; null where there is none, its checksum is wrong, or it speaks of another number
 * of channels or bits than the stream has.
 */
export function readFrameHeader(bytes: Uint8Array, at: number, info: StreamInfo): FrameHeader | null {
  if (bytes[at] !== 0xff || (bytes[at + 1]! & 0xfe) !== 0xf8 || at + 6 > bytes.length) return null
  const blockCode = bytes[at + 2]! >> 4
  const rateCode = bytes[at + 2]! & 15
  const channelAssignment = bytes[at + 3]! >> 4
  const depthCode = (bytes[at + 3]! >> 1) & 7
  if (blockCode === 0 || rateCode === 15 || channelAssignment > 10 || bytes[at + 3]! & 1) return null
  const number = codedNumber(bytes, at + 4)
  if (!number) return null
  let next = at + 4 + number.length
  const sizeBytes = blockCode === 6 ? 1 : blockCode === 7 ? 2 : 0
  const rateBytes = rateCode === 12 ? 1 : rateCode === 13 || rateCode === 14 ? 2 : 0
  const blockSize = blockSizeOf(blockCode, bytes, next)
  next += sizeBytes + rateBytes
  if (next >= bytes.length || crc8(bytes, at, next) !== bytes[next]) return null
  const bitsPerSample = depthCode === 0 ? info.bitsPerSample : bitDepths[depthCode]
  const channelCount = channelAssignment < 8 ? channelAssignment + 1 : 2
  if (bitsPerSample !== info.bitsPerSample || channelCount !== info.channelCount) return null
  const isBySample = (bytes[at + 1]! & 1) === 1
  const firstSample = isBySample ? number.value : number.value * info.shortestBlock
  return { blockSize, channelAssignment, bitsPerSample, firstSample, length: next + 1 - at }
}

function blockSizeOf(code: number, bytes: Uint8Array, at: number): number {
  if (code === 1) return 192
  if (code < 6) return 144 << code
  if (code === 6) return bytes[at]! + 1
  if (code === 7) return ((bytes[at]! << 8) | bytes[at + 1]!) + 1
  return 1 << code
}

/** A number of up to 36 bits in the manner of UTF-8. */
function codedNumber(bytes: Uint8Array, at: number): { value: number; length: number } | null {
  const first = bytes[at]!
  if (first < 0x80) return { value: first, length: 1 }
  const length = Math.clz32(~first << 24)
  if (length < 2 || length > 7) return null
  let value = first & (0x7f >> length)
  for (let index = 1; index < length; index++) {
    const byte = bytes[at + index]
    if (byte === undefined || (byte & 0xc0) !== 0x80) return null
    value = value * 64 + (byte & 0x3f)
  }
  return { value, length }
}
