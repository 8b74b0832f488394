import { t } from '#speech'
import { createBlockQueue, silence } from '../block-queue.ts'
import { openBytes, type ByteSource } from '../byte-source.ts'
import { openWindow } from '../byte-window.ts'
import { AudioProblem, checkShape, type AudioBlock, type OpenedAudio } from '../types.ts'
import { warnOnce } from '../warnings.ts'
import { readFrame } from './frame.ts'
import { readStreamInfo, type StreamInfo } from './stream-info.ts'

/** A FLAC stream whose mark lies at `start`, or null where only ffmpeg decodes it (32 bits). RFC 9639. Throws AudioProblem `damaged`. */
export async function openFlac(path: string, source: ByteSource, start: number): Promise<OpenedAudio | null> {
  const info = await readStreamInfo(source, start)
  if (!info)
    throw new AudioProblem('damaged', t`This FLAC file breaks off before its sound begins; export it again.`)
  checkShape(info.sampleRate, info.channelCount)
  if (info.bitsPerSample > 24) return null
  const warnings: string[] = []
  const isPlausible = info.totalSamples > 0 && info.totalSamples <= mostSamples(source.size)
  return {
    format: 'flac',
    codec: `flac-s${info.bitsPerSample}`,
    sampleRate: info.sampleRate,
    channelCount: info.channelCount,
    durationMs: isPlausible ? (info.totalSamples / info.sampleRate) * 1000 : null,
    warnings,
    blocks: (signal) => flacBlocks(path, info, warnings, signal),
  }
}

/** The most samples that so many bytes can hold: a frame of at most 65,536 takes at least 9 bytes. */
function mostSamples(bytes: number): number {
  return Math.ceil(bytes / 9) * 65_536
}

/** No frame is larger than its samples as they are, and what stands around them. */
function largestFrame({ longestBlock, channelCount, bitsPerSample }: StreamInfo): number {
  const asTheyAre = Math.ceil((longestBlock * channelCount * (bitsPerSample + 1)) / 8) + channelCount * 8 + 64
  return Math.max(1 << 16, asTheyAre)
}

async function* flacBlocks(
  path: string,
  info: StreamInfo,
  warnings: string[],
  signal?: AbortSignal,
): AsyncGenerator<AudioBlock> {
  const source = await openBytes(path)
  try {
    const queue = createBlockQueue(info.channelCount)
    const window = openWindow(source, info.soundStart)
    const needed = largestFrame(info)
    let lostBytes = 0
    let lostSinceFrame = 0
    let decodedFrames = 0
    for (;;) {
      signal?.throwIfAborted()
      await window.fill(needed)
      if (window.bytes.length === 0) break
      const frame = readFrame(window.bytes, 0, info)
      if (!frame) {
        const lost = bytesToNextMark(window.bytes)
        lostSinceFrame += lost
        lostBytes += lost
        window.drop(lost)
        continue
      }
      // lost frames become silence, so that everything after them keeps its time
      const gap = lostSinceFrame > 0 ? gapBefore(frame.firstSample, queue.frames, lostSinceFrame, info) : 0
      for (const piece of silence(info.channelCount, gap)) {
        queue.push(piece)
        yield* queue.take(false)
      }
      lostSinceFrame = 0
      queue.push(frame.channels)
      decodedFrames += 1
      window.drop(frame.length)
      yield* queue.take(false)
    }
    if (decodedFrames === 0)
      throw new AudioProblem('damaged', t`This FLAC file holds no sound that can be decoded.`)
    if (queue.frames < info.totalSamples)
      warnOnce(warnings, t`This FLAC file is cut short; what is there was read.`)
    else if (lostBytes > 128)
      warnOnce(
        warnings,
        t`Parts of this FLAC file are damaged; ${{ bytes: lostBytes }} bytes were passed over.`,
      )
    yield* queue.take(true)
  } finally {
    await source.close()
  }
}

function bytesToNextMark(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(0xff, 1); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    if (at + 1 >= bytes.length || (bytes[at + 1]! & 0xfe) === 0xf8) return at
  }
  return bytes.length
}

function gapBefore(firstSample: number, expected: number, lostBytes: number, info: StreamInfo): number {
  const gap = firstSample - expected
  const isCounted = info.totalSamples === 0 || firstSample < info.totalSamples
  return gap > 0 && isCounted && gap <= mostSamples(lostBytes) ? gap : 0
}
