/** Seeded source of random numbers: the same seed gives the same world (mulberry32). */
export interface Random {
  /** Evenly in 0..1, both ends excluded. */
  uniform(): number
  normal(mean?: number, sd?: number): number
  /** Whole numbers, both ends included. */
  integer(low: number, high: number): number
  passes(n: number, share: number): number
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4294967296
  }
  const normal = (mean = 0, sd = 1) =>
    mean + sd * Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
  return {
    uniform,
    normal,
    integer: (low, high) => low + Math.floor(uniform() * (high - low + 1)),
    passes: (n, share) => {
      let passes = 0
      for (let i = 0; i < n; i++) if (uniform() < share) passes++
      return passes
    },
  }
}
