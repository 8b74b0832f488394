/** A value as SQLite stores it. */
export type Stored = null | number | bigint | string | Buffer

/** Bytes that are no record. */
export class NoRecord extends Error {}

/** A variable-length integer and where it ends (https://www.sqlite.org/fileformat2.html#varint). */
export function readVarint(bytes: Buffer, at: number): { value: number; big: bigint; end: number } {
  let big = 0n
  for (let index = 0; index < 9; index++) {
    const byte = bytes[at + index]
    if (byte === undefined) throw new NoRecord('a number runs over the end')
    if (index === 8) big = (big << 8n) | BigInt(byte)
    else big = (big << 7n) | BigInt(byte & 0x7f)
    if (index === 8 || byte < 0x80) {
      const signed = BigInt.asIntN(64, big)
      return { value: Number(signed), big: signed, end: at + index + 1 }
    }
  }
  throw new NoRecord('a number has no end')
}

const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const integerBytes = [0, 1, 2, 3, 4, 6, 8]

/** The values of a record (https://www.sqlite.org/fileformat2.html#record_format). Throws `NoRecord` where the bytes are none. */
export function readRecord(bytes: Buffer): Stored[] {
  const { value: headerLength, end } = readVarint(bytes, 0)
  if (headerLength < end || headerLength > bytes.length) throw new NoRecord('its header is longer than it')
  const values: Stored[] = []
  let body = headerLength
  for (let at = end; at < headerLength;) {
    const { value: type, end: next } = readVarint(bytes, at)
    if (next > headerLength) throw new NoRecord('its header ends within a number')
    const length = lengthOf(type)
    if (body + length > bytes.length) throw new NoRecord('it is shorter than its header says')
    values.push(readValue(bytes.subarray(body, body + length), type))
    body += length
    at = next
  }
  if (body !== bytes.length) throw new NoRecord('it is longer than its header says')
  return values
}

function lengthOf(type: number): number {
  if (type < 0 || type === 10 || type === 11) throw new NoRecord('a value has no type')
  if (type <= 6) return integerBytes[type]!
  if (type === 7) return 8
  return type < 12 ? 0 : (type - 12 - (type % 2)) / 2
}

function readValue(bytes: Buffer, type: number): Stored {
  if (type === 0) return null
  if (type === 8 || type === 9) return type - 8
  if (type === 7) return bytes.readDoubleBE(0)
  if (type === 6) {
    const big = bytes.readBigInt64BE(0)
    return Number.isSafeInteger(Number(big)) ? Number(big) : big
  }
  if (type < 6) return bytes.readIntBE(0, bytes.length)
  if (type % 2 === 0) return Buffer.from(bytes)
  try {
    return text.decode(bytes)
  } catch {
    throw new NoRecord('a text is none')
  }
}
