import { createBandPass } from './band-pass.ts'
import { createGrowingBytes } from './growing-bytes.ts'
import { framesPerHop, framesPerSecond, levelCode } from './levels.ts'
import { createSteadinessMeter } from './steady-partials.ts'
import { createToneMeter } from './tones.ts'
import type { ChannelTrace } from './types.ts'

/** Nobody looks for tones below -75 dBFS, or 35 dB under the loudest 50 ms so far. */
const leastPower = 10 ** -7.5
const leastShareOfLoudest = 10 ** -3.5

/**
 * Listens to one channel hop by hop (50 ms; the last may be shorter): levels of 10-ms frames in the speech band, and where
 * something sounds, how much of it is call-progress tones and steady partials.
 */
export function createChannelListener(
  sampleRate: number,
  expectedHops: number,
): {
  hop(samples: Float32Array, length: number, frameStarts: readonly number[]): void
  trace(): ChannelTrace
} {
  const levels = createGrowingBytes(expectedHops * framesPerHop)
  const toneShares = createGrowingBytes(expectedHops)
  const steadyShares = createGrowingBytes(expectedHops)
  const thinning = Math.max(1, Math.floor(sampleRate / 8000))
  const bandPass = createBandPass(sampleRate)
  const toneShare = createToneMeter(sampleRate / thinning)
  const steadyShare = createSteadinessMeter(sampleRate / thinning)
  const longestHop = Math.ceil((sampleRate * framesPerHop) / framesPerSecond) + 1
  const centred = new Float32Array(longestHop)
  const filtered = new Float32Array(longestHop)
  let firstSample: number | null = null
  let loudest = 0
  let sum = 0
  let count = 0
  let clipped = 0
  return {
    hop(samples, length, frameStarts) {
      // an offset would otherwise begin the recording with a click
      firstSample ??= samples[0]!
      for (let at = 0; at < length; at++) {
        const x = samples[at]!
        sum += x
        if (x >= 0.99 || x <= -0.99) clipped++
        centred[at] = x - firstSample
      }
      count += length
      bandPass(centred, filtered, length)
      let hopEnergy = 0
      for (let frame = 0; frame < framesPerHop; frame++) {
        const start = frameStarts[frame]!
        const end = Math.min(length, frameStarts[frame + 1]!)
        if (start >= end) break
        let energy = 0
        for (let at = start; at < end; at++) energy += filtered[at]! * filtered[at]!
        levels.add(levelCode(energy / (end - start)))
        hopEnergy += energy
      }
      const power = hopEnergy / length
      loudest = Math.max(loudest, power)
      const isSounding = power > leastPower && power > loudest * leastShareOfLoudest
      const thinned = isSounding ? thin(filtered, length, thinning) : 0
      toneShares.add(isSounding ? Math.round(toneShare(filtered, thinned) * 255) : 0)
      steadyShares.add(Math.round(steadyShare(filtered, thinned) * 255))
    },
    trace: () => ({
      levels: levels.bytes(),
      toneShares: toneShares.bytes(),
      steadyShares: steadyShares.bytes(),
      dcOffset: count === 0 ? 0 : sum / count,
      clippedShare: count === 0 ? 0 : clipped / count,
    }),
  }
}

/** Keeps the mean of every `by` samples, in place; the band-pass has taken what would fold. */
function thin(samples: Float32Array, length: number, by: number): number {
  if (by === 1) return length
  const kept = Math.floor(length / by)
  for (let to = 0; to < kept; to++) {
    let sum = 0
    for (let at = to * by; at < (to + 1) * by; at++) sum += samples[at]!
    samples[to] = sum / by
  }
  return kept
}
