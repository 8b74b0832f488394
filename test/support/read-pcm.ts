/** The samples of a WAV file with 8 or 16 bits, for tests of what comes after decoding. */
export function readPcm(file: Buffer): { sampleRate: number; channels: Float32Array[] } {
  const chunks = new Map<string, Buffer>()
  for (let at = 12; at + 8 <= file.length;) {
    const size = file.readUInt32LE(at + 4)
    chunks.set(file.toString('latin1', at, at + 4), file.subarray(at + 8, at + 8 + size))
    at += 8 + size + (size % 2)
  }
  const format = chunks.get('fmt ')!
  const data = chunks.get('data')!
  const channelCount = format.readUInt16LE(2)
  const bytes = format.readUInt16LE(14) / 8
  const length = Math.floor(data.length / bytes / channelCount)
  const channels = Array.from({ length: channelCount }, (_, channel) =>
    Float32Array.from({ length }, (__, at) => {
      const offset = (at * channelCount + channel) * bytes
      return bytes === 1 ? (data[offset]! - 128) / 128 : data.readInt16LE(offset) / 32_768
    }),
  )
  return { sampleRate: format.readUInt32LE(4), channels }
}
