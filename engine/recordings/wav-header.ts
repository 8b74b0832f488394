export const WAV_HEADER_BYTES = 44

/** The header of a 16-bit PCM WAV; sizes beyond 4 GB are capped, which players read as "to the end". */
export function wavHeader(sampleRate: number, channelCount: number, dataBytes: number): Buffer {
  const bytes = Buffer.alloc(WAV_HEADER_BYTES)
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(Math.min(0xff_ff_ff_ff, dataBytes + WAV_HEADER_BYTES - 8), 4)
  bytes.write('WAVEfmt ', 8, 'latin1')
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(channelCount, 22)
  bytes.writeUInt32LE(sampleRate, 24)
  bytes.writeUInt32LE(sampleRate * channelCount * 2, 28)
  bytes.writeUInt16LE(channelCount * 2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36, 'latin1')
  bytes.writeUInt32LE(Math.min(0xff_ff_ff_ff, dataBytes), 40)
  return bytes
}
