import { closeGaps, flagRuns, runsOf } from './frame-runs.ts'
import { codeSteps } from './levels.ts'
import { createSlidingHistogram } from './sliding-histogram.ts'

const halfWindow = 50
const mostSpreadDb = 2

/**
 * Flags frames in which the level hardly moves for a second: fans, line noise, beeps, carrier tones. From tenth to ninetieth
 * percentile speech spans 20 dB and more, 30-ms levels of white noise 1.2. The edges of such a stretch are flagged too, as far as
 * they keep its level.
 */
export function steadyFrames(smoothed: Uint8Array): Uint8Array {
  const flags = new Uint8Array(smoothed.length)
  const histogram = createSlidingHistogram(smoothed)
  for (let at = 0; at < smoothed.length; at++) {
    histogram.move(at - halfWindow, at + halfWindow)
    if (smoothed.length < halfWindow) break
    if (at % 5 !== 2) continue
    const spread = histogram.percentile(0.9) - histogram.percentile(0.1)
    if (spread <= codeSteps(mostSpreadDb)) flags.fill(1, at - 2, Math.min(at + 3, flags.length))
  }
  for (const { start, end } of runsOf(flags)) {
    const level = meanLevel(smoothed, start, end)
    const isAlike = (at: number) => Math.abs(smoothed[at]! - level) <= codeSteps(mostSpreadDb)
    let from = start
    while (from > 0 && start - from < halfWindow && isAlike(from - 1)) from--
    let to = end
    while (to < flags.length && to - end < halfWindow && isAlike(to)) to++
    flagRuns(flags, [{ start: from, end: to }], 0)
  }
  flagRuns(flags, closeGaps(runsOf(flags), 5), 2)
  return flags
}

function meanLevel(smoothed: Uint8Array, start: number, end: number): number {
  let sum = 0
  for (let at = start; at < end; at++) sum += smoothed[at]!
  return sum / (end - start)
}
