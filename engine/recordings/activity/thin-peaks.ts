import type { Peaks } from './types.ts'

/** More than any screen has pixels across. */
const mostSteps = 4096

/**
 * Peaks thinned to what a screen can show, so that sending and drawing them costs the same for a minute and for six hours: steps that fall
 * together give the lowest and the highest value of all of them.
 */
export function thinPeaks({ perSecond, channels }: Peaks): Peaks {
  const steps = Math.max(0, ...channels.map((pairs) => pairs.length >> 1))
  if (steps <= mostSteps) return { perSecond, channels }
  return {
    perSecond: (perSecond * mostSteps) / steps,
    channels: channels.map((pairs) => thinned(pairs, steps)),
  }
}

function thinned(pairs: Int8Array, steps: number): Int8Array {
  const kept = new Int8Array(mostSteps * 2)
  for (let step = 0; step < mostSteps; step++) {
    const from = Math.floor((step / mostSteps) * steps)
    const to = Math.floor(((step + 1) / mostSteps) * steps)
    let lowest = 127
    let highest = -127
    for (let at = from; at < to; at++) {
      lowest = Math.min(lowest, pairs[at * 2] ?? 0)
      highest = Math.max(highest, pairs[at * 2 + 1] ?? 0)
    }
    kept[step * 2] = lowest
    kept[step * 2 + 1] = highest
  }
  return kept
}
