import type { ByteSource } from '../byte-source.ts'

/** What the chunks of a RIFF file say: the `fmt ` chunk, and where the sound lies. */
export interface WavChunks {
  /** The first 40 bytes of `fmt `, fewer where it is shorter; null when there is none. */
  format: DataView | null
  /** Where the sound begins and how long it claims to be; null when there is no `data`. */
  data: { start: number; claimedBytes: number; isOpenEnded: boolean } | null
}

const mostChunks = 1000

/**
 * Walks the chunks of a RIFF, RF64 or BW64 file until format and sound are found. Streaming writers leave 0 or 0xFFFFFFFF as the
 * size of the sound: then it goes on to the end of the file. RF64 keeps the true size in `ds64` (EBU Tech 3306).
 */
export async function readWavChunks(source: ByteSource): Promise<WavChunks> {
  const found: WavChunks = { format: null, data: null }
  let position = 12
  let longDataBytes: number | null = null
  for (let count = 0; count < mostChunks && position + 8 <= source.size; count++) {
    const head = viewOf(await source.readAt(position, 48))
    if (head.byteLength < 8) break
    const id = chunkId(head)
    const size = head.getUint32(4, true)
    const start = position + 8
    if (id === 'ds64' && head.byteLength >= 24)
      longDataBytes = head.getUint32(16, true) + head.getUint32(20, true) * 2 ** 32
    if (id === 'fmt ') found.format = viewOf(bytesOf(head).subarray(8, 8 + Math.min(40, size)))
    if (id === 'data') {
      const long = size === 0xffffffff ? longDataBytes : null
      const isOpenEnded =
        (size === 0xffffffff && long === null) || (size === 0 && !(await isChunkAt(source, start)))
      found.data = { start, claimedBytes: long ?? (isOpenEnded ? source.size - start : size), isOpenEnded }
      if (found.format !== null || isOpenEnded) break
    }
    position = await nextChunk(source, start, size)
  }
  return found
}

/** Chunks begin at even places. Some writers forget the byte that fills up an odd one: the name of the next tells. */
async function nextChunk(source: ByteSource, start: number, size: number): Promise<number> {
  const end = start + size
  if (size % 2 === 0) return end
  return (await isChunkAt(source, end)) && !(await isChunkAt(source, end + 1)) ? end : end + 1
}

/** Whether a chunk that fits into the file seems to begin here. */
async function isChunkAt(source: ByteSource, position: number): Promise<boolean> {
  const head = viewOf(await source.readAt(position, 8))
  if (head.byteLength < 8) return false
  return (
    /^[A-Za-z][A-Za-z0-9 _-]{3}$/.test(chunkId(head)) &&
    position + 8 + head.getUint32(4, true) <= source.size + 1
  )
}

function chunkId(view: DataView): string {
  return String.fromCharCode(view.getUint8(0), view.getUint8(1), view.getUint8(2), view.getUint8(3))
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
}
