/** A set of 53-bit numbers in one flat array: 16 bytes a member where a Set takes 40. */
export interface SeenNumbers {
  /** Adds the number; whether it was there before. */
  add(value: number): boolean
  has(value: number): boolean
  readonly size: number
}

/** An empty set. Zero is a member like any other. */
export function createSeenNumbers(): SeenNumbers {
  let slots = new Float64Array(1 << 8)
  let count = 0
  const place = (table: Float64Array, value: number): number => {
    const mask = table.length - 1
    let slot = (value ^ (value / 4_294_967_296)) & mask
    while (table[slot] !== 0 && table[slot] !== value) slot = (slot + 1) & mask
    return slot
  }
  const grow = () => {
    const larger = new Float64Array(slots.length * 2)
    for (const value of slots) if (value !== 0) larger[place(larger, value)] = value
    slots = larger
  }
  return {
    add(given) {
      const value = given === 0 ? -1 : given
      const slot = place(slots, value)
      if (slots[slot] === value) return true
      slots[slot] = value
      if (++count * 2 > slots.length) grow()
      return false
    },
    has(given) {
      const value = given === 0 ? -1 : given
      return slots[place(slots, value)] === value
    },
    get size() {
      return count
    },
  }
}

/**
 * A 53-bit hash of a text, for telling apart what has certainly not been seen; equal hashes are compared in full by the caller.
 * Two rounds of multiply-and-xor over the code units, mixed as in MurmurHash3's finaliser.
 */
export function hash53(text: string): number {
  let high = 0x9747b28c
  let low = 0x41c6ce57
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 0x85ebca6b)
    low = Math.imul(low ^ unit, 0xc2b2ae35)
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35)
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35)
  return (high >>> 11) * 4_294_967_296 + (low >>> 0)
}
