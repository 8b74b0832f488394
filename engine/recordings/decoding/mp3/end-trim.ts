import type { BlockQueue } from '../block-queue.ts'
import type { MpegHeader } from './frame-header.ts'
import type { StreamNotes } from './stream-notes.ts'

/** Passes sound on to a queue without the padding at its end. */
export interface EndTrim {
  push(channels: readonly Float32Array[]): void
  /** Whether fewer samples came than the encoder counted. */
  readonly isShort: boolean
}

/**
 * What lies behind the counted end is held back, and passed on after all when sound goes on beyond the padding: joined files keep the
 * count of their first part.
 */
export function createEndTrim(queue: BlockQueue, notes: StreamNotes | null, header: MpegHeader): EndTrim {
  const counted = notes?.frames ? notes.frames * header.samplesPerFrame : Infinity
  const end = counted - (notes?.endPadding ?? 0)
  let held: Float32Array[][] = []
  let pushed = 0
  return {
    get isShort() {
      return counted !== Infinity && pushed < counted
    },
    push(channels) {
      const length = channels[0]?.length ?? 0
      const within = Math.max(0, Math.min(length, end - pushed))
      pushed += length
      if (pushed > counted) {
        for (const part of held) queue.push(part)
        held = []
        queue.push(channels)
        return
      }
      if (within > 0) queue.push(channels.map((channel) => channel.subarray(0, within)))
      if (within < length) held.push(channels.map((channel) => channel.slice(within)))
    },
  }
}
