import { OpusDecoder } from 'opus-decoder'
import { t } from '#speech'
import { createBlockQueue, silence } from '../block-queue.ts'
import { openBytes } from '../byte-source.ts'
import { openWindow } from '../byte-window.ts'
import { startsWith } from '../foreign-formats.ts'
import { AudioProblem, type AudioBlock } from '../types.ts'
import { warnOnce } from '../warnings.ts'
import type { OpusHead } from './opus-head.ts'
import { isWellFormed, packetSamples } from './opus-packet.ts'
import { isStreamNext } from './pages.ts'
import { readPackets, type PacketGroup } from './packets.ts'

interface OpusStream {
  path: string
  serial: number
  head: OpusHead
  sampleRate: 8000 | 12_000 | 16_000 | 24_000 | 48_000
  warnings: string[]
}

/** Decoded sound of an Opus stream, trimmed at both ends as its positions say (RFC 7845 4). */
export async function* opusBlocks(stream: OpusStream, signal?: AbortSignal): AsyncGenerator<AudioBlock> {
  const { path, serial, head, sampleRate, warnings } = stream
  const source = await openBytes(path)
  const decode = await startDecoder(stream)
  try {
    const perSample = 48_000 / sampleRate
    const queue = createBlockQueue(head.channelCount, Math.round(head.preSkip / perSample))
    let heldPackets = 0
    const window = openWindow(source, 0)
    let lostBytes = 0
    let hasEnd = false
    // position of the stream, in samples at 48 kHz, before its first packet
    let origin: number | null = null
    for await (const page of readPackets(window, serial, signal)) {
      lostBytes += page.lostBytes
      const packets = page.packets.filter((packet) => !isHeader(packet))
      const held = packets.reduce((sum, packet) => sum + (packetSamples(packet) ?? 0), 0)
      if (origin === null && page.granule !== null && packets.length > 0)
        origin = page.isLast ? 0 : Math.max(0, page.granule - held)
      const missing = gapBefore(page, held, (origin ?? 0) + queue.frames * perSample)
      for (const piece of silence(head.channelCount, Math.round(missing / perSample))) {
        queue.push(piece)
        yield* queue.take(false)
      }
      const end =
        page.isLast && page.granule !== null && origin !== null
          ? Math.max(0, Math.round((page.granule - origin) / perSample))
          : Infinity
      for (const packet of packets) {
        const decoded = decode(packet)
        if (decoded.isWhole) heldPackets += 1
        const length = Math.max(0, Math.min(decoded.channels[0]!.length, end - queue.frames))
        queue.push(decoded.channels.map((channel) => channel.subarray(0, length)))
      }
      yield* queue.take(false)
      if (page.isLast) {
        hasEnd = true
        break
      }
    }
    if (heldPackets === 0)
      throw new AudioProblem('damaged', t`This Opus file holds no sound that can be decoded.`)
    if (lostBytes > 0)
      warnOnce(
        warnings,
        t`Parts of this Opus file are damaged; ${{ bytes: lostBytes }} bytes were passed over.`,
      )
    if (!hasEnd) warnOnce(warnings, t`This Opus file is cut short; what is there was read.`)
    if (hasEnd && (await isStreamNext(window)))
      warnOnce(warnings, t`This file is several recordings joined together; only the first was read.`)
    yield* queue.take(true)
  } finally {
    decode.free()
    await source.close()
  }
}

/** The two packets before the sound. */
function isHeader(packet: Uint8Array): boolean {
  return startsWith(packet, 'OpusHead') || startsWith(packet, 'OpusTags')
}

/** Samples at 48 kHz that are missing before a page, no more than the bytes that are lost can have held. */
function gapBefore(page: PacketGroup, held: number, position: number): number {
  if (!page.isAfterGap || page.granule === null) return 0
  const gap = page.granule - held - position
  const mostPerPage = 255 * 5760
  return gap > 0 && gap <= (Math.ceil(page.lostBytes / 27) + 1) * mostPerPage ? gap : 0
}

interface Decode {
  /** The sound of a packet; silence of its length where it cannot be decoded. */
  (packet: Uint8Array): { channels: Float32Array[]; isWhole: boolean }
  free(): void
}

async function startDecoder({ head, sampleRate }: OpusStream): Promise<Decode> {
  const { channelCount: channels, streamCount, coupledCount, mapping, gain } = head
  const decoder = new OpusDecoder({
    sampleRate,
    channels,
    streamCount,
    coupledStreamCount: coupledCount,
    channelMappingTable: mapping,
    preSkip: 0,
  })
  await decoder.ready
  const largestPacket = 3840 * channels
  const decode = (packet: Uint8Array) => {
    const isUsable = packet.length <= largestPacket && (streamCount > 1 || isWellFormed(packet))
    const { channelData, samplesDecoded } = isUsable
      ? decoder.decodeFrame(packet)
      : { channelData: [], samplesDecoded: 0 }
    const length = Math.round(((packetSamples(packet) ?? 0) * sampleRate) / 48_000)
    if (samplesDecoded === 0)
      return { channels: Array.from({ length: channels }, () => new Float32Array(length)), isWhole: false }
    return {
      channels: channelData.map((channel) => scaled(channel.subarray(0, samplesDecoded), gain)),
      isWhole: true,
    }
  }
  return Object.assign(decode, { free: () => decoder.free() })
}

/** Within -1..1, as the decoder may go beyond on loud sound. */
function scaled(samples: Float32Array, gain: number): Float32Array {
  return samples.map((sample) => Math.max(-1, Math.min(1, sample * gain)))
}
