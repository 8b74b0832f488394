import type { MpegHeader } from './frame-header.ts'

/** What an encoder notes in a first frame without sound. */
export interface StreamNotes {
  /** Frames of sound; null where they were not counted. */
  frames: number | null
  /** Samples at both ends that are not of the recording. */
  startPadding: number
  endPadding: number
}

/** How long any decoder runs behind, in samples; the notes of LAME do not count it. */
const decoderDelay = 529

/**
 * Reads a Xing or Info frame with LAME's extension, or a VBRI frame of Fraunhofer's; null where the frame is sound. (Source: the LAME
 * project's description of its tag, revision 1; layer III side information is 17 or 32 bytes in MPEG 1, 9 or 17 in MPEG 2.)
 */
export function readStreamNotes(frame: Uint8Array, header: MpegHeader): StreamNotes | null {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength)
  const sideBytes = header.version === 3 ? [17, 32] : [9, 17]
  const at = 4 + sideBytes[header.channelCount - 1]!
  if (textAt(frame, at) === 'Xing' || textAt(frame, at) === 'Info') return readXing(frame, view, at)
  const vbriAt = 36
  if (textAt(frame, vbriAt) === 'VBRI' && frame.length >= vbriAt + 18)
    return { frames: view.getUint32(vbriAt + 14), startPadding: 0, endPadding: 0 }
  return null
}

function readXing(frame: Uint8Array, view: DataView, at: number): StreamNotes {
  const flags = at + 8 <= frame.length ? view.getUint32(at + 4) : 0
  const hasFrames = (flags & 1) !== 0 && at + 12 <= frame.length
  const frames = hasFrames ? view.getUint32(at + 8) : null
  const lameAt =
    at + 8 + (flags & 1 ? 4 : 0) + (flags & 2 ? 4 : 0) + (flags & 4 ? 100 : 0) + (flags & 8 ? 4 : 0)
  const name = textAt(frame, lameAt)
  const isLame = name === 'LAME' || name === 'Lavf' || name === 'Lavc'
  if (!isLame || lameAt + 24 > frame.length) return { frames, startPadding: 0, endPadding: 0 }
  const [high, middle, low] = [frame[lameAt + 21]!, frame[lameAt + 22]!, frame[lameAt + 23]!]
  const encoderDelay = (high << 4) | (middle >> 4)
  const encoderPadding = ((middle & 15) << 8) | low
  return {
    frames,
    startPadding: encoderDelay + decoderDelay,
    endPadding: Math.max(0, encoderPadding - decoderDelay),
  }
}

function textAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}
