import type { TimeSpan } from '../../interactions/measures/index.ts'
import { createResampler, openAudio } from '../decoding/index.ts'

/** What recognisers take: 16 kHz. */
export const RECOGNISER_HZ = 16_000

/** A piece of one channel as recognisers take it. */
export interface WindowSound extends TimeSpan {
  channel: number
  /** 16-bit samples, mono, 16 kHz. */
  pcm: Int16Array
}

interface Channel {
  resampler: ReturnType<typeof createResampler>
  windows: readonly TimeSpan[]
  /** The next window, by its place. */
  at: number
  /** Samples from `from` on, those before are gone. */
  kept: Float32Array
  from: number
}

/**
 * Reads a file once and gives the wanted pieces of each channel in the order in which they end, so that never more than a piece per
 * channel and a block of the file are in memory, however long the recording.
 */
export async function* windowSounds(
  path: string,
  windows: readonly (readonly TimeSpan[])[],
): AsyncGenerator<WindowSound> {
  const audio = await openAudio(path)
  const channels = windows.map((wanted): Channel => ({
    resampler: createResampler(audio.sampleRate, RECOGNISER_HZ),
    windows: wanted,
    at: 0,
    kept: new Float32Array(0),
    from: 0,
  }))
  for await (const block of audio.blocks())
    for (const [index, channel] of channels.entries()) {
      const samples = block.channels[index]
      if (samples) yield* take(channel, index, channel.resampler.push(samples), false)
    }
  for (const [index, channel] of channels.entries())
    yield* take(channel, index, channel.resampler.flush(), true)
}

function* take(
  channel: Channel,
  index: number,
  samples: Float32Array,
  isLast: boolean,
): Generator<WindowSound> {
  const all = new Float32Array(channel.kept.length + samples.length)
  all.set(channel.kept)
  all.set(samples, channel.kept.length)
  channel.kept = all
  const end = channel.from + all.length
  for (;;) {
    const window = channel.windows[channel.at]
    if (!window) {
      channel.kept = new Float32Array(0)
      channel.from = end
      return
    }
    const first = samplesAt(window.startMs)
    const last = samplesAt(window.endMs)
    if (last > end && !isLast) {
      const unneeded = Math.max(0, Math.min(first, end) - channel.from)
      channel.kept = channel.kept.slice(unneeded)
      channel.from += unneeded
      return
    }
    channel.at++
    const piece = all.subarray(
      Math.max(0, first - (end - all.length)),
      Math.max(0, last - (end - all.length)),
    )
    if (piece.length > 0) yield { ...window, channel: index, pcm: toPcm(piece) }
  }
}

function samplesAt(ms: number): number {
  return Math.round((ms / 1000) * RECOGNISER_HZ)
}

function toPcm(samples: Float32Array): Int16Array {
  return Int16Array.from(samples, (sample) => Math.round(Math.max(-1, Math.min(1, sample)) * 32_767))
}
