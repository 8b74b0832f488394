/** Reads bits from the most significant on. Behind the end there are zeros; `isBeyondEnd` tells. */
export interface BitReader {
  /** Up to 25 bits, unsigned. */
  bits(count: number): number
  /** Up to 25 bits, two's complement. */
  signed(count: number): number
  /** Zeros before the next one, which is consumed. */
  unary(): number
  /** `count` Rice codes of a parameter, as signed numbers, into `target` from `at` on (RFC 9639 9.2.7). */
  rice(count: number, parameter: number, target: Int32Array, at: number): void
  skipToByte(): void
  readonly byteAt: number
  readonly isBeyondEnd: boolean
}

/** A reader over `bytes` from a byte on. */
export function createBitReader(bytes: Uint8Array, from: number): BitReader {
  let at = from * 8
  const end = bytes.length * 8

  /** The next bits, at least 25 of them valid, at the top of 32. */
  const window = (): number => {
    const index = at >>> 3
    const word =
      (bytes[index]! << 24) | (bytes[index + 1]! << 16) | (bytes[index + 2]! << 8) | bytes[index + 3]!
    return word << (at & 7)
  }
  const bits = (count: number): number => {
    if (count === 0) return 0
    const value = window() >>> (32 - count)
    at += count
    return value
  }
  const unary = (): number => {
    let zeros = 0
    for (;;) {
      const leading = Math.clz32(window())
      if (leading < 25) {
        at += leading + 1
        return zeros + leading
      }
      zeros += 25
      at += 25
      if (at > end) return zeros
    }
  }
  return {
    bits,
    unary,
    signed(count) {
      if (count === 0) return 0
      const value = window() >> (32 - count)
      at += count
      return value
    },
    rice(count, parameter, target, start) {
      for (let index = start; index < start + count; index++) {
        const quotient = unary()
        const high = parameter > 25 ? bits(parameter - 25) * 2 ** 25 : 0
        const folded = (quotient * 2 ** parameter + high + bits(Math.min(25, parameter))) >>> 0
        target[index] = (folded >>> 1) ^ -(folded & 1)
        if (at > end) return
      }
    },
    skipToByte() {
      at = Math.ceil(at / 8) * 8
    },
    get byteAt() {
      return at / 8
    },
    get isBeyondEnd() {
      return at > end
    },
  }
}
