import { t } from '#speech'
import { createBlockQueue, silence } from '../block-queue.ts'
import { openBytes, type ByteSource } from '../byte-source.ts'
import { openWindow } from '../byte-window.ts'
import { headBytes } from '../content.ts'
import { AudioProblem, type AudioBlock, type OpenedAudio } from '../types.ts'
import { warnOnce } from '../warnings.ts'
import { findMpegStream } from './find-stream.ts'
import { createEndTrim } from './end-trim.ts'
import type { MpegHeader } from './frame-header.ts'
import { readFrameRuns, type FrameRun } from './frames.ts'
import { createMp3Decoder } from './minimp3.ts'
import { readStreamNotes, type StreamNotes } from './stream-notes.ts'

const framesPerRun = 56

/** An MPEG layer III stream that begins at or shortly after `start`. minimp3 decodes. Throws AudioProblem `damaged`. */
export async function openMp3(path: string, source: ByteSource, start: number): Promise<OpenedAudio> {
  const head = await source.readAt(start, headBytes)
  const isWhole = start + head.length >= source.size
  const found = findMpegStream(head, 3, isWhole) ?? findMpegStream(head, 1, isWhole)
  if (!found) throw new AudioProblem('damaged', t`This MP3 file holds no sound that can be decoded.`)
  const { at, header } = found
  const notes = readStreamNotes(head.subarray(at, at + header.frameBytes), header)
  const soundStart = start + at + (notes ? header.frameBytes : 0)
  const samples = countedSamples(notes, header)
  const warnings: string[] = []
  return {
    format: 'mp3',
    codec: 'mp3',
    sampleRate: header.sampleRate,
    channelCount: header.channelCount,
    durationMs: isPlausible(samples, header, source.size) ? (samples / header.sampleRate) * 1000 : null,
    warnings,
    blocks: (signal) => mp3Blocks(path, soundStart, header, notes, warnings, signal),
  }
}

/** Samples of the recording as the encoder counted them, or infinity where it did not. */
function countedSamples(notes: StreamNotes | null, header: MpegHeader): number {
  if (notes === null || notes.frames === null || notes.frames === 0) return Infinity
  return Math.max(0, notes.frames * header.samplesPerFrame - notes.startPadding - notes.endPadding)
}

/** A count that the file is large enough for, at the 8 kbit/s that are the least. */
function isPlausible(samples: number, header: MpegHeader, fileBytes: number): boolean {
  return samples / header.sampleRate <= fileBytes / 1000
}

async function* mp3Blocks(
  path: string,
  start: number,
  header: MpegHeader,
  notes: StreamNotes | null,
  warnings: string[],
  signal?: AbortSignal,
): AsyncGenerator<AudioBlock> {
  const source = await openBytes(path)
  try {
    const queue = createBlockQueue(header.channelCount, notes?.startPadding)
    const sound = createEndTrim(queue, notes, header)
    const decoder = createMp3Decoder()
    let decodedFrames = 0
    let lostBytes = 0
    let isCut = false
    for await (const run of readFrameRuns(openWindow(source, start), header, framesPerRun, signal)) {
      lostBytes += run.lostBytes
      isCut ||= run.isCut
      const expected = run.frames * header.samplesPerFrame
      const decoded = toChannels(decoder.decode(run.bytes), run, header.channelCount)
      const length = Math.min(expected, decoded[0]?.length ?? 0)
      // what could not be decoded becomes silence, so that everything after it keeps its time
      for (const gap of silence(header.channelCount, expected - length)) sound.push(gap)
      if (length > 0) sound.push(decoded.map((channel) => channel.subarray(0, length)))
      decodedFrames += length
      yield* queue.take(false)
    }
    if (decodedFrames === 0)
      throw new AudioProblem('damaged', t`This MP3 file holds no sound that can be decoded.`)
    if (lostBytes > 0)
      warnOnce(
        warnings,
        t`Parts of this MP3 file are damaged; ${{ bytes: lostBytes }} bytes were passed over.`,
      )
    if (isCut || sound.isShort) warnOnce(warnings, t`This MP3 file is cut short; what is there was read.`)
    yield* queue.take(true)
  } finally {
    await source.close()
  }
}

/** Decoded channels as the stream has them: one of two becomes both, two of one their mean. */
function toChannels(decoded: Float32Array[], run: FrameRun, channelCount: 1 | 2): Float32Array[] {
  if (decoded.length === 0 || run.frames === 0) return []
  if (decoded.length === channelCount) return decoded
  if (channelCount === 2) return [decoded[0]!, decoded[0]!]
  return [decoded[0]!.map((sample, index) => (sample + decoded[1]![index]!) / 2)]
}
