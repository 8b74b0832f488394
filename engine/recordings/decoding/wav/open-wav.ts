import { t } from '#speech'
import { openBytes, type ByteSource } from '../byte-source.ts'
import { AudioProblem, largestBlockFrames, type AudioBlock, type OpenedAudio } from '../types.ts'
import { warnOnce } from '../warnings.ts'
import { sampleReader } from './samples.ts'
import { readWavChunks } from './wav-chunks.ts'
import { readWavFormat, type ForeignWavCodec, type WavFormat } from './wav-format.ts'

const readBytes = 1 << 20

interface Sound {
  start: number
  frames: number
}

/**
 * A RIFF or RF64 file. Gives the name of the codec instead where only ffmpeg decodes it. Throws AudioProblem `damaged`, `empty` or
 * `unreadable`. Sources: RFC 2361, EBU Tech 3306, Microsoft's description of WAVE_FORMAT_EXTENSIBLE.
 */
export async function openWav(path: string, source: ByteSource): Promise<OpenedAudio | ForeignWavCodec> {
  const { format: header, data } = await readWavChunks(source)
  if (header === null)
    throw new AudioProblem('damaged', t`This WAV file has no header that says how its sound is stored.`)
  const format = readWavFormat(header)
  if ('foreign' in format) return format
  if (data === null)
    throw new AudioProblem('damaged', t`This WAV file breaks off before its sound begins; export it again.`)
  const bytes = Math.max(0, Math.min(data.claimedBytes, source.size - data.start))
  const sound = { start: data.start, frames: Math.floor(bytes / format.frameBytes) }
  if (sound.frames === 0)
    throw new AudioProblem('empty', t`This recording holds no sound at all: it is zero seconds long.`)
  const warnings = [...format.warnings]
  if (bytes < data.claimedBytes) warnings.push(cutShort(bytes, data.claimedBytes, format))
  return {
    format: 'wav',
    codec: format.codec,
    sampleRate: format.sampleRate,
    channelCount: format.channelCount,
    durationMs: (sound.frames / format.sampleRate) * 1000,
    warnings,
    blocks: (signal) => wavBlocks(path, format, sound, warnings, signal),
  }
}

function cutShort(bytes: number, claimed: number, { frameBytes, sampleRate }: WavFormat): string {
  const seconds = (count: number) => (count / frameBytes / sampleRate).toFixed(1)
  return t`This recording is cut short: its header announces ${{ claimed: seconds(claimed) }} seconds, and ${{ bytes: seconds(bytes) }} are there.`
}

async function* wavBlocks(
  path: string,
  format: WavFormat,
  sound: Sound,
  warnings: string[],
  signal?: AbortSignal,
): AsyncGenerator<AudioBlock> {
  const source = await openBytes(path)
  try {
    const read = sampleReader(format.codec, format.channelCount)
    const most = Math.max(1, Math.min(largestBlockFrames, Math.floor(readBytes / format.frameBytes)))
    for (let frame = 0; frame < sound.frames;) {
      signal?.throwIfAborted()
      const wanted = Math.min(most, sound.frames - frame)
      const bytes = await source.readAt(sound.start + frame * format.frameBytes, wanted * format.frameBytes)
      const frames = Math.floor(bytes.length / format.frameBytes)
      if (frames > 0) yield { channels: read(bytes, frames) }
      frame += frames
      if (frames < wanted) {
        warnOnce(warnings, t`This recording became shorter while it was read; what was there is used.`)
        return
      }
    }
  } finally {
    await source.close()
  }
}
