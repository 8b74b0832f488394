/** A seeded source of random values. The same seed gives the same values on every machine and in every run. */
export interface Random {
  /** Uniform in [0, 1). */
  next: () => number
  /** Whole number from low to high, both included. */
  int: (low: number, high: number) => number
  chance: (probability: number) => boolean
  normal: (mean: number, deviation: number) => number
  /** Log-normal with the given median and the standard deviation of its logarithm. */
  logNormal: (median: number, deviation: number) => number
  pick: <T>(items: readonly T[]) => T
  weighted: <T extends string>(weights: Partial<Record<T, number>>) => T
  shuffle: <T>(items: readonly T[]) => T[]
}

/** FNV-1a over the UTF-16 units of a label, so that each part of the sample draws from a stream of its own. */
function hashLabel(seed: number, label: string): number {
  let hash = 2166136261 ^ seed
  for (let index = 0; index < label.length; index += 1) {
    hash = Math.imul(hash ^ label.charCodeAt(index), 16777619)
  }
  return hash >>> 0
}

/**
 * A random stream for one part of the sample. Streams with different labels are independent, so a change in
 * one part does not shift the others. Generator: mulberry32 (public domain, Tommy Ettinger).
 */
export function createRandom(seed: number, label: string): Random {
  let state = hashLabel(seed, label)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const standardNormal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(next() * items.length)]
    if (item === undefined) throw new Error('Nothing to pick from.')
    return item
  }
  return {
    next,
    int,
    pick,
    chance: (probability) => next() < probability,
    normal: (mean, deviation) => mean + deviation * standardNormal(),
    logNormal: (median, deviation) => median * Math.exp(deviation * standardNormal()),
    weighted: <T extends string>(weights: Partial<Record<T, number>>): T => {
      const entries = Object.entries(weights) as [T, number][]
      let rest = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [key, weight] of entries) {
        rest -= weight
        if (rest < 0) return key
      }
      const last = entries.at(-1)
      if (last === undefined) throw new Error('Nothing to weigh.')
      return last[0]
    },
    shuffle: <T>(items: readonly T[]): T[] => {
      const result = [...items]
      for (let index = result.length - 1; index > 0; index -= 1) {
        const other = int(0, index)
        const held = result[index] as T
        result[index] = result[other] as T
        result[other] = held
      }
      return result
    },
  }
}

/**
 * Deals items so that none comes up again before its siblings have: people notice a repeated sentence long
 * before they notice an unusual one. Items are told apart by deck name and position.
 */
export interface Dealer {
  deal: <T>(deck: string, items: readonly T[], fits?: (item: T) => boolean) => T
}

export function createDealer(random: Random): Dealer {
  const uses = new Map<string, number[]>()
  return {
    deal: <T>(deck: string, items: readonly T[], fits: (item: T) => boolean = () => true): T => {
      const counts = uses.get(deck) ?? items.map(() => 0)
      uses.set(deck, counts)
      const fitting = items.flatMap((item, index) => (fits(item) ? [index] : []))
      const least = Math.min(...fitting.map((index) => counts[index] ?? 0))
      const candidates = fitting.filter((index) => counts[index] === least)
      const chosen = random.pick(candidates)
      counts[chosen] = (counts[chosen] ?? 0) + 1
      return items[chosen] as T
    },
  }
}
