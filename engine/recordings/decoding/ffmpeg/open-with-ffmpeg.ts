import { t } from '#speech'
import { createBlockQueue } from '../block-queue.ts'
import type { ForeignFormat } from '../foreign-formats.ts'
import type { AudioBlock, OpenedAudio } from '../types.ts'
import { warnOnce } from '../warnings.ts'
import { sampleReader } from '../wav/samples.ts'
import { ffmpegProblem, missingFfmpeg, statedDurationMs } from './ffmpeg-words.ts'
import { findFfmpeg } from './find-ffmpeg.ts'
import { readableFile } from './readable-file.ts'
import { readStreamHead, type StreamHead } from './pcm-stream.ts'
import { runFfmpeg, type RunningFfmpeg } from './run-ffmpeg.ts'

/** How long ffmpeg may take to say what a file is. */
const openingMs = 30_000

/** Opens what only ffmpeg decodes. Throws AudioProblem `needs-ffmpeg`, `no-sound-stream`, `damaged` or `unreadable`. */
export async function openWithFfmpeg(path: string, format: ForeignFormat): Promise<OpenedAudio> {
  const program = await findFfmpeg()
  if (program === null) throw missingFfmpeg(format.name)
  const readable = await readableFile(path)
  const running = runFfmpeg(program, readable.path, format.demuxer)
  const timer = setTimeout(running.kill, openingMs)
  try {
    const started = await readStreamHead(chunksOf(running))
    if (!started) {
      await running.ended
      throw ffmpegProblem(running.said(), format.name)
    }
    const warnings: string[] = []
    return {
      format: 'ffmpeg',
      codec: codecOf(running.said()) ?? format.demuxer,
      ...started.head,
      durationMs: statedDurationMs(running.said()),
      warnings,
      blocks: (signal) => ffmpegBlocks({ program, path, format, head: started.head, warnings }, signal),
    }
  } finally {
    clearTimeout(timer)
    running.kill()
    await readable.remove()
  }
}

interface Decoding {
  program: string
  path: string
  format: ForeignFormat
  head: StreamHead
  warnings: string[]
}

async function* ffmpegBlocks(decoding: Decoding, signal?: AbortSignal): AsyncGenerator<AudioBlock> {
  signal?.throwIfAborted()
  const { program, path, format, head, warnings } = decoding
  const readable = await readableFile(path)
  const running = runFfmpeg(program, readable.path, format.demuxer)
  signal?.addEventListener('abort', running.kill, { once: true })
  try {
    const chunks = chunksOf(running)
    const started = await readStreamHead(chunks)
    const queue = createBlockQueue(head.channelCount)
    const read = sampleReader('float32', head.channelCount)
    const frameBytes = 4 * head.channelCount
    let rest = started?.rest ?? Buffer.alloc(0)
    for (;;) {
      const frames = Math.floor(rest.length / frameBytes)
      queue.push(read(rest, frames))
      yield* queue.take(false)
      const next = await chunks.next()
      signal?.throwIfAborted()
      if (next.done) break
      rest = Buffer.concat([rest.subarray(frames * frameBytes), next.value])
    }
    const wentWell = await running.ended
    signal?.throwIfAborted()
    if (queue.frames === 0) throw ffmpegProblem(running.said(), format.name)
    if (!wentWell)
      warnOnce(warnings, t`This recording is damaged towards its end; what ffmpeg could read is used.`)
    yield* queue.take(true)
  } finally {
    signal?.removeEventListener('abort', running.kill)
    running.kill()
    await readable.remove()
  }
}

/** The output in chunks; it ends where ffmpeg was killed instead of failing. */
async function* chunksOf(running: RunningFfmpeg): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of running.output) yield chunk as Buffer
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
}

/** The name that ffmpeg gives the first sound stream: `aac`, `amrnb`. */
function codecOf(said: string): string | null {
  return /Stream #0:\d+[^\n]*: Audio: (\w+)/.exec(said)?.[1] ?? null
}
