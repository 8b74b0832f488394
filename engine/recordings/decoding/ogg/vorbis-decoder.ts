import { wasm } from '../wasm.ts'
import { vorbisCode } from './vorbis-code.ts'

/** Decodes the packets of one Vorbis stream, in their order. */
export interface VorbisDecoder {
  /** Takes one of the three packets before the sound; false where it is none. */
  header(packet: Uint8Array): boolean
  /** The sound that a packet completes, one array per channel within -1..1; none where it cannot be decoded. */
  decode(packet: Uint8Array): Float32Array[]
}

/** What ogv's build exports, by the short names it was given; pinned with its version. */
interface Libvorbis {
  f: { buffer: ArrayBuffer; grow(pages: number): number }
  g(): void
  h(): void
  i(packet: number, bytes: number): number
  j(packet: number, bytes: number): number
  l(bytes: number): number
  m(place: number): void
}

const pageBytes = 65_536
/** A stream whose codebooks ask for more is no recording. */
const mostMemory = 256 << 20

let compiled: object | undefined

/** A decoder with a WebAssembly memory of its own: a damaged stream can at worst bring it to a stop. */
export function createVorbisDecoder(): VorbisDecoder {
  compiled ??= new wasm.Module(Buffer.from(vorbisCode, 'base64'))
  let decoded: Float32Array[] = []
  const imports = {
    a: (needed: number) => grow(vorbis, needed),
    b: (to: number, from: number, bytes: number) =>
      void new Uint8Array(vorbis.f.buffer).copyWithin(to, from, from + bytes),
    c: (code: number) => {
      throw new wasm.RuntimeError(`ended with ${code}`)
    },
    d: (channels: number, count: number, frames: number) => {
      decoded = channels === 0 ? [] : channelsAt(vorbis, channels, count, frames)
    },
    e: () => {},
  }
  const vorbis = new wasm.Instance(compiled, { a: imports }).exports as Libvorbis
  vorbis.g()
  vorbis.h()
  return {
    header: (packet) => withPacket(vorbis, packet, vorbis.i),
    decode(packet) {
      decoded = []
      return withPacket(vorbis, packet, vorbis.j) ? decoded : []
    },
  }
}

function withPacket(
  vorbis: Libvorbis,
  packet: Uint8Array,
  call: (place: number, bytes: number) => number,
): boolean {
  try {
    const place = vorbis.l(packet.length)
    if (place === 0) return false
    new Uint8Array(vorbis.f.buffer, place, packet.length).set(packet)
    const isTaken = call(place, packet.length) !== 0
    vorbis.m(place)
    return isTaken
  } catch (error) {
    if (error instanceof wasm.RuntimeError || error instanceof RangeError) return false
    throw error
  }
}

function grow(vorbis: Libvorbis, needed: number): number {
  const wanted = needed >>> 0
  if (wanted > mostMemory) return 0
  const missing = wanted - vorbis.f.buffer.byteLength
  if (missing > 0) vorbis.f.grow(Math.ceil(missing / pageBytes))
  return 1
}

function channelsAt(vorbis: Libvorbis, table: number, count: number, frames: number): Float32Array[] {
  const places = new Uint32Array(vorbis.f.buffer, table, count)
  return Array.from(places, (place) =>
    new Float32Array(vorbis.f.buffer, place, frames).map((sample) => Math.max(-1, Math.min(1, sample)) || 0),
  )
}
