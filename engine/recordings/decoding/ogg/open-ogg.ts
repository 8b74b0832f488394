import type { ByteSource } from '../byte-source.ts'
import { openWindow } from '../byte-window.ts'
import { startsWith } from '../foreign-formats.ts'
import { AudioProblem, checkShape, type OpenedAudio } from '../types.ts'
import { opusBlocks } from './opus-blocks.ts'
import { opusRate, readOpusHead, type OpusHead } from './opus-head.ts'
import { readOggPages } from './pages.ts'

/** Codecs in Ogg by the start of their first packet. */
const codecs = [
  { mark: 'OpusHead', name: 'Opus' },
  { mark: '\u0001vorbis', name: 'Ogg Vorbis' },
  { mark: '\u007fFLAC', name: 'Ogg FLAC' },
  { mark: 'Speex   ', name: 'Ogg Speex' },
] as const

type Codec = (typeof codecs)[number]['name']

/** The first pages of a file are looked at, since a file of several streams begins with the first page of each. */
const mostFirstPages = 16

/** An Ogg file: opens Opus, and gives the name of the codec where only ffmpeg decodes it. Throws AudioProblem. */
export async function openOgg(path: string, source: ByteSource): Promise<OpenedAudio | { foreign: string }> {
  const streams: { serial: number; codec: Codec; packet: Uint8Array }[] = []
  let pages = 0
  for await (const page of readOggPages(openWindow(source, 0))) {
    if (++pages > mostFirstPages || (!page.isFirst && streams.length > 0)) break
    const packet = page.pieces[0]
    const codec = packet && codecs.find(({ mark }) => startsWith(packet, mark))
    if (packet && codec && page.isFirst) streams.push({ serial: page.serial, codec: codec.name, packet })
  }
  const opus = streams.find(({ codec }) => codec === 'Opus')
  if (opus) return openOpus(path, source, opus.serial, opus.packet)
  if (streams[0]) return { foreign: streams[0].codec }
  if (pages === 0)
    throw new AudioProblem('damaged', 'This Ogg file is damaged from its beginning; export it again.')
  throw new AudioProblem('no-sound-stream', 'This Ogg file holds no sound.')
}

async function openOpus(
  path: string,
  source: ByteSource,
  serial: number,
  packet: Uint8Array,
): Promise<OpenedAudio> {
  const head = readOpusHead(packet)
  if (!head)
    throw new AudioProblem('damaged', 'The header of this Opus file is damaged; export the recording again.')
  const sampleRate = opusRate(head)
  checkShape(sampleRate, head.channelCount)
  const warnings: string[] = []
  return {
    format: 'ogg-opus',
    codec: 'opus',
    sampleRate,
    channelCount: head.channelCount,
    durationMs: await statedDuration(source, serial, head),
    warnings,
    blocks: (signal) => opusBlocks({ path, serial, head, sampleRate, warnings }, signal),
  }
}

const tailBytes = 1 << 17

/** By the position on the last page of the stream; null where it is not the end of the stream, or more than the file can hold. */
async function statedDuration(source: ByteSource, serial: number, head: OpusHead): Promise<number | null> {
  const tail = openWindow(source, Math.max(0, source.size - tailBytes))
  let samples: number | null = null
  for await (const page of readOggPages(tail)) {
    if (page.serial === serial && page.isLast && page.granule !== null) samples = page.granule - head.preSkip
  }
  // a byte can stand for 120 ms of silence, not for more
  const isPlausible = samples !== null && samples > 0 && samples / 48_000 <= source.size * 0.12
  return isPlausible ? (samples! / 48_000) * 1000 : null
}
