/** Parts of a WAV file made by hand, so that each of them can lie. */
export interface WavParts {
  riff?: string
  formatTag?: number
  channelCount?: number
  sampleRate?: number
  bits?: number
  blockAlign?: number
  /** What `data` claims; its true length when left out. */
  dataSize?: number
  /** Chunks between `fmt ` and `data`, and after it. */
  before?: Buffer
  after?: Buffer
  /** Bytes of the format chunk behind the first 16. */
  extension?: Buffer
  data: Buffer
}

export function aWav(parts: WavParts): Buffer {
  const { channelCount = 1, bits = 16, sampleRate = 8000, extension = Buffer.alloc(0) } = parts
  const blockAlign = parts.blockAlign ?? (channelCount * bits) / 8
  const format = Buffer.alloc(16)
  format.writeUInt16LE(parts.formatTag ?? 1, 0)
  format.writeUInt16LE(channelCount, 2)
  format.writeUInt32LE(sampleRate, 4)
  format.writeUInt32LE((sampleRate * blockAlign) % 2 ** 32, 8)
  format.writeUInt16LE(blockAlign % 2 ** 16, 12)
  format.writeUInt16LE(bits, 14)
  const body = Buffer.concat([
    Buffer.from('WAVE'),
    aChunk('fmt ', Buffer.concat([format, extension])),
    parts.before ?? Buffer.alloc(0),
    aChunk('data', parts.data, parts.dataSize),
    parts.after ?? Buffer.alloc(0),
  ])
  const head = Buffer.alloc(8)
  head.write(parts.riff ?? 'RIFF')
  head.writeUInt32LE(body.length % 2 ** 32, 4)
  return Buffer.concat([head, body])
}

/** A chunk with its padding byte, or with a false size. */
export function aChunk(id: string, data: Buffer, claimed = data.length): Buffer {
  const head = Buffer.alloc(8)
  head.write(id)
  head.writeUInt32LE(claimed, 4)
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)])
}

/** 16-bit samples, interleaved, of functions of time. */
export function pcm16(
  seconds: number,
  sampleRate: number,
  ...channels: ((seconds: number) => number)[]
): Buffer {
  const frames = Math.round(seconds * sampleRate)
  const data = Buffer.alloc(frames * channels.length * 2)
  for (let frame = 0; frame < frames; frame++)
    for (const [channel, at] of channels.entries())
      data.writeInt16LE(
        Math.round(Math.max(-1, Math.min(0.99997, at(frame / sampleRate))) * 32_768),
        (frame * channels.length + channel) * 2,
      )
  return data
}

export function tone(hertz: number, level: number): (seconds: number) => number {
  return (seconds) => level * Math.sin(2 * Math.PI * hertz * seconds)
}
