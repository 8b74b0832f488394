import { t } from '#speech'
import { createBlockQueue, silence } from '../block-queue.ts'
import { openBytes } from '../byte-source.ts'
import { openWindow } from '../byte-window.ts'
import { AudioProblem, type AudioBlock } from '../types.ts'
import { warnOnce } from '../warnings.ts'
import { isStreamNext } from './pages.ts'
import { readPackets, type PacketGroup } from './packets.ts'
import { createVorbisDecoder, type VorbisDecoder } from './vorbis-decoder.ts'

interface VorbisStream {
  path: string
  serial: number
  channelCount: number
  warnings: string[]
}

const headerPackets = 3

/** Decoded sound of a Vorbis stream, its end trimmed as its last position says (Vorbis I specification, A.2). */
export async function* vorbisBlocks(stream: VorbisStream, signal?: AbortSignal): AsyncGenerator<AudioBlock> {
  const { path, serial, channelCount, warnings } = stream
  const source = await openBytes(path)
  try {
    const decoder = createVorbisDecoder()
    const queue = createBlockQueue(channelCount)
    let headers = 0
    const window = openWindow(source, 0)
    let lostBytes = 0
    let decodedFrames = 0
    let hasEnd = false
    let origin: number | null = null
    for await (const page of readPackets(window, serial, signal)) {
      lostBytes += page.lostBytes
      for (; headers < headerPackets && page.packets.length > 0; headers++) {
        if (!decoder.header(page.packets.shift()!)) throw damaged()
      }
      const pieces = decodePage(decoder, page, channelCount)
      const frames = pieces.reduce((sum, piece) => sum + piece[0]!.length, 0)
      decodedFrames += frames
      if (origin === null && page.granule !== null && frames > 0)
        origin = page.isLast ? 0 : Math.max(0, page.granule - frames)
      for (const piece of silence(channelCount, gapBefore(page, frames, (origin ?? 0) + queue.frames))) {
        queue.push(piece)
        yield* queue.take(false)
      }
      const end = page.isLast && page.granule !== null && origin !== null ? page.granule - origin : Infinity
      for (const piece of pieces) {
        const length = Math.max(0, Math.min(piece[0]!.length, end - queue.frames))
        queue.push(piece.map((channel) => channel.subarray(0, length)))
      }
      yield* queue.take(false)
      if (page.isLast) {
        hasEnd = true
        break
      }
    }
    if (decodedFrames === 0) throw damaged()
    if (lostBytes > 0)
      warnOnce(
        warnings,
        t`Parts of this Ogg Vorbis file are damaged; ${{ bytes: lostBytes }} bytes were passed over.`,
      )
    if (!hasEnd) warnOnce(warnings, t`This Ogg Vorbis file is cut short; what is there was read.`)
    if (hasEnd && (await isStreamNext(window)))
      warnOnce(warnings, t`This file is several recordings joined together; only the first was read.`)
    yield* queue.take(true)
  } finally {
    await source.close()
  }
}

function damaged(): AudioProblem {
  return new AudioProblem('damaged', t`This Ogg Vorbis file holds no sound that can be decoded.`)
}

function decodePage(decoder: VorbisDecoder, page: PacketGroup, channelCount: number): Float32Array[][] {
  return page.packets
    .map((packet) => decoder.decode(packet))
    .filter((channels) => channels.length === channelCount)
}

/** Frames that are missing before a page; a lost byte stands for no more than the longest block of silence. */
function gapBefore(page: PacketGroup, frames: number, position: number): number {
  if (!page.isAfterGap || page.granule === null) return 0
  const gap = page.granule - frames - position
  return gap > 0 && gap <= (page.lostBytes + 1) * 8192 ? gap : 0
}
