import { createSpectrum, spectrumSize } from './spectrum.ts'

interface Partial {
  hz: number
  /** Where it began: a glide that never leaves the tolerance from one hop to the next is no steady pitch. */
  firstHz: number
  hops: number
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
  let before: Partial[] = []
  return (samples, length) => {
    if (length === 0) {
      before = []
      return 0
    }
    const power = spectrum(samples, length)
    let all = 0
    for (let k = first; k <= last; k++) all += power[k]!
    const partials: Partial[] = []
    let steady = 0
    for (let k = first; k <= last; k++) {
      const here = power[k]!
      const [left, right] = [power[k - 1]!, power[k + 1]!]
      if (here <= left || here < right || here < all * 0.004) continue
      // parabola through the logarithms of three bins
      const [a, b, c] = [Math.log(left + 1e-30), Math.log(here), Math.log(right + 1e-30)]
      const hz = (k + (0.5 * (a - c)) / (a - 2 * b + c)) * binHz
      const partial = continued(before, hz)
      partials.push(partial)
      if (partial.hops >= steadyHops) steady += here + left + right + power[k - 2]! + power[k + 2]!
    }
    before = partials
    return all === 0 ? 0 : Math.min(1, steady / all)
  }
}

function continued(before: readonly Partial[], hz: number): Partial {
  const tolerance = toleranceHz + toleranceShare * hz
  for (const one of before)
    if (Math.abs(one.hz - hz) <= tolerance && Math.abs(one.firstHz - hz) <= tolerance * 1.5)
      return { hz, firstHz: one.firstHz, hops: one.hops + 1 }
  return { hz, firstHz: hz, hops: 1 }
}
