import { readWavFormat } from '../wav/wav-format.ts'

/** The head of the WAV stream that ffmpeg writes: what it says, and the bytes after it. */
export interface StreamHead {
  sampleRate: number
  channelCount: number
}

/**
 * Reads the head of a stream of chunks up to the start of its sound. Gives null when the stream ends before, else what it says and the
 * bytes of sound that came along.
 */
export async function readStreamHead(
  chunks: AsyncIterator<Buffer>,
): Promise<{ head: StreamHead; rest: Buffer } | null> {
  let bytes: Buffer = Buffer.alloc(0)
  for (;;) {
    const dataAt = bytes.indexOf('data')
    if (dataAt !== -1 && bytes.length >= dataAt + 8) {
      const head = formatOf(bytes)
      return head && { head, rest: bytes.subarray(dataAt + 8) }
    }
    const next = await chunks.next()
    if (next.done || bytes.length > 1 << 16) return null
    bytes = Buffer.concat([bytes, next.value])
  }
}

function formatOf(bytes: Buffer): StreamHead | null {
  const at = bytes.indexOf('fmt ')
  if (at === -1) return null
  const length = Math.min(40, bytes.readUInt32LE(at + 4))
  const format = readWavFormat(new DataView(bytes.buffer, bytes.byteOffset + at + 8, length))
  if ('foreign' in format) return null
  return { sampleRate: format.sampleRate, channelCount: format.channelCount }
}
