import { codeSteps } from './levels.ts'
import { framesPerStep } from './speech-thresholds.ts'
import type { SpeechThresholds } from './speech-thresholds.ts'

const mostLagFrames = 25
const halfWindow = 60
const leastCorrelation = 0.7
const leastDifferenceDb = 10
const leastPrevalence = 0.2
const toleranceDb = 6
const spreadFrames = 3

/** One channel's smoothed levels with its thresholds. */
export interface LevelTrack {
  smoothed: Uint8Array
  thresholds: SpeechThresholds
}

/**
 * Flags frames of `here` that are the other channel leaking in: side tone, a poor hybrid, an echo of up to 250 ms. A leak is
 * there if for at least a fifth of the other's speech this channel follows its level (correlation of the levels over 1.2 s at
 * least 0.7, at the lag at which the whole recording agrees best) and lies 10 dB or more under it. Its attenuation is the median
 * difference; then every frame no more than 6 dB louder than the leak explains is leak. Who really speaks is louder than that. Null: there is no leak.
 */
export function crosstalkFrames(here: LevelTrack, other: LevelTrack): Uint8Array | null {
  const lag = bestLag(here.smoothed, other)
  const attenuation = leakAttenuation(here, other, lag)
  if (attenuation === null) return null
  const flags = new Uint8Array(here.smoothed.length)
  const margin = attenuation - codeSteps(toleranceDb)
  for (let at = 0; at < flags.length; at++) {
    let loudest = 0
    for (let near = at - lag - spreadFrames; near <= at - lag + spreadFrames; near++)
      loudest = Math.max(loudest, other.smoothed[near] ?? 0)
    if (loudest - here.smoothed[at]! >= margin) flags[at] = 1
  }
  return flags
}

function isActive({ smoothed, thresholds }: LevelTrack, at: number): boolean {
  const step = Math.floor(at / framesPerStep)
  return at < smoothed.length && smoothed[at]! >= thresholds.goesOn[step]!
}

/** The lag, in frames, at which the two tracks vary together most. */
function bestLag(here: Uint8Array, other: LevelTrack): number {
  let best = 0
  let most = -Infinity
  for (let lag = 0; lag <= mostLagFrames; lag++) {
    let [n, a, b, ab] = [0, 0, 0, 0]
    // every third frame tells as much
    for (let at = lag; at < here.length; at += 3) {
      const x = here[at]!
      const y = other.smoothed[at - lag]!
      n++
      a += x
      b += y
      ab += x * y
    }
    const covariance = n === 0 ? 0 : ab / n - (a / n) * (b / n)
    if (covariance > most) {
      most = covariance
      best = lag
    }
  }
  return best
}

/** Median level difference, in code steps, of the frames that follow the other channel; null where too few do. */
function leakAttenuation(here: LevelTrack, other: LevelTrack, lag: number): number | null {
  const differences = new Int32Array(256)
  let [n, a, b, aa, bb, ab] = [0, 0, 0, 0, 0, 0]
  const add = (at: number, sign: number) => {
    if (at < lag || at >= here.smoothed.length) return
    const x = here.smoothed[at]!
    const y = other.smoothed[at - lag]!
    n += sign
    a += sign * x
    b += sign * y
    aa += sign * x * x
    bb += sign * y * y
    ab += sign * x * y
  }
  let othersFrames = 0
  let following = 0
  for (let at = -halfWindow; at < here.smoothed.length; at++) {
    add(at + halfWindow, 1)
    add(at - halfWindow - 1, -1)
    if (at < lag || !isActive(other, at - lag)) continue
    othersFrames++
    const difference = other.smoothed[at - lag]! - here.smoothed[at]!
    if (difference < codeSteps(leastDifferenceDb) || !isActive(here, at)) continue
    const covariance = n * ab - a * b
    const spread = (n * aa - a * a) * (n * bb - b * b)
    if (covariance <= 0 || covariance * covariance < leastCorrelation * leastCorrelation * spread) continue
    following++
    differences[difference]!++
  }
  if (othersFrames === 0 || following < leastPrevalence * othersFrames) return null
  let seen = 0
  return differences.findIndex((count) => (seen += count) * 2 >= following)
}
