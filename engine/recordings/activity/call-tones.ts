import { codeSteps, framesPerHop } from './levels.ts'
import { runsOf } from './frame-runs.ts'
import type { Run } from './frame-runs.ts'
import type { ChannelTrace } from './types.ts'

const leastShare = 0.85 * 255
const leastHops = 7
const mostSpreadDb = 6

/**
 * Ring and other call-progress tones, in frames: at least 350 ms of 85% of the power at their frequencies, the level within 6 dB.
 * Sung or hummed notes of that length at exactly those frequencies are taken for tones; a voice does not stand still that long.
 */
export function callTones(trace: ChannelTrace, smoothed: Uint8Array): Run[] {
  const flags = trace.toneShares.map((share) => (share >= leastShare ? 1 : 0))
  return runsOf(flags)
    .filter(({ start, end }) => end - start >= leastHops && isEven(smoothed, start, end))
    .map(({ start, end }) => ({
      start: start * framesPerHop,
      end: Math.min(end * framesPerHop, smoothed.length),
    }))
}

function isEven(smoothed: Uint8Array, startHop: number, endHop: number): boolean {
  let low = 255
  let high = 0
  // the first and last hop may lie half outside
  for (let frame = (startHop + 1) * framesPerHop; frame < (endHop - 1) * framesPerHop; frame++) {
    low = Math.min(low, smoothed[frame]!)
    high = Math.max(high, smoothed[frame]!)
  }
  return high - low <= codeSteps(mostSpreadDb)
}
