import { codeSteps, framesPerSecond, levelCode, powerOfCode } from './levels.ts'
import { createSlidingHistogram } from './sliding-histogram.ts'

/** What a channel's levels are measured against, one entry per half second; all as coded levels. */
export interface SpeechThresholds {
  /** Tracked noise floor. */
  floor: Uint8Array
  /** Level of the loud parts around. */
  loud: Uint8Array
  /** Speech begins above this ... */
  begins: Uint8Array
  /** ... and goes on above this. */
  goesOn: Uint8Array
}

export const framesPerStep = framesPerSecond / 2
const windowFrames = 10 * framesPerSecond
const floorPercentile = 0.1
const loudPercentile = 0.97
const hysteresisDb = 3
const deepestUnderLoudDb = 32
const lowestDbfs = -80

/** Levels smoothed over 30 ms (mean power of three frames), so that single frames decide nothing. */
export function smoothLevels(levels: Uint8Array): Uint8Array {
  const last = levels.length - 1
  return levels.map((here, at) => {
    const before = levels[Math.max(0, at - 1)]!
    const after = levels[Math.min(last, at + 1)]!
    if (before === here && after === here) return here
    return levelCode((powerOfCode[before]! + powerOfCode[here]! + powerOfCode[after]!) / 3)
  })
}

/**
 * Noise floor and thresholds. The floor is the tenth percentile of the levels within 10 s on either side: even who never stops
 * pauses for breath and closes the lips that often (the idea of minimum statistics, Martin 2001, with the future known too).
 * Speech must rise 5 to 9 dB above it, more the clearer the channel; never be more than 32 dB under the loud parts around it,
 * and never under -80 dBFS. All but the last is relative, so that quiet channels are heard like loud ones.
 */
export function speechThresholds(smoothed: Uint8Array): SpeechThresholds {
  const steps = Math.ceil(smoothed.length / framesPerStep)
  const thresholds = {
    floor: new Uint8Array(steps),
    loud: new Uint8Array(steps),
    begins: new Uint8Array(steps),
    goesOn: new Uint8Array(steps),
  }
  const lowest = codeSteps(lowestDbfs + 120)
  const histogram = createSlidingHistogram(smoothed)
  for (let step = 0; step < steps; step++) {
    const middle = (step + 0.5) * framesPerStep
    histogram.move(Math.max(0, middle - windowFrames), middle + windowFrames)
    const floor = histogram.percentile(floorPercentile)
    const loud = histogram.percentile(loudPercentile)
    const rise = Math.min(codeSteps(9), Math.max(codeSteps(5), 0.3 * (loud - floor)))
    const begins = Math.min(255, Math.max(floor + rise, loud - codeSteps(deepestUnderLoudDb), lowest))
    thresholds.floor[step] = floor
    thresholds.loud[step] = loud
    thresholds.begins[step] = Math.round(begins)
    thresholds.goesOn[step] = Math.round(begins - codeSteps(hysteresisDb))
  }
  return thresholds
}
