import { closeGaps, runsOf } from './frame-runs.ts'
import type { Run } from './frame-runs.ts'
import { codeSteps, framesPerHop } from './levels.ts'
import { createSlidingHistogram } from './sliding-histogram.ts'
import { framesPerStep } from './speech-thresholds.ts'
import type { SpeechThresholds } from './speech-thresholds.ts'
import type { ChannelTrace } from './types.ts'

const halfWindowHops = 40
const soundsWithinDb = 25
const lowestDbfs = -65
const leastSounding = 20
const surelySteady = 0.3
const leastSteady = 0.16
const loudPercentile = 0.6
const mostPauses = 0.3
const surelyPauses = 0.5
const pauseUnderDb = 15
const closedGapHops = 60
const leastHops = 80
const pieceGapHops = 3

/** What each hop of 50 ms is, as music sees it. */
interface Hops {
  levels: Uint8Array
  sounds: Uint8Array
  pauses: Uint8Array
  steadyShares: Uint8Array
}

/**
 * Hold music, in frames. Of the 4 s around each 50 ms, three things count: the mean share of steady partials (notes hold their
 * pitch, a voice's harmonics glide); the same of the loudest two fifths alone (a voice over music in the background is louder than
 * it, and does not hold its pitch); and the share of pauses, 15 dB under the loud parts (speech closes and pauses all the time: the
 * low-energy frames of Scheirer & Slaney 1997). Much steadiness, or some of it without pauses, is music if it lasts 4 s; stops of
 * up to 3 s belong to it. Where pauses are half of it, it is speech whatever else. Ring tones (`tones`) count on neither side.
 */
export function musicRuns(
  trace: ChannelTrace,
  smoothed: Uint8Array,
  thresholds: SpeechThresholds,
  tones: Uint8Array,
): Run[] {
  const hops = hopsOf(trace, smoothed, thresholds, tones)
  return closeGaps(runsOf(musicalHops(hops)), closedGapHops)
    .map((run) => withoutSpokenEnds(run, hops))
    .filter(({ start, end }) => end - start >= leastHops)
    .map(({ start, end }) => ({
      start: start * framesPerHop,
      end: Math.min(end * framesPerHop, smoothed.length),
    }))
}

function hopsOf(
  trace: ChannelTrace,
  smoothed: Uint8Array,
  { loud }: SpeechThresholds,
  tones: Uint8Array,
): Hops {
  const count = trace.steadyShares.length
  const hops = {
    levels: new Uint8Array(count),
    sounds: new Uint8Array(count),
    pauses: new Uint8Array(count),
    steadyShares: trace.steadyShares,
  }
  for (let hop = 0; hop < count; hop++) {
    const frame = Math.min(hop * framesPerHop + 2, smoothed.length - 1)
    const top = loud[Math.min(Math.floor(frame / framesPerStep), loud.length - 1)]!
    const level = smoothed[frame]!
    hops.levels[hop] = level
    if (tones[frame] === 1) continue
    if (level >= Math.max(top - codeSteps(soundsWithinDb), codeSteps(lowestDbfs + 120))) hops.sounds[hop] = 1
    if (level < top - codeSteps(pauseUnderDb)) hops.pauses[hop] = 1
  }
  return hops
}

function musicalHops({ levels, sounds, pauses, steadyShares }: Hops): Uint8Array {
  const flags = new Uint8Array(levels.length)
  const histogram = createSlidingHistogram(levels)
  for (let hop = 0; hop < levels.length; hop++) {
    const from = Math.max(0, hop - halfWindowHops)
    const to = Math.min(levels.length, hop + halfWindowHops + 1)
    histogram.move(from, to)
    if (sounds[hop] === 0) continue
    const loud = histogram.percentile(loudPercentile)
    let [sounding, pausing, steady, loudHops, loudSteady] = [0, 0, 0, 0, 0]
    for (let at = from; at < to; at++) {
      pausing += pauses[at]!
      if (sounds[at] === 0) continue
      sounding++
      steady += steadyShares[at]!
      if (levels[at]! < loud) continue
      loudHops++
      loudSteady += steadyShares[at]!
    }
    const pauseShare = pausing / (to - from)
    const steadiness = steady / sounding / 255
    if (sounding < leastSounding || pauseShare >= surelyPauses || steadiness < leastSteady) continue
    if (loudSteady / loudHops / 255 < leastSteady) continue
    if (steadiness >= surelySteady || pauseShare <= mostPauses) flags[hop] = 1
  }
  return flags
}

/** The 4 s around a hop reach into what is said before and after: pieces at the ends, set apart by 150 ms, must be music themselves. */
function withoutSpokenEnds({ start, end }: Run, { sounds, steadyShares }: Hops): Run {
  const pieces = closeGaps(
    runsOf(sounds.subarray(start, end)).map((run) => ({ start: run.start + start, end: run.end + start })),
    pieceGapHops - 1,
  )
  const isMusic = (piece: Run) => {
    let sum = 0
    for (let hop = piece.start; hop < piece.end; hop++) sum += steadyShares[hop]!
    return sum / (piece.end - piece.start) / 255 >= leastSteady
  }
  const first = pieces.find(isMusic)
  const last = pieces.findLast(isMusic)
  return first === undefined || last === undefined
    ? { start, end: start }
    : { start: first.start, end: last.end }
}
