/** Turns interleaved bytes into one array per channel. `frames` whole frames are read from the start of `bytes`. */
export type SampleReader = (bytes: Uint8Array, frames: number) => Float32Array[]

export type WavCodec =
  | 'pcm-u8'
  | 'pcm-s16'
  | 'pcm-s24'
  | 'pcm-s32'
  | 'float32'
  | 'float64'
  | 'a-law'
  | 'mu-law'

const bytesPerSample: Record<WavCodec, number> = {
  'pcm-u8': 1,
  'pcm-s16': 2,
  'pcm-s24': 3,
  'pcm-s32': 4,
  float32: 4,
  float64: 8,
  'a-law': 1,
  'mu-law': 1,
}

export function sampleBytes(codec: WavCodec): number {
  return bytesPerSample[codec]
}

/** How the samples of a codec are read, little-endian. Floats that are no number become 0, and what is louder than 1 is cut to it. */
export function sampleReader(codec: WavCodec, channelCount: number): SampleReader {
  const at = sampleAt(codec)
  const step = bytesPerSample[codec] * channelCount
  return (bytes, frames) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return Array.from({ length: channelCount }, (_, channel) => {
      const samples = new Float32Array(frames)
      let offset = channel * bytesPerSample[codec]
      for (let frame = 0; frame < frames; frame++, offset += step) samples[frame] = at(view, offset)
      return samples
    })
  }
}

function sampleAt(codec: WavCodec): (view: DataView, offset: number) => number {
  switch (codec) {
    case 'pcm-u8':
      return (view, offset) => (view.getUint8(offset) - 128) / 128
    case 'pcm-s16':
      return (view, offset) => view.getInt16(offset, true) / 0x8000
    case 'pcm-s24':
      return (view, offset) => ((view.getInt8(offset + 2) << 16) | view.getUint16(offset, true)) / 0x800000
    case 'pcm-s32':
      return (view, offset) => view.getInt32(offset, true) / 0x80000000
    case 'float32':
      return (view, offset) => bounded(view.getFloat32(offset, true))
    case 'float64':
      return (view, offset) => bounded(view.getFloat64(offset, true))
    case 'a-law':
      return (view, offset) => aLaw[view.getUint8(offset)]!
    case 'mu-law':
      return (view, offset) => muLaw[view.getUint8(offset)]!
  }
}

function bounded(value: number): number {
  return value > 1 ? 1 : value < -1 ? -1 : value === value ? value : 0
}

/** ITU-T G.711, A-law: 13-bit values by sign, exponent and mantissa, every other bit inverted. */
const aLaw = Float32Array.from({ length: 256 }, (_, code) => {
  const bits = code ^ 0x55
  const exponent = (bits >> 4) & 7
  const mantissa = ((bits & 15) << 4) + 8
  const size = exponent === 0 ? mantissa : (mantissa + 0x100) << (exponent - 1)
  return (bits & 0x80 ? size : -size) / 0x8000
})

/** ITU-T G.711, mu-law: 14-bit values with a bias of 33 (132 in 16 bits), all bits inverted. */
const muLaw = Float32Array.from({ length: 256 }, (_, code) => {
  const bits = ~code & 0xff
  const size = ((((bits & 15) << 3) + 0x84) << ((bits >> 4) & 7)) - 0x84
  return (bits & 0x80 ? -size : size) / 0x8000
})
