import type { PageSource } from './page-source.ts'
import { NoRecord, readRecord, readVarint, type Stored } from './record.ts'

/** A row as it lies in a page. `rowid` is null in trees without one. */
export interface StoredRow {
  rowid: number | null
  values: Stored[]
}

/** A page of a tree: rows, and the pages below it. */
export interface TreePage {
  kind: 'table' | 'index'
  rows: StoredRow[]
  /** Pages below, in order; empty in a leaf. */
  children: number[]
}

const kinds: Record<number, { kind: TreePage['kind']; isLeaf: boolean }> = {
  2: { kind: 'index', isLeaf: false },
  5: { kind: 'table', isLeaf: false },
  10: { kind: 'index', isLeaf: true },
  13: { kind: 'table', isLeaf: true },
}

/**
 * Reads a page as a part of a tree (https://www.sqlite.org/fileformat2.html#b_tree_pages), as SQLite's own recovery does: page by page, without
 * what leads there (https://www.sqlite.org/recovery.html). Null where it is none, or anything in it contradicts itself.
 */
export function readTreePage(source: PageSource, number: number): TreePage | null {
  const page = source.page(number)
  if (!page) return null
  const start = number === 1 ? 100 : 0
  const type = kinds[page[start]!]
  if (!type) return null
  try {
    const count = page.readUInt16BE(start + 3)
    const pointers = start + (type.isLeaf ? 8 : 12)
    if (pointers + count * 2 > source.usable) return null
    const result: TreePage = { kind: type.kind, rows: [], children: [] }
    let last = Number.NEGATIVE_INFINITY
    for (let cell = 0; cell < count; cell++) {
      let at = page.readUInt16BE(pointers + cell * 2)
      if (at < pointers + count * 2 || at >= source.usable) return null
      if (!type.isLeaf) {
        const child = page.readUInt32BE(at)
        if (child < 2 || child > source.count) return null
        result.children.push(child)
        at += 4
      }
      if (type.kind === 'index')
        result.rows.push({ rowid: null, values: readPayload(source, page, at, 'index').values })
      else if (type.isLeaf) {
        const { rowid, values } = readPayload(source, page, at, 'table')
        if (rowid! <= last) return null
        last = rowid!
        result.rows.push({ rowid, values })
      }
    }
    if (!type.isLeaf) {
      const right = page.readUInt32BE(start + 8)
      if (right < 2 || right > source.count) return null
      result.children.push(right)
    }
    return result
  } catch (error) {
    if (error instanceof NoRecord || error instanceof RangeError) return null
    throw error
  }
}

function readPayload(source: PageSource, page: Buffer, at: number, kind: TreePage['kind']): StoredRow {
  const length = readVarint(page, at)
  const key = kind === 'table' ? readVarint(page, length.end) : null
  const body = key?.end ?? length.end
  const { usable } = source
  const total = length.value
  const most = kind === 'table' ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23
  if (total < 0 || total > source.count * usable) throw new NoRecord('it is longer than the file')
  if (total <= most) {
    if (body + total > usable) throw new NoRecord('it runs over the end of its page')
    return { rowid: key?.value ?? null, values: readRecord(page.subarray(body, body + total)) }
  }
  const least = Math.floor(((usable - 12) * 32) / 255) - 23
  const fitting = least + ((total - least) % (usable - 4))
  const local = fitting <= most ? fitting : least
  const pieces = [page.subarray(body, body + local)]
  let left = total - local
  let next = page.readUInt32BE(body + local)
  while (left > 0) {
    const overflow = next >= 2 && next <= source.count ? source.page(next) : null
    if (!overflow) throw new NoRecord('a part of it is gone')
    pieces.push(overflow.subarray(4, 4 + Math.min(left, usable - 4)))
    left -= usable - 4
    next = overflow.readUInt32BE(0)
  }
  return { rowid: key?.value ?? null, values: readRecord(Buffer.concat(pieces)) }
}
