import type { ByteWindow } from '../byte-window.ts'
import { isSameStream, readMpegHeader, type MpegHeader } from './frame-header.ts'

/** Frames that lie one after the other, of one number of channels; `lostBytes` were passed over before them. */
export interface FrameRun {
  bytes: Uint8Array
  frames: number
  channelCount: 1 | 2
  lostBytes: number
  /** The last frame goes on beyond the end of the file. */
  isCut: boolean
}

/** The largest frame of layer III: 320 kbit/s at 32 kHz with padding. */
const largestFrame = 1441
const runBytes = 1 << 16

/**
 * The frames of a stream, in runs of up to `mostFrames`. Bytes that are no frame of `stream` are passed over until two frames follow one
 * another again.
 */
export async function* readFrameRuns(
  window: ByteWindow,
  stream: MpegHeader,
  mostFrames: number,
  signal?: AbortSignal,
): AsyncGenerator<FrameRun> {
  let lostBytes = 0
  for (;;) {
    signal?.throwIfAborted()
    await window.fill(runBytes)
    const { bytes, isLast } = window
    if (bytes.length < 4) return
    const run = takeRun(bytes, stream, mostFrames, isLast)
    if (run.frames > 0) {
      const { length } = run.bytes
      yield { ...run, lostBytes }
      lostBytes = 0
      window.drop(length)
    } else if (run.isCut) {
      yield { ...run, lostBytes }
      return
    } else {
      const lost = lostUpTo(bytes, stream, isLast)
      if (isLast && isTag(bytes)) return
      lostBytes += lost
      window.drop(lost)
      if (isLast && lost === bytes.length) {
        yield { bytes: new Uint8Array(0), frames: 0, channelCount: 1, lostBytes, isCut: false }
        return
      }
    }
  }
}

function takeRun(
  bytes: Uint8Array,
  stream: MpegHeader,
  mostFrames: number,
  isLast: boolean,
): Omit<FrameRun, 'lostBytes'> {
  let at = 0
  let frames = 0
  let channelCount: 1 | 2 | null = null
  let isCut = false
  while (frames < mostFrames) {
    const header = readMpegHeader(bytes, at)
    if (!header || !isSameStream(header, stream)) break
    if (channelCount !== null && header.channelCount !== channelCount) break
    if (at + header.frameBytes > bytes.length) {
      isCut = isLast
      break
    }
    channelCount = header.channelCount
    at += header.frameBytes
    frames += 1
  }
  return {
    bytes: bytes.subarray(0, at),
    frames,
    channelCount: channelCount ?? 1,
    isCut: isCut && frames === 0,
  }
}

/** Bytes to pass over: up to a frame that another follows. Keeps what could be the beginning of one while there is more to read. */
function lostUpTo(bytes: Uint8Array, stream: MpegHeader, isLast: boolean): number {
  for (let at = bytes.indexOf(0xff, 1); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const header = readMpegHeader(bytes, at)
    if (!header || !isSameStream(header, stream)) continue
    const end = at + header.frameBytes
    if (end + 4 > bytes.length) return isLast && end < bytes.length ? bytes.length : at
    const next = readMpegHeader(bytes, end)
    if (next && isSameStream(next, stream)) return at
  }
  return isLast ? bytes.length : Math.max(1, bytes.length - largestFrame)
}

/** The tags that end MP3 files: ID3v1, APE, Lyrics3. */
function isTag(bytes: Uint8Array): boolean {
  const text = String.fromCharCode(...bytes.subarray(0, 11))
  return text.startsWith('TAG') || text.startsWith('APETAGEX') || text.startsWith('LYRICSBEGIN')
}
