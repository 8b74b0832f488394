import { largestBlockFrames, type AudioBlock } from './types.ts'

/** Collects decoded frames of any size and gives them out in blocks of `largestBlockFrames`. */
export interface BlockQueue {
  /** Frames taken in so far. */
  readonly frames: number
  /** Takes all channels of a stretch, all of one length. The arrays are copied. */
  push(channels: readonly Float32Array[]): void
  /** Full blocks that are ready; with `isLast` the rest, too. */
  take(isLast: boolean): AudioBlock[]
}

/** Blocks of `channelCount` channels, without the first `skip` frames. */
export function createBlockQueue(channelCount: number, skip = 0): BlockQueue {
  let toSkip = skip
  let frames = 0
  let filled = 0
  let current = emptyBlock(channelCount)
  const ready: AudioBlock[] = []
  return {
    get frames() {
      return frames
    },
    push(channels) {
      const length = channels[0]?.length ?? 0
      frames += length
      let at = Math.min(toSkip, length)
      toSkip -= at
      while (at < length) {
        const count = Math.min(length - at, largestBlockFrames - filled)
        for (let channel = 0; channel < channelCount; channel++)
          current[channel]!.set(channels[channel]!.subarray(at, at + count), filled)
        filled += count
        at += count
        if (filled === largestBlockFrames) {
          ready.push({ channels: current })
          current = emptyBlock(channelCount)
          filled = 0
        }
      }
    },
    take(isLast) {
      const blocks = ready.splice(0)
      if (isLast && filled > 0) {
        blocks.push({ channels: current.map((channel) => channel.slice(0, filled)) })
        filled = 0
      }
      return blocks
    },
  }
}

function emptyBlock(channelCount: number): Float32Array[] {
  return Array.from({ length: channelCount }, () => new Float32Array(largestBlockFrames))
}

/** `frames` of silence in pieces no larger than a block, so that a long gap never lies in memory as a whole. */
export function* silence(channelCount: number, frames: number): Generator<Float32Array[]> {
  const piece = new Float32Array(Math.min(frames, largestBlockFrames))
  for (let left = frames; left > 0; left -= piece.length) {
    const part = left < piece.length ? piece.subarray(0, left) : piece
    yield Array.from({ length: channelCount }, () => part)
  }
}
