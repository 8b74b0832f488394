import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { isEncrypted } from '../../store/index.ts'

const HEADER = 32
const FRAME_HEADER = 24
const MAGIC = 0x377f0682

/** The first bytes of a file, as many as there are. */
function head(file: string, length: number): { bytes: Buffer; size: number } {
  const handle = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(length)
    const read = readSync(handle, bytes, 0, length, 0)
    return { bytes: bytes.subarray(0, read), size: fstatSync(handle).size }
  } finally {
    closeSync(handle)
  }
}

/** Checksum of SQLite's write-ahead log over 8-byte pairs (https://www.sqlite.org/fileformat2.html#walformat). */
function checksum(bytes: Buffer, isBigEndian: boolean): [number, number] {
  let [a, b] = [0, 0]
  const word = (at: number) => (isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at))
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + word(at) + b) >>> 0
    b = (b + word(at + 4) + a) >>> 0
  }
  return [a, b]
}

/**
 * Whether a write-ahead log is what its database was left with: its header holds, its pages are as large as the database's, and its first
 * frame belongs to it. A log that was copied half, or of another time, does not.
 */
export function isLogSound(log: string, database: string): boolean {
  const { bytes, size } = head(log, HEADER + FRAME_HEADER)
  if (size === 0) return true
  if (bytes.length < HEADER + FRAME_HEADER) return false
  const magic = bytes.readUInt32BE(0)
  if (magic !== MAGIC && magic !== MAGIC + 1) return false
  const [a, b] = checksum(bytes.subarray(0, 24), magic === MAGIC + 1)
  if (a !== bytes.readUInt32BE(24) || b !== bytes.readUInt32BE(28)) return false
  const frame = bytes.subarray(HEADER)
  const isOfThisLog =
    frame.readUInt32BE(8) === bytes.readUInt32BE(16) && frame.readUInt32BE(12) === bytes.readUInt32BE(20)
  if (!isOfThisLog || frame.readUInt32BE(0) === 0) return false
  const { pageSize } = pagesOf(database)
  return bytes.readUInt32BE(8) === pageSize && size >= HEADER + FRAME_HEADER + pageSize
}

/** Size and number of pages as the header of a database states them. */
function pagesOf(database: string): { pageSize: number; pages: number; size: number; isDatabase: boolean } {
  const { bytes, size } = head(database, 100)
  const isDatabase = bytes.length === 100 && bytes.toString('latin1', 0, 15) === 'SQLite format 3'
  // of an encrypted one the size of its pages is in plain sight, their number is not
  if (!isDatabase && !isEncrypted(database)) return { pageSize: 0, pages: 0, size, isDatabase }
  const stated = bytes.readUInt16BE(16)
  const pageSize = stated === 1 ? 65_536 : stated
  const pages = isDatabase ? bytes.readUInt32BE(28) : Math.ceil(size / pageSize)
  return { pageSize, pages, size, isDatabase: true }
}

/** What a database file is by its first bytes and its length: whole, cut off, or no database at all. */
export function lengthOf(database: string): 'whole' | 'cut off' | 'none' {
  const { pageSize, pages, size, isDatabase } = pagesOf(database)
  if (!isDatabase) return 'none'
  return size < pageSize * pages ? 'cut off' : 'whole'
}
