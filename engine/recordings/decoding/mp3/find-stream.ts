import { isSameStream, readMpegHeader, type MpegHeader } from './frame-header.ts'

/**
 * Where an MPEG audio stream begins in `bytes`: at the first frame that `confirming` frames of the same stream follow. Fewer are
 * enough when `isWhole` says that the file ends with `bytes`, exactly at the end of a frame. Null when there is none: a sync word alone
 * is eleven bits, which any other file holds by chance.
 */
export function findMpegStream(
  bytes: Uint8Array,
  confirming: number,
  isWhole: boolean,
): { at: number; header: MpegHeader } | null {
  for (let at = bytes.indexOf(0xff); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const header = readMpegHeader(bytes, at)
    if (header && isConfirmed(bytes, at, header, confirming, isWhole)) return { at, header }
  }
  return null
}

function isConfirmed(
  bytes: Uint8Array,
  at: number,
  header: MpegHeader,
  confirming: number,
  isWhole: boolean,
): boolean {
  let next = at + header.frameBytes
  for (let count = 0; count < confirming; count++) {
    if (isWhole && isEndOfSound(bytes, next)) return true
    const following = readMpegHeader(bytes, next)
    if (!following || !isSameStream(header, following)) return false
    next += following.frameBytes
  }
  return true
}

/** The end of the bytes, or an ID3v1 or APE tag that goes up to it. */
function isEndOfSound(bytes: Uint8Array, at: number): boolean {
  if (at === bytes.length) return true
  const tag = String.fromCharCode(...bytes.subarray(at, at + 8))
  return (tag.startsWith('TAG') && bytes.length - at === 128) || tag === 'APETAGEX'
}

/** Bytes of the ID3v2 tag that begins at a place, with its header and footer; 0 when there is none (id3.org, ID3v2.4 3.1). */
export function id3Bytes(bytes: Uint8Array, at = 0): number {
  if (at + 10 > bytes.length || bytes[at] !== 0x49 || bytes[at + 1] !== 0x44 || bytes[at + 2] !== 0x33)
    return 0
  const size = [6, 7, 8, 9].reduce((sum, index) => sum * 128 + (bytes[at + index]! & 0x7f), 0)
  return 10 + size + (bytes[at + 5]! & 0x10 ? 10 : 0)
}
