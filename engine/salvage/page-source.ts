import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { t } from '#speech'
import { Problem } from '../problem.ts'
import { keys } from '../store/index.ts'

/** The pages of a database file as they were last committed, whatever state they are in. */
export interface PageSource {
  pageSize: number
  /** Bytes of a page that hold content; the rest is reserved. */
  usable: number
  count: number
  /** A page by its number, from 1; null where the file ends before. */
  page(number: number): Buffer | null
  /** The version of the schema; 0 where page 1 does not say. */
  schemaVersion: number
  isHeaderSound: boolean
  close(): void
}

const MAGIC = 'SQLite format 3\0'

/**
 * Opens a database file and the write-ahead log beside it without SQLite, which would refuse a damaged one or write to it. Of the log, frames
 * count up to the last commit whose checksums hold (https://www.sqlite.org/fileformat2.html#the_write_ahead_log). Of an encrypted one (`sealedWith`: the
 * keys to try) a page that does not open is one that cannot be read; `KEY_WRONG` where none opens.
 */
export function openPages(file: string, sealedWith: readonly string[] | null): PageSource {
  const stored = openStored(file)
  if (sealedWith === null) return stored
  try {
    return openSealed(stored, sealedWith)
  } catch (error) {
    stored.close()
    throw error
  }
}

function openSealed(stored: PageSource, sealedWith: readonly string[]): PageSource {
  const key = fittingKey(stored, sealedWith)
  const page = (number: number) => {
    const sealed = stored.page(number)
    return sealed && keys.openPage(key, sealed, number)
  }
  const first = page(1)
  return {
    ...stored,
    page,
    usable: stored.pageSize - keys.SEAL_BYTES,
    isHeaderSound: first !== null,
    schemaVersion: first?.readUInt32BE(60) ?? 0,
  }
}

/** The first of the keys that opens a page. */
function fittingKey(stored: PageSource, sealedWith: readonly string[]): string {
  for (let number = 1; number <= stored.count; number++) {
    const page = stored.page(number)
    const key = page && sealedWith.find((one) => keys.openPage(one, page, number) !== null)
    if (key) return key
  }
  throw new Problem(
    'KEY_WRONG',
    t`No page of this workspace opens with its key: the key file beside it belongs to another one, or all of it is damaged. Nothing was changed.`,
  )
}

function openStored(file: string): PageSource {
  const descriptor = openSync(file, 'r')
  const head = Buffer.alloc(100)
  readSync(descriptor, head, 0, 100, 0)
  const { size } = fstatSync(descriptor)
  const isHeaderSound = head.toString('latin1', 0, 16) === MAGIC && isPageSize(pageSizeIn(head, 16))
  const wal = readWal(`${file}-wal`)
  const pageSize = isHeaderSound ? pageSizeIn(head, 16) : (wal?.pageSize ?? keys.PAGE_BYTES)
  const reserved = isHeaderSound ? head[20]! : 0
  const newest = wal?.pages.get(1) ?? head
  const count = Math.max(Math.ceil(size / pageSize), wal?.newestCount ?? 0)
  return {
    pageSize,
    usable: pageSize - reserved,
    count,
    isHeaderSound,
    schemaVersion: isHeaderSound || wal?.pages.has(1) ? newest.readUInt32BE(60) : 0,
    page(number) {
      const logged = wal?.pages.get(number)
      if (logged) return logged
      const page = Buffer.alloc(pageSize)
      const read = readSync(descriptor, page, 0, pageSize, (number - 1) * pageSize)
      return read === 0 ? null : page
    },
    close: () => closeSync(descriptor),
  }
}

const pageSizeIn = (buffer: Buffer, at: number) => {
  const stated = buffer.readUInt16BE(at)
  return stated === 1 ? 65_536 : stated
}

const isPageSize = (size: number) => size >= 512 && size <= 65_536 && (size & (size - 1)) === 0

interface Wal {
  pageSize: number
  pages: Map<number, Buffer>
  /** How many pages the database has after the last commit. */
  newestCount: number
}

function readWal(file: string): Wal | null {
  if (!existsSync(file)) return null
  const bytes = readFileSync(file)
  if (bytes.length < 32 || (bytes.readUInt32BE(0) & 0xff_ff_ff_fe) >>> 0 !== 0x37_7f_06_82) return null
  const isBigEndian = (bytes.readUInt32BE(0) & 1) === 1
  const pageSize = bytes.readUInt32BE(8)
  if (!isPageSize(pageSize)) return null
  let sum = checksum(bytes.subarray(0, 24), [0, 0], isBigEndian)
  if (sum[0] !== bytes.readUInt32BE(24) || sum[1] !== bytes.readUInt32BE(28)) return null
  const pages = new Map<number, Buffer>()
  let pending = new Map<number, Buffer>()
  let newestCount = 0
  for (let at = 32; at + 24 + pageSize <= bytes.length; at += 24 + pageSize) {
    const isOfThisLog = bytes.subarray(at + 8, at + 16).equals(bytes.subarray(16, 24))
    if (!isOfThisLog) break
    sum = checksum(bytes.subarray(at, at + 8), sum, isBigEndian)
    const page = bytes.subarray(at + 24, at + 24 + pageSize)
    sum = checksum(page, sum, isBigEndian)
    if (sum[0] !== bytes.readUInt32BE(at + 16) || sum[1] !== bytes.readUInt32BE(at + 20)) break
    pending.set(bytes.readUInt32BE(at), page)
    const countAtCommit = bytes.readUInt32BE(at + 4)
    if (countAtCommit === 0) continue
    for (const [number, content] of pending) pages.set(number, content)
    pending = new Map()
    newestCount = countAtCommit
  }
  return { pageSize, pages, newestCount }
}

function checksum(bytes: Buffer, start: readonly [number, number], isBigEndian: boolean): [number, number] {
  let [first, second] = start
  const word = (at: number) => (isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at))
  for (let at = 0; at < bytes.length; at += 8) {
    first = (first + word(at) + second) >>> 0
    second = (second + word(at + 4) + first) >>> 0
  }
  return [first, second]
}
