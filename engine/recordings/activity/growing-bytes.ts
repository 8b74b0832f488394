/** Bytes whose number is not known beforehand; room doubles, so that adding one costs next to nothing. */
export interface GrowingBytes {
  add(byte: number): void
  /** What was added, a view that is right until the next `add`. */
  bytes(): Uint8Array
}

export function createGrowingBytes(expected: number): GrowingBytes {
  let room = new Uint8Array(Math.max(64, expected))
  let length = 0
  return {
    add(byte) {
      if (length === room.length) {
        const larger = new Uint8Array(room.length * 2)
        larger.set(room)
        room = larger
      }
      room[length++] = byte
    },
    bytes: () => room.subarray(0, length),
  }
}
