/** Coefficients of a second-order section, already divided by a0. */
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
 * Band-pass for the voice on the telephone, 200 to 3400 Hz: two Butterworth sections by the bilinear transform (Bristow-Johnson,
 * Audio EQ Cookbook), to be run in transposed direct form II. It removes DC, hum and what lies above the band; under 8.2 kHz the
 * recording itself ends at the top and `top` lets everything pass.
 */
export function bandPassSections(sampleRate: number): { bottom: Section; top: Section } {
  return {
    bottom: section(sampleRate, Math.min(lowestHz, sampleRate / 8), 'high-pass'),
    top:
      sampleRate < 8200 ? { b0: 1, b1: 0, b2: 0, a1: 0, a2: 0 } : section(sampleRate, highestHz, 'low-pass'),
  }
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
