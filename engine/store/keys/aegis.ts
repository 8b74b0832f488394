/**
 * AEGIS-256 (RFC 10032), decryption only, without associated data and with a tag of 256 bits: what
 * SQLite encrypts pages with. SQLite itself gives no page of a file whose others do not open; this reads each for itself.
 */

const BLOCK = 16
/** A block as the columns of AES; the state has six of them. */
const WORDS = 4

const C0 = wordsOf(Buffer.from('000101020305080d1522375990e97962', 'hex'))
const C1 = wordsOf(Buffer.from('db3d18556dc22ff12011314273b528dd', 'hex'))
const ZERO = new Int32Array(WORDS)
const [T0, T1, T2, T3] = roundTables()

/** The plain bytes, or null where key, nonce, tag and bytes do not belong together. */
export function openAegis256(
  { key, nonce }: { key: Uint8Array; nonce: Uint8Array },
  bytes: Uint8Array,
  tag: Uint8Array,
): Buffer | null {
  const state = begin(key, nonce)
  const filledUp = Buffer.alloc(Math.ceil(bytes.length / BLOCK) * BLOCK)
  filledUp.set(bytes)
  const words = wordsOf(filledUp)
  for (let at = 0; at < words.length; at += WORDS) {
    addKeyStream(state, words, at)
    // what fills the last block up is absorbed as zeros
    if (at + WORDS === words.length) clearAfter(words, bytes.length)
    update(state, words, at)
  }
  return tagOf(state, bytes.length).equals(tag) ? bytesOf(words).subarray(0, bytes.length) : null
}

/** So many bytes, a whole number of blocks, of the stream that key and nonce give. */
export function streamAegis256(key: Uint8Array, nonce: Uint8Array, length: number): Buffer {
  const state = begin(key, nonce)
  const words = new Int32Array(length / 4)
  for (let at = 0; at < words.length; at += WORDS) {
    addKeyStream(state, words, at)
    update(state, ZERO, 0)
  }
  return bytesOf(words)
}

function begin(key: Uint8Array, nonce: Uint8Array): Int32Array {
  const keys = wordsOf(key)
  const mixed = xor(wordsOf(nonce), keys)
  const state = Int32Array.of(...mixed, ...C1, ...C0, ...xor(keys, Int32Array.of(...C0, ...C1)))
  for (let round = 0; round < 4; round++)
    for (const blocks of [keys, mixed]) {
      update(state, blocks, 0)
      update(state, blocks, WORDS)
    }
  return state
}

function addKeyStream(state: Int32Array, words: Int32Array, from: number): void {
  for (let at = 0; at < WORDS; at++)
    words[from + at]! ^=
      state[4 + at]! ^ state[16 + at]! ^ state[20 + at]! ^ (state[8 + at]! & state[12 + at]!)
}

function clearAfter(words: Int32Array, length: number): void {
  for (let at = length; at < words.length * 4; at++) words[at >> 2]! &= ~(0xff << (8 * (at % 4)))
}

function tagOf(state: Int32Array, length: number): Buffer {
  const last = state.slice(3 * WORDS, 4 * WORDS)
  // pages are far shorter than 512 MB, so that the number of their bits fits into one word
  last[2]! ^= length * 8
  for (let round = 0; round < 7; round++) update(state, last, 0)
  const [a, b, c, d, e, f] = [0, 4, 8, 12, 16, 20].map((at) => state.subarray(at, at + WORDS))
  return bytesOf(Int32Array.of(...xor(xor(a!, b!), c!), ...xor(xor(d!, e!), f!)))
}

/** Each block becomes a round of AES of the one before it, keyed with itself; the first takes a block of the message in. */
function update(state: Int32Array, message: Int32Array, from: number): void {
  const [a, b, c, d] = [state[20]!, state[21]!, state[22]!, state[23]!]
  for (let at = 20; at > 0; at -= WORDS)
    round(state, at, state[at - 4]!, state[at - 3]!, state[at - 2]!, state[at - 1]!)
  round(state, 0, a, b, c, d)
  for (let at = 0; at < WORDS; at++) state[at]! ^= message[from + at]!
}

function round(state: Int32Array, at: number, a: number, b: number, c: number, d: number): void {
  state[at]! ^= T0[a & 255]! ^ T1[(b >>> 8) & 255]! ^ T2[(c >>> 16) & 255]! ^ T3[d >>> 24]!
  state[at + 1]! ^= T0[b & 255]! ^ T1[(c >>> 8) & 255]! ^ T2[(d >>> 16) & 255]! ^ T3[a >>> 24]!
  state[at + 2]! ^= T0[c & 255]! ^ T1[(d >>> 8) & 255]! ^ T2[(a >>> 16) & 255]! ^ T3[b >>> 24]!
  state[at + 3]! ^= T0[d & 255]! ^ T1[(a >>> 8) & 255]! ^ T2[(b >>> 16) & 255]! ^ T3[c >>> 24]!
}

function wordsOf(bytes: Uint8Array): Int32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const words = new Int32Array(bytes.length / 4)
  for (let at = 0; at < words.length; at++) words[at] = view.getInt32(at * 4, true)
  return words
}

function bytesOf(words: Int32Array): Buffer {
  const bytes = Buffer.alloc(words.length * 4)
  for (let at = 0; at < words.length; at++) bytes.writeInt32LE(words[at]!, at * 4)
  return bytes
}

function xor(one: Int32Array, other: Int32Array): Int32Array {
  return one.map((word, at) => word ^ other[at]!)
}

/** SubBytes, ShiftRows and MixColumns of one byte of each row (FIPS 197). */
function roundTables(): [Int32Array, Int32Array, Int32Array, Int32Array] {
  const tables = [0, 1, 2, 3].map(() => new Int32Array(256))
  const double = (byte: number) => ((byte << 1) ^ (byte & 0x80 ? 0x1_1b : 0)) & 0xff
  for (const [byte, substitute] of substitutes().entries()) {
    const twice = double(substitute)
    const column = [twice, substitute, substitute, twice ^ substitute]
    for (const [row, table] of tables.entries())
      for (const [at, value] of column.entries()) table[byte]! |= value << (8 * ((at + row) % 4))
  }
  return tables as [Int32Array, Int32Array, Int32Array, Int32Array]
}

function substitutes(): Uint8Array {
  const box = new Uint8Array(256)
  let [p, q] = [1, 1]
  do {
    p = (p ^ (p << 1) ^ (p & 0x80 ? 0x1_1b : 0)) & 0xff
    q ^= q << 1
    q ^= q << 2
    q ^= q << 4
    q &= 0xff
    if (q & 0x80) q ^= 0x09
    const turned = q | (q << 8)
    box[p] = (q ^ (turned >> 7) ^ (turned >> 6) ^ (turned >> 5) ^ (turned >> 4) ^ 0x63) & 0xff
  } while (p !== 1)
  box[0] = 0x63
  return box
}
