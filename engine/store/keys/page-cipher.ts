import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { openAegis256, streamAegis256 } from './aegis.ts'

const KEY_BYTES = 32
const NONCE_BYTES = 32
const TAG_BYTES = 32
/** Bytes at the end of each page that hold what authenticates it. */
export const SEAL_BYTES = TAG_BYTES + NONCE_BYTES
/** The beginning of the first page, where the salt and the form of the file stand in plain sight. */
const IN_SIGHT = 24
const HEAD = Buffer.from('SQLite format 3\0', 'latin1')

/**
 * Opens one page of an encrypted database, whatever the others are like, as SQLite3 Multiple Ciphers seals it: key and nonce of a page come
 * from the key of the file, the page's own random nonce and its number. `key` is as SQLite takes it. Null where the page was changed or damaged, is another's, or the
 * key another.
 */
export function openPage(key: string, page: Buffer, number: number): Buffer | null {
  const end = page.length - SEAL_BYTES
  const nonce = page.subarray(end + TAG_BYTES)
  const own = streamAegis256(Buffer.from(key.slice('raw:'.length), 'hex'), nonce, KEY_BYTES + NONCE_BYTES)
  own.writeUInt32BE(number, own.length - 4)
  const from = number === 1 ? IN_SIGHT : 0
  const plain = openAegis256(
    { key: own.subarray(0, KEY_BYTES), nonce: own.subarray(KEY_BYTES) },
    page.subarray(from, end),
    page.subarray(end, end + TAG_BYTES),
  )
  if (!plain) return null
  const head = number === 1 ? [HEAD, page.subarray(HEAD.length, IN_SIGHT)] : []
  return Buffer.concat([...head, plain, page.subarray(end)])
}

/** The size of the pages of every workspace. */
export const PAGE_BYTES = 4096
const SAMPLES = 64

/** Whether some page of a file opens with one of the keys: where the first does not, it is then the file that is damaged, and no key that is wrong. */
export function hasPagesOf(file: string, keys: readonly string[]): boolean {
  const handle = openSync(file, 'r')
  try {
    const count = Math.floor(fstatSync(handle).size / PAGE_BYTES)
    const step = Math.max(1, count / SAMPLES)
    const page = Buffer.alloc(PAGE_BYTES)
    for (let place = 1; place <= count; place += step) {
      const number = Math.floor(place)
      readSync(handle, page, 0, PAGE_BYTES, (number - 1) * PAGE_BYTES)
      if (keys.some((key) => openPage(key, page, number) !== null)) return true
    }
    return false
  } finally {
    closeSync(handle)
  }
}
