import type { ByteSource } from '../byte-source.ts'

/** What the first metadata block says (RFC 9639 8.2), and where the frames begin. */
export interface StreamInfo {
  shortestBlock: number
  longestBlock: number
  sampleRate: number
  channelCount: number
  bitsPerSample: number
  /** 0 where the encoder did not know. */
  totalSamples: number
  soundStart: number
}

const mostBlocks = 10_000

/** Reads the metadata after the mark `fLaC` at `start`; null where it is not whole. */
export async function readStreamInfo(source: ByteSource, start: number): Promise<StreamInfo | null> {
  let position = start + 4
  let info: Omit<StreamInfo, 'soundStart'> | null = null
  for (let count = 0; count < mostBlocks; count++) {
    const head = await source.readAt(position, 4 + 34)
    if (head.length < 4) return null
    const type = head[0]! & 0x7f
    const length = (head[1]! << 16) | (head[2]! << 8) | head[3]!
    if (count === 0) {
      if (type !== 0 || length < 34 || head.length < 38) return null
      info = streamInfo(new DataView(head.buffer, head.byteOffset + 4, 34))
    }
    position += 4 + length
    if (head[0]! & 0x80) return info && { ...info, soundStart: position }
  }
  return null
}

function streamInfo(view: DataView): Omit<StreamInfo, 'soundStart'> {
  const packed = view.getUint32(10)
  return {
    shortestBlock: view.getUint16(0),
    longestBlock: view.getUint16(2),
    sampleRate: packed >>> 12,
    channelCount: ((packed >>> 9) & 7) + 1,
    bitsPerSample: ((packed >>> 4) & 31) + 1,
    totalSamples: (packed & 15) * 2 ** 32 + view.getUint32(14),
  }
}
