/** The four bytes before each MPEG audio frame, read (ISO 11172-3 2.4.2.3, ISO 13818-3, and the unofficial MPEG 2.5). */
export interface MpegHeader {
  /** 1, 2 or 3. Only layer III is MP3. */
  layer: number
  /** 3 for MPEG 1, 2 for MPEG 2, 0 for MPEG 2.5. */
  version: number
  sampleRate: number
  channelCount: 1 | 2
  /** Of the whole frame, its header with it. */
  frameBytes: number
  samplesPerFrame: number
  hasChecksum: boolean
}

const sampleRates = [44_100, 48_000, 32_000]

/** kbit/s by index, for MPEG 1 layers I, II, III, then MPEG 2 layer I, and MPEG 2 layers II and III. */
const bitRates = {
  v1l1: [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
  v1l2: [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
  v1l3: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  v2l1: [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
  v2l23: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
}

/** Reads a header at a place, or null where there is none, or one of the free bit rate that nobody writes. */
export function readMpegHeader(bytes: Uint8Array, at = 0): MpegHeader | null {
  if (at + 4 > bytes.length || bytes[at] !== 0xff || (bytes[at + 1]! & 0xe0) !== 0xe0) return null
  const version = (bytes[at + 1]! >> 3) & 3
  const layer = 4 - ((bytes[at + 1]! >> 1) & 3)
  const bitRateIndex = bytes[at + 2]! >> 4
  const rateIndex = (bytes[at + 2]! >> 2) & 3
  if (version === 1 || layer === 4 || bitRateIndex === 0 || bitRateIndex === 15 || rateIndex === 3)
    return null
  const isFirst = version === 3
  const sampleRate = sampleRates[rateIndex]! / (isFirst ? 1 : version === 2 ? 2 : 4)
  const bitRate = rateTable(isFirst, layer)[bitRateIndex]! * 1000
  const padding = (bytes[at + 2]! >> 1) & 1
  const samplesPerFrame = layer === 1 ? 384 : layer === 3 && !isFirst ? 576 : 1152
  const frameBytes =
    layer === 1
      ? (Math.floor((12 * bitRate) / sampleRate) + padding) * 4
      : Math.floor((samplesPerFrame / 8) * (bitRate / sampleRate)) + padding
  return {
    layer,
    version,
    sampleRate,
    channelCount: bytes[at + 3]! >> 6 === 3 ? 1 : 2,
    frameBytes,
    samplesPerFrame,
    hasChecksum: (bytes[at + 1]! & 1) === 0,
  }
}

function rateTable(isFirst: boolean, layer: number): number[] {
  if (isFirst) return layer === 1 ? bitRates.v1l1 : layer === 2 ? bitRates.v1l2 : bitRates.v1l3
  return layer === 1 ? bitRates.v2l1 : bitRates.v2l23
}

/** Whether two frames can follow one another in one stream. */
export function isSameStream(one: MpegHeader, other: MpegHeader): boolean {
  return one.layer === other.layer && one.version === other.version && one.sampleRate === other.sampleRate
}
