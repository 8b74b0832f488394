import type { ByteSource } from './byte-source.ts'

/** A stretch of a file that moves forward: `bytes` begins at `position`, and grows and shrinks as one reads on. */
export interface ByteWindow {
  readonly bytes: Uint8Array
  /** Offset of `bytes[0]` in the file. */
  readonly position: number
  /** True when the file ends with `bytes`. */
  readonly isLast: boolean
  /** Drops the first `count` bytes. */
  drop(count: number): void
  /** Reads until at least `length` bytes are there or the file has ended. */
  fill(length: number): Promise<void>
}

const readBytes = 1 << 17

/** A window over `source` from `start` to `end` (its size when left out). Holds no more than is asked for plus 128 kB. */
export function openWindow(source: ByteSource, start: number, end = source.size): ByteWindow {
  let buffer = new Uint8Array(0)
  let from = 0
  let position = start
  let next = start
  return {
    get bytes() {
      return buffer.subarray(from)
    },
    get position() {
      return position
    },
    get isLast() {
      return next >= end
    },
    drop(count) {
      const dropped = Math.min(count, buffer.length - from)
      from += dropped
      position += dropped
    },
    async fill(length) {
      while (buffer.length - from < length && next < end) {
        const kept = buffer.length - from
        const more = await source.readAt(next, Math.min(end - next, Math.max(readBytes, length - kept)))
        // a file that shrinks while it is read ends here
        if (more.length === 0) next = end
        else next += more.length
        const joined = new Uint8Array(kept + more.length)
        joined.set(buffer.subarray(from))
        joined.set(more, kept)
        buffer = joined
        from = 0
      }
    },
  }
}
