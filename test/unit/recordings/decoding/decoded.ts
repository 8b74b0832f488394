import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openAudio, AudioProblem, type OpenedAudio } from '../../../../engine/recordings/decoding/index.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

export const fixtures = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'audio')

/** The path of a new file that is gone when the test is over. */
export function inAFile(bytes: Uint8Array, name = 'recording.wav'): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, bytes)
  return path
}

export interface Decoded {
  opened: OpenedAudio
  channels: Float32Array[]
  blockLengths: number[]
}

/** Everything a recording holds, in memory; for short ones. */
export async function decoded(path: string): Promise<Decoded> {
  const opened = await openAudio(path)
  const parts: (readonly Float32Array[])[] = []
  for await (const block of opened.blocks()) parts.push(block.channels)
  const channels = Array.from({ length: opened.channelCount }, (_, channel) =>
    Float32Array.from(parts.flatMap((part) => [...part[channel]!])),
  )
  return { opened, channels, blockLengths: parts.map((part) => part[0]!.length) }
}

/** The problem that opening or reading a recording ends in; throws when there is none or it is of another kind. */
export async function problemOf(path: string): Promise<AudioProblem> {
  try {
    for await (const block of (await openAudio(path)).blocks()) void block
  } catch (error) {
    if (error instanceof AudioProblem) return error
    throw error
  }
  throw new Error('The recording was read without a problem.')
}

/** Amplitude of a tone in samples, by correlation with it (Goertzel's, written out). */
export function levelOf(samples: Float32Array, hertz: number, sampleRate: number): number {
  let [real, imaginary] = [0, 0]
  for (const [index, sample] of samples.entries()) {
    const angle = (2 * Math.PI * hertz * index) / sampleRate
    real += sample * Math.cos(angle)
    imaginary += sample * Math.sin(angle)
  }
  return (2 * Math.hypot(real, imaginary)) / samples.length
}
