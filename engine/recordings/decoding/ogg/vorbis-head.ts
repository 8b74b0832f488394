import { startsWith } from '../foreign-formats.ts'

/** The first packet of a Vorbis stream (Vorbis I specification, 4.2.2). */
export interface VorbisHead {
  channelCount: number
  sampleRate: number
}

/** Reads the packet; null where it is none. */
export function readVorbisHead(packet: Uint8Array): VorbisHead | null {
  if (!startsWith(packet, '\u0001vorbis') || packet.length < 30) return null
  const view = new DataView(packet.buffer, packet.byteOffset, packet.byteLength)
  return { channelCount: packet[11]!, sampleRate: view.getUint32(12, true) }
}
