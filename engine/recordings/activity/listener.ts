import type { AudioBlock } from '../decoding/index.ts'
import { hearChannels } from './hear-channels.ts'
import { framesPerHop, framesPerSecond } from './levels.ts'
import { createLikeness } from './likeness.ts'
import { createChannelListener } from './listen-channel.ts'
import { createPeaks } from './peaks.ts'
import type { Heard } from './types.ts'
import { soundWarnings } from './warnings.ts'

/**
 * Listens to a recording in one pass: feed blocks of any size in order, then finish. `sampleRate` in Hz (4,000 and more);
 * `durationMs` is what the header says and only sizes buffers. Channels a block lacks are taken as silent; samples that are no
 * numbers too. The same sound gives the same result in whatever blocks it comes. Some 2 MB an hour of two channels are kept, and as
 * much again for a moment at the end; the samples never.
 */
export function createListener(options: {
  sampleRate: number
  channelCount: number
  durationMs: number | null
}): { push(block: AudioBlock): void; finish(): Heard } {
  const { sampleRate, channelCount } = options
  const hopsPerSecond = framesPerSecond / framesPerHop
  const expectedHops = Math.min(
    Math.ceil(((options.durationMs ?? 60_000) / 1000) * hopsPerSecond) + 1,
    500_000,
  )
  const peaks = createPeaks(channelCount)
  const channels = Array.from({ length: channelCount }, (_, at) =>
    createChannelListener(sampleRate, expectedHops, (lowest, highest) => peaks.add(at, lowest, highest)),
  )
  const hopRoom = Math.ceil(sampleRate / hopsPerSecond) + 1
  const waiting = channels.map(() => new Float32Array(hopRoom))
  const likeness = createLikeness()
  let hop = 0
  let filled = 0
  let samples = 0
  let frameStarts = startsOfFrames(hop, sampleRate)
  const closeHop = () => {
    waiting.forEach((buffer, at) => channels[at]!.hop(buffer, filled, frameStarts))
    if (channelCount === 2) likeness.add(waiting[0]!, waiting[1]!, filled)
    filled = 0
    hop++
    if (sampleRate % framesPerSecond !== 0) frameStarts = startsOfFrames(hop, sampleRate)
  }
  return {
    push(block) {
      const length = block.channels[0]?.length ?? 0
      let from = 0
      while (from < length) {
        const hopLength = frameStarts[framesPerHop]!
        const taken = Math.min(hopLength - filled, length - from)
        waiting.forEach((buffer, at) => copySound(block.channels[at], from, buffer, filled, taken))
        from += taken
        filled += taken
        if (filled === hopLength) closeHop()
      }
      samples += length
    },
    finish() {
      if (filled > 0) closeHop()
      const durationMs = (samples / sampleRate) * 1000
      const traces = channels.map((channel) => channel.trace())
      const channelsAreAlike = channelCount === 2 && likeness.isAlike()
      const heard = hearChannels(traces, durationMs, channelsAreAlike)
      const warnings = soundWarnings(
        heard.channels,
        traces.map(({ clippedShare }) => clippedShare),
        heard.leaks,
        channelsAreAlike,
      )
      return { durationMs, channels: heard.channels, peaks: peaks.finish(), warnings, channelsAreAlike }
    },
  }
}

/** Where the frames of a hop begin within it, and its length: frames are 10 ms in the long run, whatever the sample rate. */
function startsOfFrames(hop: number, sampleRate: number): number[] {
  const startOf = (frame: number) => Math.floor((frame * sampleRate) / framesPerSecond)
  const first = startOf(hop * framesPerHop)
  return Array.from({ length: framesPerHop + 1 }, (_, at) => startOf(hop * framesPerHop + at) - first)
}

function copySound(
  source: Float32Array | undefined,
  from: number,
  target: Float32Array,
  to: number,
  length: number,
): void {
  if (source === undefined) {
    target.fill(0, to, to + length)
    return
  }
  for (let at = 0; at < length; at++) {
    const x = source[from + at]!
    // floating-point files may hold anything, and one NaN would stay in the filters for good
    target[to + at] = x >= -8 && x <= 8 ? x : 0
  }
}
