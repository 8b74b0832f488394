const leastCorrelation = 0.98
const every = 4

/**
 * Whether two channels carry the same sound, perhaps one quieter or upside down: correlation of at least 0.98 of
 * every fourth sample (which tell as much). Only sums are kept.
 */
export function createLikeness(): {
  add(left: Float32Array, right: Float32Array, length: number): void
  isAlike(): boolean
} {
  let [n, a, b, aa, bb, ab] = [0, 0, 0, 0, 0, 0]
  return {
    add(left, right, length) {
      for (let at = 0; at < length; at += every) {
        const x = left[at]!
        const y = right[at]!
        n++
        a += x
        b += y
        aa += x * x
        bb += y * y
        ab += x * y
      }
    },
    isAlike() {
      if (n === 0) return false
      const spread = (aa - (a * a) / n) * (bb - (b * b) / n)
      const covariance = ab - (a * b) / n
      return spread > 1e-9 && covariance * covariance >= leastCorrelation * leastCorrelation * spread
    },
  }
}
