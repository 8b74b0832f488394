import { t } from '#speech'
import type { ByteSource } from '../byte-source.ts'
import { openWindow } from '../byte-window.ts'
import { startsWith } from '../foreign-formats.ts'
import { AudioProblem, checkShape, type OpenedAudio } from '../types.ts'
import { opusBlocks } from './opus-blocks.ts'
import { opusRate, readOpusHead } from './opus-head.ts'
import { readOggPages } from './pages.ts'
import { vorbisBlocks } from './vorbis-blocks.ts'
import { readVorbisHead } from './vorbis-head.ts'

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

/** An Ogg file: opens Opus and Vorbis, and gives the name of the codec where only ffmpeg decodes it. Throws AudioProblem. */
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
  const vorbis = streams.find(({ codec }) => codec === 'Ogg Vorbis')
  if (vorbis) return openVorbis(path, source, vorbis.serial, vorbis.packet)
  if (streams[0]) return { foreign: streams[0].codec }
  if (pages === 0)
    throw new AudioProblem('damaged', t`This Ogg file is damaged from its beginning; export it again.`)
  throw new AudioProblem('no-sound-stream', t`This Ogg file holds no sound.`)
}

async function openOpus(
  path: string,
  source: ByteSource,
  serial: number,
  packet: Uint8Array,
): Promise<OpenedAudio> {
  const head = readOpusHead(packet)
  if (!head)
    throw new AudioProblem('damaged', t`The header of this Opus file is damaged; export the recording again.`)
  const sampleRate = opusRate(head)
  checkShape(sampleRate, head.channelCount)
  const warnings: string[] = []
  return {
    format: 'ogg-opus',
    codec: 'opus',
    sampleRate,
    channelCount: head.channelCount,
    durationMs: await statedDuration(source, serial, 48_000, head.preSkip),
    warnings,
    blocks: (signal) => opusBlocks({ path, serial, head, sampleRate, warnings }, signal),
  }
}

async function openVorbis(
  path: string,
  source: ByteSource,
  serial: number,
  packet: Uint8Array,
): Promise<OpenedAudio> {
  const head = readVorbisHead(packet)
  if (!head)
    throw new AudioProblem('damaged', t`The header of this Ogg Vorbis file is damaged; export it again.`)
  const { channelCount, sampleRate } = head
  checkShape(sampleRate, channelCount)
  const warnings: string[] = []
  return {
    format: 'ogg-vorbis',
    codec: 'vorbis',
    sampleRate,
    channelCount,
    durationMs: await statedDuration(source, serial, sampleRate, 0),
    warnings,
    blocks: (signal) => vorbisBlocks({ path, serial, channelCount, warnings }, signal),
  }
}

const tailBytes = 1 << 17

/** By the position on the last page of the stream; null where it is not the end of the stream, or more than the file can hold. */
async function statedDuration(
  source: ByteSource,
  serial: number,
  positionsPerSecond: number,
  skipped: number,
): Promise<number | null> {
  const tail = openWindow(source, Math.max(0, source.size - tailBytes))
  let samples: number | null = null
  for await (const page of readOggPages(tail)) {
    if (page.serial === serial && page.isLast && page.granule !== null) samples = page.granule - skipped
  }
  if (samples === null || samples <= 0) return null
  // a byte can stand for 120 ms of silence in Opus, for more in nothing
  const seconds = samples / positionsPerSecond
  return seconds <= source.size * 0.12 ? seconds * 1000 : null
}
