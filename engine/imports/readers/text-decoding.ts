import { isAscii, isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'
import type { TextEncoding } from './types.ts'

export interface DetectedEncoding {
  encoding: TextEncoding
  /** 0 where there is none. */
  byteOrderMarkLength: number
}

interface TextDecoding {
  /** Decodes the next bytes; a character cut at the end waits for its rest. */
  decode: (bytes: Buffer) => string
  /** What is left at the end of the file. */
  end: () => string
}

/**
 * The encoding of a text file, judged by its first bytes. Text without a byte order mark and without any
 * byte above 127 counts as UTF-8; the decoder made by `createTextDecoding` changes to Windows-1252 by
 * itself when a later byte says so.
 */
export function detectEncoding(head: Buffer): DetectedEncoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
    return { encoding: 'utf-8', byteOrderMarkLength: 3 }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', byteOrderMarkLength: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', byteOrderMarkLength: 2 }
  const wide = utf16WithoutMark(head)
  if (wide !== null) return { encoding: wide, byteOrderMarkLength: 0 }
  const complete = head.subarray(0, completeUtf8Length(head))
  const isUtf8Text = isUtf8(complete) || hasUtf8Line(complete)
  return { encoding: isUtf8Text ? 'utf-8' : 'windows-1252', byteOrderMarkLength: 0 }
}

/**
 * Decodes a file piece by piece. UTF-8 is checked as it is read: a file that was plain ASCII so far and
 * then holds a byte sequence that is no UTF-8 is Windows-1252; in a file that was UTF-8 so far only the
 * lines that are not are read as Windows-1252, which is what appending exports to each other leaves behind.
 */
export function createTextDecoding(detected: DetectedEncoding): TextDecoding {
  if (detected.encoding === 'utf-8') return utf8OrWindows1252(detected.byteOrderMarkLength > 0)
  const decoder = new TextDecoder(detected.encoding, { ignoreBOM: true })
  return { decode: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() }
}

/** All of a small text, without its byte order mark. */
export function decodeText(bytes: Buffer): string {
  const detected = detectEncoding(bytes)
  const { decode, end } = createTextDecoding(detected)
  return decode(bytes.subarray(detected.byteOrderMarkLength)) + end()
}

/** Text cannot hold these; a zero byte would long have shown itself as UTF-16. */
export function looksBinary(head: Buffer, encoding: TextEncoding): boolean {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return false
  const looked = head.subarray(0, 4096)
  let controls = 0
  for (const byte of looked) {
    if (byte === 0) return true
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1a)
      controls++
  }
  return controls > 2 + looked.length / 100
}

function utf8OrWindows1252(isCertainlyUtf8: boolean): TextDecoding {
  let state: 'ascii' | 'utf-8' | 'windows-1252' = isCertainlyUtf8 ? 'utf-8' : 'ascii'
  const windows1252 = new TextDecoder('windows-1252')
  let waiting = Buffer.alloc(0)

  const decode = (bytes: Buffer, isEnd: boolean): string => {
    const joined = waiting.length > 0 ? Buffer.concat([waiting, bytes]) : bytes
    waiting = Buffer.alloc(0)
    // One byte per character in memory, and much faster than decoding.
    if (isAscii(joined)) return joined.toString('latin1')
    if (state === 'windows-1252') return windows1252.decode(joined)
    const cut = isEnd ? joined.length : completeUtf8Length(joined)
    const complete = joined.subarray(0, cut)
    if (isUtf8(complete)) {
      waiting = Buffer.from(joined.subarray(cut))
      if (!isAscii(complete)) state = 'utf-8'
      return complete.toString('utf8')
    }
    if (state === 'ascii' && !hasUtf8Line(complete)) {
      state = 'windows-1252'
      return windows1252.decode(joined)
    }
    state = 'utf-8'
    waiting = Buffer.from(joined.subarray(cut))
    return decodeLineByLine(complete, windows1252)
  }
  return {
    decode: (bytes) => decode(bytes, false),
    end: () => (waiting.length > 0 ? decode(Buffer.alloc(0), true) : ''),
  }
}

/** Windows-1252 text practically never has a line that is UTF-8 and not plain ASCII. */
function hasUtf8Line(bytes: Buffer): boolean {
  for (const line of linesOf(bytes)) if (isUtf8(line) && !isAscii(line)) return true
  return false
}

function decodeLineByLine(bytes: Buffer, otherwise: TextDecoder): string {
  const parts: string[] = []
  for (const line of linesOf(bytes)) parts.push(isUtf8(line) ? line.toString('utf8') : otherwise.decode(line))
  return parts.join('')
}

function* linesOf(bytes: Buffer): Generator<Buffer, void, void> {
  let start = 0
  while (start < bytes.length) {
    const lineFeed = bytes.indexOf(0x0a, start)
    const end = lineFeed === -1 ? bytes.length : lineFeed + 1
    yield bytes.subarray(start, end)
    start = end
  }
}

/** Bytes up to the last complete UTF-8 sequence; a sequence has at most four bytes. */
function completeUtf8Length(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return needed > back ? bytes.length - back : bytes.length
    }
  }
  return bytes.length
}

/** Western text in UTF-16 has a zero in nearly every second byte. */
function utf16WithoutMark(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  const looked = head.subarray(0, 4096 - (head.length < 4096 ? head.length % 2 : 0))
  if (looked.length < 4) return null
  let evenZeros = 0
  let oddZeros = 0
  for (let index = 0; index + 1 < looked.length; index += 2) {
    if (looked[index] === 0) evenZeros++
    if (looked[index + 1] === 0) oddZeros++
  }
  const pairs = Math.floor(looked.length / 2)
  if (oddZeros > pairs * 0.4 && evenZeros <= pairs * 0.02) return 'utf-16le'
  if (evenZeros > pairs * 0.4 && oddZeros <= pairs * 0.02) return 'utf-16be'
  return null
}
