import { closeGaps, runsOf } from './frame-runs.ts'
import type { Run } from './frame-runs.ts'
import { codeSteps, framesPerHop } from './levels.ts'
import { framesPerStep } from './speech-thresholds.ts'
import type { SpeechThresholds } from './speech-thresholds.ts'
import type { ChannelTrace } from './types.ts'

const halfWindowHops = 40
const soundsWithinDb = 25
const lowestDbfs = -65
const leastSounding = 20
const surelySteady = 0.3
const leastSteady = 0.16
const mostPauses = 0.3
const surelyPauses = 0.5
const pauseUnderDb = 15
const closedGapHops = 60
const leastHops = 80
const pieceGapHops = 3

/**
 * Hold music, in frames. Of the 4 s around each 50 ms, two things count: the mean share of steady partials (notes hold their pitch,
 * a voice's harmonics glide) and the share of pauses, frames 15 dB under the loud ones (speech closes and pauses all the time: the
 * low-energy frames of Scheirer & Slaney 1997). Much steadiness, or some of it without pauses, is music if it lasts 4 s; stops of
 * up to 3 s belong to it. Where pauses are half of it, it is speech whatever else. Ring tones (`tones`) count on neither side.
 */
export function musicRuns(
  trace: ChannelTrace,
  smoothed: Uint8Array,
  { loud }: SpeechThresholds,
  tones: Uint8Array,
): Run[] {
  const hops = trace.steadyShares.length
  const sounds = new Uint8Array(hops)
  const pauses = new Uint8Array(hops)
  for (let hop = 0; hop < hops; hop++) {
    const frame = Math.min(hop * framesPerHop + 2, smoothed.length - 1)
    const top = loud[Math.min(Math.floor(frame / framesPerStep), loud.length - 1)]!
    const level = smoothed[frame]!
    if (tones[frame] === 1) continue
    if (level >= Math.max(top - codeSteps(soundsWithinDb), codeSteps(lowestDbfs + 120))) sounds[hop] = 1
    if (level < top - codeSteps(pauseUnderDb)) pauses[hop] = 1
  }
  const flags = new Uint8Array(hops)
  let [sounding, pausing, steady] = [0, 0, 0]
  const count = (hop: number, sign: number) => {
    if (hop < 0 || hop >= hops) return
    sounding += sign * sounds[hop]!
    pausing += sign * pauses[hop]!
    steady += sign * sounds[hop]! * trace.steadyShares[hop]!
  }
  for (let hop = -halfWindowHops; hop < hops; hop++) {
    count(hop + halfWindowHops, 1)
    count(hop - halfWindowHops - 1, -1)
    if (hop < 0 || sounding < leastSounding) continue
    const steadiness = steady / sounding / 255
    const isQuietOften = pausing / (2 * halfWindowHops + 1)
    if (isQuietOften >= surelyPauses || steadiness < leastSteady) continue
    if (sounds[hop] === 1 && (steadiness >= surelySteady || isQuietOften <= mostPauses)) flags[hop] = 1
  }
  return closeGaps(runsOf(flags), closedGapHops)
    .map((run) => withoutSpokenEnds(run, sounds, trace.steadyShares))
    .filter(({ start, end }) => end - start >= leastHops)
    .map(({ start, end }) => ({
      start: start * framesPerHop,
      end: Math.min(end * framesPerHop, smoothed.length),
    }))
}

/** The 4 s around a hop reach into what is said before and after: pieces at the ends, set apart by 150 ms, must be music themselves. */
function withoutSpokenEnds({ start, end }: Run, sounds: Uint8Array, steadyShares: Uint8Array): Run {
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
