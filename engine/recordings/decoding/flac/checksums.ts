const crc8Table = Uint8Array.from({ length: 256 }, (_, byte) => shifted(byte, 0x07, 0x80) & 0xff)
const crc16Table = Uint16Array.from({ length: 256 }, (_, byte) => shifted(byte << 8, 0x8005, 0x8000) & 0xffff)

function shifted(value: number, polynomial: number, top: number): number {
  let remainder = value
  for (let bit = 0; bit < 8; bit++)
    remainder = remainder & top ? (remainder << 1) ^ polynomial : remainder << 1
  return remainder
}

/** The checksum of frame headers (RFC 9639 9.1.8). */
export function crc8(bytes: Uint8Array, from: number, to: number): number {
  let crc = 0
  for (let index = from; index < to; index++) crc = crc8Table[crc ^ bytes[index]!]!
  return crc
}

/** The checksum of whole frames (RFC 9639 9.3). */
export function crc16(bytes: Uint8Array, from: number, to: number): number {
  let crc = 0
  for (let index = from; index < to; index++)
    crc = ((crc << 8) & 0xffff) ^ crc16Table[(crc >> 8) ^ bytes[index]!]!
  return crc
}
