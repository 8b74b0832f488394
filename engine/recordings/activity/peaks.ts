import { framesPerSecond } from './levels.ts'
import type { Peaks } from './types.ts'

const framesPerPeakAtFirst = 2
/** 500 kB a channel. */
const mostPairs = 250_000

/**
 * The waveform to draw, from lowest and highest sample of each 10 ms: 50 pairs a second, and half as many each time there would be
 * more than 250,000 (83 minutes at 50, six hours at 6.25).
 */
export function createPeaks(channelCount: number): {
  add(channel: number, lowest: number, highest: number): void
  finish(): Peaks
} {
  let framesPerPeak = framesPerPeakAtFirst
  const tracks = Array.from({ length: channelCount }, () => ({
    pairs: new Int8Array(4096),
    length: 0,
    frames: 0,
    lowest: Infinity,
    highest: -Infinity,
  }))
  const close = (track: (typeof tracks)[number]) => {
    if (track.length * 2 === track.pairs.length) {
      const larger = new Int8Array(Math.min(mostPairs * 2, track.pairs.length * 2))
      larger.set(track.pairs)
      track.pairs = larger
    }
    track.pairs[track.length * 2] = drawn(track.lowest)
    track.pairs[track.length * 2 + 1] = drawn(track.highest)
    track.length++
    track.frames = 0
    track.lowest = Infinity
    track.highest = -Infinity
  }
  return {
    add(channel, lowest, highest) {
      const track = tracks[channel]!
      if (track.length === mostPairs) {
        framesPerPeak *= 2
        for (const one of tracks) one.length = halve(one.pairs, one.length)
      }
      track.lowest = Math.min(track.lowest, lowest)
      track.highest = Math.max(track.highest, highest)
      if (++track.frames >= framesPerPeak) close(track)
    },
    finish() {
      for (const track of tracks) if (track.frames > 0) close(track)
      return {
        perSecond: framesPerSecond / framesPerPeak,
        channels: tracks.map(({ pairs, length }) => pairs.slice(0, length * 2)),
      }
    },
  }
}

function drawn(sample: number): number {
  return Math.round(Math.max(-1, Math.min(1, sample)) * 127)
}

/** Joins neighbouring pairs in place; gives how many remain. */
function halve(pairs: Int8Array, length: number): number {
  const kept = length >> 1
  for (let to = 0; to < kept; to++) {
    const from = to * 4
    pairs[to * 2] = Math.min(pairs[from]!, pairs[from + 2]!)
    pairs[to * 2 + 1] = Math.max(pairs[from + 1]!, pairs[from + 3]!)
  }
  return kept
}
