/** Second-order section, transposed direct form II, already divided by a0. */
interface Section {
  b0: number
  b1: number
  b2: number
  a1: number
  a2: number
}

const lowestHz = 200
const highestHz = 3400

/**
 * Band-pass for the voice on the telephone, 200 to 3400 Hz: Butterworth sections by the bilinear transform (Bristow-Johnson,
 * Audio EQ Cookbook). It removes DC, hum and what lies above the band; under 8.2 kHz the recording itself ends at the top.
 * The state is kept from one call to the next, so that the size of blocks changes nothing.
 */
export function createBandPass(
  sampleRate: number,
): (input: Float32Array, output: Float32Array, length: number) => void {
  const low = section(sampleRate, Math.min(lowestHz, sampleRate / 8), 'high-pass')
  const high = section(sampleRate, Math.min(highestHz, sampleRate * 0.45), 'low-pass')
  const hasTop = sampleRate >= 8200
  let [low1, low2, high1, high2] = [0, 0, 0, 0]
  return (input, output, length) => {
    let [s1, s2, t1, t2] = [low1, low2, high1, high2]
    const { b0, b1, b2, a1, a2 } = low
    const { b0: c0, b1: c1, b2: c2, a1: d1, a2: d2 } = high
    for (let at = 0; at < length; at++) {
      const x = input[at]!
      const y = b0 * x + s1
      s1 = b1 * x - a1 * y + s2
      s2 = b2 * x - a2 * y
      if (hasTop) {
        const z = c0 * y + t1
        t1 = c1 * y - d1 * z + t2
        t2 = c2 * y - d2 * z
        output[at] = z
      } else output[at] = y
    }
    // what rings on under digital silence would become denormal numbers, a hundred times slower
    low1 = settled(s1)
    low2 = settled(s2)
    high1 = settled(t1)
    high2 = settled(t2)
  }
}

function settled(state: number): number {
  return Math.abs(state) < 1e-15 ? 0 : state
}

function section(sampleRate: number, cornerHz: number, kind: 'high-pass' | 'low-pass'): Section {
  const angle = (2 * Math.PI * cornerHz) / sampleRate
  const cosine = Math.cos(angle)
  const alpha = Math.sin(angle) / Math.SQRT2
  const a0 = 1 + alpha
  const edge = kind === 'high-pass' ? (1 + cosine) / 2 : (1 - cosine) / 2
  const middle = kind === 'high-pass' ? -(1 + cosine) : 1 - cosine
  return {
    b0: edge / a0,
    b1: middle / a0,
    b2: edge / a0,
    a1: (-2 * cosine) / a0,
    a2: (1 - alpha) / a0,
  }
}
