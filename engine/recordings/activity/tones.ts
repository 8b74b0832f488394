/**
 * Frequencies at which telephone exchanges ring and signal: 350/440 (dial), 400/450 and 425 (ring, Europe and Asia), 440/480
 * (ring, North America), 480/620 (busy). ITU-T E.180. Windows of 50 ms have bins of 20 Hz, which tile 390 to 490 Hz.
 */
const binsHz = [340, 360, 400, 420, 440, 460, 480, 620]

/** Where a signal crosses zero less or more often than this, no call-progress tone dominates it. */
const crossingsHz: readonly [number, number] = [300, 680]

/**
 * Share of the power at call-progress frequencies, 0..1, by Goertzel's algorithm (Goertzel 1958) over one window of 50 ms.
 * Only windows whose zero crossings allow for such a tone are looked at.
 */
export function createToneMeter(sampleRate: number): (samples: Float32Array, length: number) => number {
  const coefficients = binsHz.map((hz) => 2 * Math.cos((2 * Math.PI * hz) / sampleRate))
  return (samples, length) => {
    if (length < sampleRate / 100) return 0
    let crossings = 0
    let energy = 0
    let before = samples[0]!
    for (let at = 0; at < length; at++) {
      const x = samples[at]!
      energy += x * x
      if (x >= 0 !== before >= 0) crossings++
      before = x
    }
    const perSecond = (crossings * sampleRate) / length / 2
    if (energy === 0 || perSecond < crossingsHz[0] || perSecond > crossingsHz[1]) return 0
    let tone = 0
    for (const coefficient of coefficients) {
      let s1 = 0
      let s2 = 0
      for (let at = 0; at < length; at++) {
        const s0 = samples[at]! + coefficient * s1 - s2
        s2 = s1
        s1 = s0
      }
      tone += s1 * s1 + s2 * s2 - coefficient * s1 * s2
    }
    // a sine of amplitude a has energy a²N/2 and a bin power of (aN/2)²
    return Math.min(1, (2 * tone) / (length * energy))
  }
}
