import type { ByteWindow } from '../byte-window.ts'

/** A page of an Ogg file (RFC 3533): a piece of one logical stream. */
export interface OggPage {
  serial: number
  sequence: number
  /** Position of the stream after the last packet that ends here; null where none ends. */
  granule: number | null
  isFirst: boolean
  isLast: boolean
  isContinued: boolean
  /** Pieces of packets; all but the last are the ends of packets, and so is the last one unless `isOpen`. */
  pieces: Uint8Array[]
  isOpen: boolean
  /** Bytes passed over before this page, because they were no page or had a wrong checksum. */
  lostBytes: number
}

const largestPage = 27 + 255 + 255 * 255

/** The pages from where the window stands on. */
export async function* readOggPages(window: ByteWindow, signal?: AbortSignal): AsyncGenerator<OggPage> {
  let lostBytes = 0
  for (;;) {
    signal?.throwIfAborted()
    await window.fill(largestPage)
    const { bytes } = window
    if (bytes.length === 0) return
    const length = pageLength(bytes)
    if (length === null || checksum(bytes, length) !== viewOf(bytes).getUint32(22, true)) {
      const lost = bytesToNextMark(bytes)
      lostBytes += lost
      window.drop(lost)
      continue
    }
    const page = { ...readPage(bytes, length), lostBytes }
    lostBytes = 0
    window.drop(length)
    yield page
  }
}

/** Whether another stream begins where the window stands: files are joined by putting them one after the other. */
export async function isStreamNext(window: ByteWindow): Promise<boolean> {
  await window.fill(27)
  return window.bytes.length >= 27 && isMark(window.bytes, 0) && (window.bytes[5]! & 2) !== 0
}

function pageLength(bytes: Uint8Array): number | null {
  if (bytes.length < 27 || !isMark(bytes, 0) || bytes[4] !== 0) return null
  const segments = bytes[26]!
  if (bytes.length < 27 + segments) return null
  const body = bytes.subarray(27, 27 + segments).reduce((sum, size) => sum + size, 0)
  const length = 27 + segments + body
  return length <= bytes.length ? length : null
}

function readPage(bytes: Uint8Array, length: number): Omit<OggPage, 'lostBytes'> {
  const view = viewOf(bytes)
  const flags = bytes[5]!
  const sizes = bytes.subarray(27, 27 + bytes[26]!)
  const pieces: Uint8Array[] = []
  let start = 27 + sizes.length
  let size = 0
  for (const [index, segment] of sizes.entries()) {
    size += segment
    if (segment === 255 && index < sizes.length - 1) continue
    pieces.push(bytes.slice(start, start + size))
    start += size
    size = 0
  }
  const high = view.getInt32(10, true)
  return {
    serial: view.getUint32(14, true),
    sequence: view.getUint32(18, true),
    granule: high < 0 ? null : high * 2 ** 32 + view.getUint32(6, true),
    isFirst: (flags & 2) !== 0,
    isLast: (flags & 4) !== 0,
    isContinued: (flags & 1) !== 0,
    pieces: start > length ? [] : pieces,
    isOpen: sizes.at(-1) === 255,
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function isMark(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x4f && bytes[at + 1] === 0x67 && bytes[at + 2] === 0x67 && bytes[at + 3] === 0x53
}

function bytesToNextMark(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(0x4f, 1); at !== -1; at = bytes.indexOf(0x4f, at + 1)) {
    if (isMark(bytes, at)) return at
    if (at + 4 > bytes.length) return at
  }
  return bytes.length
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte << 24
  for (let bit = 0; bit < 8; bit++) remainder = remainder < 0 ? (remainder << 1) ^ 0x04c11db7 : remainder << 1
  return remainder >>> 0
})

/** The checksum of a page, with its own field as zeros. */
function checksum(bytes: Uint8Array, length: number): number {
  let crc = 0
  for (let index = 0; index < length; index++) {
    const byte = index >= 22 && index < 26 ? 0 : bytes[index]!
    crc = (crc << 8) ^ crcTable[(crc >>> 24) ^ byte]!
  }
  return crc >>> 0
}
