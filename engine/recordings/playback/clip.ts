import type { EngineContext } from '../../context.ts'
import type { TimeSpan } from '../../interactions/measures/index.ts'
import { openAudio } from '../decoding/index.ts'
import { createResampler } from '../decoding/resample.ts'
import { readRecordingsOfContacts } from '../recordings.store.ts'
import { WAV_HEADER_BYTES, wavHeader } from '../wav-header.ts'
import { fileOfRecording, isSameSound } from '../whereabouts.ts'
import { silencedSpans } from './silence.ts'

/** Enough for speech over the telephone, and a file one can send by mail. */
const CLIP_HZ = 8000
const LONGEST_MS = 30_000

/**
 * A stretch of a contact's recording, both channels together, as 16-bit WAV of 8 kHz, at most 30 s long; what was redacted is silent in it. Null where
 * there is no recording or it cannot be read: whoever wants to hear it then reads the words.
 */
export async function clipOf(
  context: EngineContext,
  interactionId: number,
  wanted: TimeSpan,
  signal?: AbortSignal,
): Promise<Buffer | null> {
  const recording = readRecordingsOfContacts(context.read, [interactionId])[0]
  if (!recording || !(await isSameSound(context.workspaceDir, recording).catch(() => false))) return null
  const span = { startMs: wanted.startMs, endMs: Math.min(wanted.endMs, wanted.startMs + LONGEST_MS) }
  try {
    const audio = await openAudio(fileOfRecording(context.workspaceDir, recording))
    const silenced = silencedSpans(context.read, recording.id)
    const resampler = createResampler(audio.sampleRate, CLIP_HZ)
    const pieces: Float32Array[] = []
    const [first, end] = [span.startMs, span.endMs].map((ms) =>
      Math.round((ms / 1000) * audio.sampleRate),
    ) as [number, number]
    let frame = 0
    for await (const { channels } of audio.blocks(signal)) {
      const frames = channels[0]?.length ?? 0
      const [from, to] = [Math.max(0, first - frame), Math.min(frames, end - frame)]
      if (to > from)
        pieces.push(resampler.push(mixed(channels, { from, to, frame, hz: audio.sampleRate }, silenced)))
      frame += frames
      if (frame >= end) break
    }
    pieces.push(resampler.flush())
    return asWav(pieces)
  } catch {
    // moved, damaged, on a drive that is not there: the words are what is left
    return null
  }
}

function mixed(
  channels: readonly Float32Array[],
  at: { from: number; to: number; frame: number; hz: number },
  silenced: readonly TimeSpan[],
): Float32Array {
  const samples = new Float32Array(at.to - at.from)
  for (const channel of channels)
    for (let index = 0; index < samples.length; index++)
      samples[index]! += channel[at.from + index]! / channels.length
  for (const { startMs, endMs } of silenced) {
    const begins = Math.floor((startMs / 1000) * at.hz) - at.frame - at.from
    const ends = Math.ceil((endMs / 1000) * at.hz) - at.frame - at.from
    if (ends > 0 && begins < samples.length)
      samples.fill(0, Math.max(0, begins), Math.min(samples.length, ends))
  }
  return samples
}

function asWav(pieces: readonly Float32Array[]): Buffer | null {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
  if (length === 0) return null
  const bytes = Buffer.alloc(WAV_HEADER_BYTES + length * 2)
  wavHeader(CLIP_HZ, 1, length * 2).copy(bytes)
  let at = WAV_HEADER_BYTES
  for (const piece of pieces)
    for (const sample of piece) {
      bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), at)
      at += 2
    }
  return bytes
}
