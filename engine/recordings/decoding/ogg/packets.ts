import type { ByteWindow } from '../byte-window.ts'
import { readOggPages } from './pages.ts'

/** The packets of one logical stream that end on one page. */
export interface PacketGroup {
  packets: Uint8Array[]
  granule: number | null
  /** The stream ends with this page. */
  isLast: boolean
  /** Bytes or pages are missing before these packets. */
  isAfterGap: boolean
  lostBytes: number
}

/** Packets of the stream `serial`, put together again where they go over several pages. */
export async function* readPackets(
  window: ByteWindow,
  serial: number,
  signal?: AbortSignal,
): AsyncGenerator<PacketGroup> {
  let open: Uint8Array[] | null = null
  let sequence: number | null = null
  let lostBytes = 0
  for await (const page of readOggPages(window, signal)) {
    lostBytes += page.lostBytes
    if (page.serial !== serial) continue
    const isAfterGap = sequence !== null && page.sequence !== sequence + 1
    sequence = page.sequence
    if (isAfterGap || !page.isContinued) open = null
    // what is left of a packet whose beginning is missing cannot be used
    const pieces = page.isContinued && open === null ? page.pieces.slice(1) : page.pieces
    const packets: Uint8Array[] = []
    for (const [index, piece] of pieces.entries()) {
      const whole: Uint8Array[] = [...(open ?? []), piece]
      if (index === pieces.length - 1 && page.isOpen) {
        open = isTooLong(whole) ? null : whole
      } else {
        packets.push(whole.length === 1 ? piece : Buffer.concat(whole))
        open = null
      }
    }
    yield { packets, granule: page.granule, isLast: page.isLast, isAfterGap, lostBytes }
    lostBytes = 0
  }
}

/** Comments may hold pictures; no packet of sound comes near this. */
function isTooLong(pieces: Uint8Array[]): boolean {
  return pieces.reduce((sum, piece) => sum + piece.length, 0) > 1 << 26
}
