import type { Run } from './frame-runs.ts'
import { framesPerStep } from './speech-thresholds.ts'
import type { SpeechThresholds } from './speech-thresholds.ts'

const beginFrames = 3
const bridgedFrames = 25
const leastFrames = 8
const leadFrames = 3
const hangoverFrames = 5

/**
 * Speech, in frames: begins with 30 ms above `begins`, goes on above `goesOn`; pauses of up to 250 ms (closures, between words) are
 * bridged, what then has under 80 ms of sound is a click and dropped, and each stretch is made longer by 30 ms before
 * (soft onsets) and a hangover of 50 ms (fading ends). Frames flagged in `excluded` are never speech.
 */
export function speechRuns(smoothed: Uint8Array, thresholds: SpeechThresholds, excluded: Uint8Array): Run[] {
  const sounding: Run[] = []
  let current: Run | null = null
  let above = 0
  for (let at = 0; at < smoothed.length; at++) {
    const step = Math.floor(at / framesPerStep)
    const level = excluded[at] === 1 ? -1 : smoothed[at]!
    above = level >= thresholds.begins[step]! ? above + 1 : 0
    if (current === null && above >= beginFrames) {
      current = { start: at - beginFrames + 1, end: at + 1 }
      sounding.push(current)
    } else if (current !== null && level >= thresholds.goesOn[step]!) current.end = at + 1
    else current = null
  }
  return withoutClicks(sounding).map(({ start, end }) => ({
    start: Math.max(0, start - leadFrames),
    end: Math.min(smoothed.length, end + hangoverFrames),
  }))
}

/** Gaps bridged, and what has too little sound in it left out. */
function withoutClicks(sounding: readonly Run[]): Run[] {
  const bridged: (Run & { sound: number })[] = []
  for (const { start, end } of sounding) {
    const last = bridged.at(-1)
    if (last !== undefined && start - last.end <= bridgedFrames) {
      last.end = end
      last.sound += end - start
    } else bridged.push({ start, end, sound: end - start })
  }
  return bridged.filter(({ sound }) => sound >= leastFrames)
}
