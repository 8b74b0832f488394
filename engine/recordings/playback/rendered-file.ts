import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { Problem } from '../../problem.ts'
import { createFile, sealingKeyOf, type SealingKey } from '../../sealed-files/index.ts'
import { playableFolder } from '../media/media-folder.ts'
import type { TimeSpan } from '../../interactions/measures/index.ts'
import { AudioProblem, openAudio, type AudioBlock } from '../decoding/index.ts'
import { WAV_HEADER_BYTES, wavHeader } from '../wav-header.ts'

const MOST_BYTES = 2_000_000_000
const inWork = new Map<string, Promise<string>>()

/**
 * The audio as a 16-bit WAV in which the given stretches are silent, written once and kept while there is room: the name holds what is
 * silent, so that a change of it makes a new file. Throws `FILE_UNREADABLE` where the audio cannot be decoded.
 */
export function renderedFile(
  workspaceDir: string,
  sha256: string,
  source: string,
  silenced: readonly TimeSpan[],
): Promise<string> {
  const folder = playableFolder(workspaceDir)
  const of = createHash('sha256').update(JSON.stringify(silenced)).digest('hex').slice(0, 16)
  const target = path.join(folder, `${sha256}-${of}.wav`)
  const known = inWork.get(target)
  if (known) return known
  const made = render(folder, target, { source, silenced, key: sealingKeyOf(workspaceDir) }).finally(() =>
    inWork.delete(target),
  )
  inWork.set(target, made)
  return made
}

/** What is written: from which sound, with which silence, sealed with which key. */
interface Rendering {
  source: string
  silenced: readonly TimeSpan[]
  key: SealingKey | null
}

async function render(folder: string, target: string, work: Rendering): Promise<string> {
  const now = new Date()
  if (
    await utimes(target, now, now).then(
      () => true,
      () => false,
    )
  )
    return target
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const part = `${target}.${randomUUID()}.part`
  try {
    await writeWav(part, work)
    await rename(part, target)
  } catch (error) {
    await rm(part, { force: true })
    if (error instanceof AudioProblem) throw new Problem('FILE_UNREADABLE', error.message)
    throw error
  }
  await makeRoom(folder, target)
  return target
}

async function writeWav(target: string, { source, silenced, key }: Rendering): Promise<void> {
  const audio = await openAudio(source)
  const writer = await createFile(target, key)
  try {
    await writer.write(Buffer.alloc(WAV_HEADER_BYTES))
    let frame = 0
    for await (const block of audio.blocks()) {
      await writer.write(samplesOf(block, frame, audio.sampleRate, silenced))
      frame += block.channels[0]?.length ?? 0
    }
    const dataBytes = frame * audio.channelCount * 2
    writer.replaceStart(wavHeader(audio.sampleRate, audio.channelCount, dataBytes))
    await writer.finish()
  } catch (error) {
    await writer.abandon()
    throw error
  }
}

function samplesOf(
  { channels }: AudioBlock,
  firstFrame: number,
  sampleRate: number,
  silenced: readonly TimeSpan[],
): Buffer {
  const frames = channels[0]?.length ?? 0
  const samples = new Int16Array(frames * channels.length)
  for (const [at, channel] of channels.entries())
    for (let frame = 0; frame < frames; frame++)
      samples[frame * channels.length + at] = Math.max(-1, Math.min(1, channel[frame]!)) * 32_767
  for (const { startMs, endMs } of silenced) {
    const from = Math.floor((startMs / 1000) * sampleRate) - firstFrame
    const to = Math.ceil((endMs / 1000) * sampleRate) - firstFrame
    if (to > 0 && from < frames)
      samples.fill(0, Math.max(0, from) * channels.length, Math.min(frames, to) * channels.length)
  }
  return Buffer.from(samples.buffer)
}

/** Removes the longest unheard files while all of them take more room than they may. */
async function makeRoom(folder: string, newest: string): Promise<void> {
  const files = await Promise.all(
    (await readdir(folder)).map(async (name) => {
      const file = path.join(folder, name)
      const found = await stat(file).catch(() => null)
      return { file, bytes: found?.size ?? 0, at: found?.mtimeMs ?? 0 }
    }),
  )
  let bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  for (const old of files.toSorted((a, b) => a.at - b.at)) {
    if (bytes <= MOST_BYTES) return
    if (old.file === newest || old.file.endsWith('.part')) continue
    await rm(old.file, { force: true })
    bytes -= old.bytes
  }
}
