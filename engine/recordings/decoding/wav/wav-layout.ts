import { t } from '#speech'
import { openBytes } from '../byte-source.ts'
import { AudioProblem } from '../types.ts'
import { readWavChunks } from './wav-chunks.ts'
import { readWavFormat } from './wav-format.ts'

/** Where the samples of a WAV lie in its file. */
export interface WavLayout {
  dataStart: number
  dataBytes: number
  /** Of one sample of every channel. */
  frameBytes: number
  sampleRate: number
}

/** Reads where the samples of a plain WAV lie. Throws AudioProblem `damaged` for one that cannot be read without ffmpeg. */
export async function readWavLayout(path: string): Promise<WavLayout> {
  const source = await openBytes(path)
  try {
    const { format: header, data } = await readWavChunks(source)
    const format = header === null ? null : readWavFormat(header)
    if (data === null || format === null || 'foreign' in format)
      throw new AudioProblem('damaged', t`This recording is not the plain WAV it was when it was brought in.`)
    return {
      dataStart: data.start,
      dataBytes: Math.max(0, Math.min(data.claimedBytes, source.size - data.start)),
      frameBytes: format.frameBytes,
      sampleRate: format.sampleRate,
    }
  } finally {
    await source.close()
  }
}
