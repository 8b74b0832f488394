/** Points of the transform; at 8 kHz a bin is 15.6 Hz wide. */
export const spectrumSize = 512

const half = spectrumSize / 2

/**
 * Power spectrum of up to 512 real samples under a Hann window, in a buffer that the next call overwrites (256 bins, without DC
 * correction). Radix-2 transform of half the length over even and odd samples (Press et al., Numerical Recipes, section 12.3).
 */
export function createSpectrum(): (samples: Float32Array, length: number) => Float64Array {
  const re = new Float64Array(half)
  const im = new Float64Array(half)
  const power = new Float64Array(half)
  const cosines = Float64Array.from({ length: half }, (_, k) => Math.cos((2 * Math.PI * k) / spectrumSize))
  const sines = Float64Array.from({ length: half }, (_, k) => Math.sin((2 * Math.PI * k) / spectrumSize))
  const reversed = Uint16Array.from({ length: half }, (_, k) => {
    let bits = 0
    for (let bit = 1, value = k; bit < half; bit <<= 1, value >>= 1) bits = (bits << 1) | (value & 1)
    return bits
  })
  let window = new Float64Array(0)
  return (samples, given) => {
    const length = Math.min(given, spectrumSize)
    if (window.length !== length)
      window = Float64Array.from(
        { length },
        (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (at + 0.5)) / length),
      )
    for (let k = 0; k < half; k++) {
      const at = reversed[k]! * 2
      re[k] = at < length ? samples[at]! * window[at]! : 0
      im[k] = at + 1 < length ? samples[at + 1]! * window[at + 1]! : 0
    }
    for (let size = 2; size <= half; size <<= 1) {
      const step = spectrumSize / size
      const part = size >> 1
      for (let start = 0; start < half; start += size)
        for (let j = 0; j < part; j++) {
          const c = cosines[j * step]!
          const s = -sines[j * step]!
          const a = start + j
          const b = a + part
          const x = re[b]! * c - im[b]! * s
          const y = re[b]! * s + im[b]! * c
          re[b] = re[a]! - x
          im[b] = im[a]! - y
          re[a] = re[a]! + x
          im[a] = im[a]! + y
        }
    }
    power[0] = (re[0]! + im[0]!) ** 2
    for (let k = 1; k < half; k++) {
      const m = half - k
      const evenRe = (re[k]! + re[m]!) / 2
      const evenIm = (im[k]! - im[m]!) / 2
      const oddRe = (im[k]! + im[m]!) / 2
      const oddIm = (re[m]! - re[k]!) / 2
      const c = cosines[k]!
      const s = -sines[k]!
      const x = evenRe + oddRe * c - oddIm * s
      const y = evenIm + oddRe * s + oddIm * c
      power[k] = x * x + y * y
    }
    return power
  }
}
