import { createSpectrum, spectrumSize } from './spectrum.ts'

/** Partials of one hop: where each is, where it began, and for how many hops it has been there. */
interface Partials {
  count: number
  hz: Float64Array
  /** A glide that never leaves the tolerance from one hop to the next is no steady pitch. */
  firstHz: Float64Array
  hops: Uint16Array
}

const lowestHz = 250
const highestHz = 3300
const steadyHops = 4
const toleranceHz = 7
const toleranceShare = 0.006

/**
 * Share of a hop's power, 0..1, that lies in partials whose pitch has stood still for 200 ms: notes do, while the harmonics of a
 * voice glide with its pitch. After Seyerlehner et al. (2007), Automatic music detection in television productions, with peaks
 * instead of bins. Call it once per hop of 50 ms, with no samples where nothing sounds.
 */
export function createSteadinessMeter(sampleRate: number): (samples: Float32Array, length: number) => number {
  const spectrum = createSpectrum()
  const binHz = sampleRate / spectrumSize
  const first = Math.max(2, Math.ceil(lowestHz / binHz))
  const last = Math.min(spectrumSize / 2 - 3, Math.floor(highestHz / binHz))
  let before = noPartials()
  let now = noPartials()
  return (samples, length) => {
    if (length === 0) {
      before.count = 0
      return 0
    }
    const power = spectrum(samples, length)
    let all = 0
    for (let k = first; k <= last; k++) all += power[k]!
    now.count = 0
    let steady = 0
    for (let k = first; k <= last; k++) {
      const here = power[k]!
      const [left, right] = [power[k - 1]!, power[k + 1]!]
      if (here <= left || here < right || here < all * 0.004) continue
      // parabola through the logarithms of three bins
      const [a, b, c] = [Math.log(left + 1e-30), Math.log(here), Math.log(right + 1e-30)]
      const hz = (k + (0.5 * (a - c)) / (a - 2 * b + c)) * binHz
      if (addPartial(now, before, hz) >= steadyHops)
        steady += here + left + right + power[k - 2]! + power[k + 2]!
    }
    ;[before, now] = [now, before]
    return all === 0 ? 0 : Math.min(1, steady / all)
  }
}

function noPartials(): Partials {
  const most = spectrumSize / 4
  return {
    count: 0,
    hz: new Float64Array(most),
    firstHz: new Float64Array(most),
    hops: new Uint16Array(most),
  }
}

/** Adds a partial, as the continuation of one of the hop before where there is one; gives for how many hops it has been there. */
function addPartial(now: Partials, before: Partials, hz: number): number {
  const tolerance = toleranceHz + toleranceShare * hz
  let [firstHz, hops] = [hz, 1]
  for (let at = 0; at < before.count; at++)
    if (Math.abs(before.hz[at]! - hz) <= tolerance && Math.abs(before.firstHz[at]! - hz) <= tolerance * 1.5) {
      firstHz = before.firstHz[at]!
      hops = Math.min(1000, before.hops[at]! + 1)
      break
    }
  now.hz[now.count] = hz
  now.firstHz[now.count] = firstHz
  now.hops[now.count++] = hops
  return hops
}
