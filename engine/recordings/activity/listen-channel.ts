import { bandPassSections } from './band-pass.ts'
import { createGrowingBytes } from './growing-bytes.ts'
import { framesPerHop, framesPerSecond, levelCode } from './levels.ts'
import { createSteadinessMeter } from './steady-partials.ts'
import { createToneMeter } from './tones.ts'
import type { ChannelTrace } from './types.ts'

/** Nobody looks for tones below -75 dBFS, or 35 dB under the loudest 50 ms so far. */
const leastPower = 10 ** -7.5
const leastShareOfLoudest = 10 ** -3.5
const fullScale = 0.99

/**
 * Listens to one channel hop by hop (50 ms; the last may be shorter): levels of 10-ms frames in the speech band, and where
 * something sounds, how much of it is call-progress tones and steady partials. `frameStarts` are the places in the hop at which its
 * five frames begin, and its length; `drawPeak` is told lowest and highest sample of each. Above 32 kHz means of two or more
 * samples are listened to, as nothing above 3400 Hz counts. One loop does all that every sample needs: that is the speed of it.
 */
export function createChannelListener(
  sampleRate: number,
  expectedHops: number,
  drawPeak: (lowest: number, highest: number) => void,
): {
  hop(samples: Float32Array, length: number, frameStarts: readonly number[]): void
  trace(): ChannelTrace
} {
  const levels = createGrowingBytes(expectedHops * framesPerHop)
  const toneShares = createGrowingBytes(expectedHops)
  const steadyShares = createGrowingBytes(expectedHops)
  const joined = Math.max(1, Math.floor(sampleRate / 16_000))
  const heardRate = sampleRate / joined
  const thinning = Math.max(1, Math.floor(heardRate / 8000))
  const { bottom, top } = bandPassSections(heardRate)
  const toneShare = createToneMeter(heardRate / thinning)
  const steadyShare = createSteadinessMeter(heardRate / thinning)
  const filtered = new Float32Array(Math.ceil((heardRate * framesPerHop) / framesPerSecond) + 2)
  let [s1, s2, t1, t2] = [0, 0, 0, 0]
  let partOfMean = 0
  let samplesInMean = 0
  let firstSample: number | null = null
  let loudest = 0
  let sum = 0
  let count = 0
  let clipped = 0

  /** Filters one frame to `filtered` from `to` on; gives where it ends there. */
  const frame = (samples: Float32Array, start: number, end: number, to: number): number => {
    // an offset would otherwise begin the recording with a click
    firstSample ??= samples[start]!
    const zero = firstSample
    const { b0, b1, b2, a1, a2 } = bottom
    const { b0: c0, b1: c1, b2: c2, a1: d1, a2: d2 } = top
    let [u1, u2, v1, v2] = [s1, s2, t1, t2]
    let [mean, inMean] = [partOfMean, samplesInMean]
    let [lowest, highest, frameSum, energy, kept] = [Infinity, -Infinity, 0, 0, to]
    for (let at = start; at < end; at++) {
      const sample = samples[at]!
      if (sample < lowest) lowest = sample
      if (sample > highest) highest = sample
      frameSum += sample
      mean += sample - zero
      if (++inMean < joined) continue
      const x = mean / joined
      mean = 0
      inMean = 0
      const y = b0 * x + u1
      u1 = b1 * x - a1 * y + u2
      u2 = b2 * x - a2 * y
      const z = c0 * y + v1
      v1 = c1 * y - d1 * z + v2
      v2 = c2 * y - d2 * z
      energy += z * z
      filtered[kept++] = z
    }
    // what rings on under digital silence would become denormal numbers, a hundred times slower
    s1 = settled(u1)
    s2 = settled(u2)
    t1 = settled(v1)
    t2 = settled(v2)
    partOfMean = mean
    samplesInMean = inMean
    sum += frameSum
    if (highest >= fullScale || lowest <= -fullScale)
      for (let at = start; at < end; at++) if (Math.abs(samples[at]!) >= fullScale) clipped++
    drawPeak(lowest, highest)
    levels.add(kept === to ? 0 : levelCode(energy / (kept - to)))
    return kept
  }

  return {
    hop(samples, length, frameStarts) {
      let kept = 0
      for (let at = 0; at < framesPerHop && frameStarts[at]! < length; at++)
        kept = frame(samples, frameStarts[at]!, Math.min(length, frameStarts[at + 1]!), kept)
      count += length
      const power = meanPower(filtered, kept)
      loudest = Math.max(loudest, power)
      const isSounding = power > leastPower && power > loudest * leastShareOfLoudest
      const thinned = isSounding ? thin(filtered, kept, thinning) : 0
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

function settled(state: number): number {
  return Math.abs(state) < 1e-15 ? 0 : state
}

function meanPower(samples: Float32Array, length: number): number {
  let energy = 0
  for (let at = 0; at < length; at++) energy += samples[at]! * samples[at]!
  return length === 0 ? 0 : energy / length
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
