import { readTreePage, type StoredRow } from './btree-page.ts'
import type { PageSource } from './page-source.ts'

/** How a table or an index is kept, as its line in the file's own schema says. */
export interface SchemaLine {
  type: string
  name: string
  table: string
  root: number
  sql: string
}

/** How a tree is read. */
interface Reading {
  /** Whether a row can be one of this tree: a page of another table is taken for a damaged one. */
  fits(row: StoredRow): boolean
  /** Takes the rows of a page. */
  take(rows: readonly StoredRow[]): void
}

/** Reads a tree from its root; gives how many pages of it cannot be read, without what hangs below them. */
export function readTree(
  source: PageSource,
  root: number,
  reached: Set<number>,
  { fits, take }: Reading,
): number {
  let damagedPages = 0
  const open = [root]
  while (open.length > 0) {
    const number = open.pop()!
    const page = reached.has(number) ? null : readTreePage(source, number)
    if (!page || !page.rows.every((row) => fits(row))) {
      damagedPages += 1
      continue
    }
    reached.add(number)
    take(page.rows)
    open.push(...page.children)
  }
  return damagedPages
}

/** Pages that are free, which may still hold rows that were deleted (https://www.sqlite.org/fileformat2.html#the_freelist). */
export function freePages(source: PageSource): Set<number> {
  const free = new Set<number>()
  let trunk = source.isHeaderSound ? (source.page(1)?.readUInt32BE(32) ?? 0) : 0
  while (trunk > 1 && trunk <= source.count && !free.has(trunk)) {
    free.add(trunk)
    const page = source.page(trunk)
    if (!page) break
    const count = Math.min(page.readUInt32BE(4), source.usable / 4 - 2)
    for (let at = 0; at < count; at++) free.add(page.readUInt32BE(8 + at * 4))
    trunk = page.readUInt32BE(0)
  }
  return free
}

const isSchemaRow = ({ values }: StoredRow) =>
  values.length === 5 &&
  ['table', 'index', 'view', 'trigger'].includes(String(values[0])) &&
  typeof values[1] === 'string'

/** The file's own schema; where page 1 does not lead to all of it any more, from whichever page holds lines of one. */
export function readSchema(
  source: PageSource,
  reached: Set<number>,
): { lines: SchemaLine[]; isWhole: boolean } {
  const rows: StoredRow[] = []
  const take = (found: readonly StoredRow[]) => rows.push(...found)
  const damagedPages = readTree(source, 1, reached, { fits: isSchemaRow, take })
  if (damagedPages > 0)
    for (let number = 2; number <= source.count; number++) {
      const page = reached.has(number) ? null : readTreePage(source, number)
      if (!page || page.kind !== 'table' || page.rows.length === 0 || !page.rows.every(isSchemaRow)) continue
      reached.add(number)
      take(page.rows)
    }
  const lines = new Map<string, SchemaLine>()
  for (const { values } of rows) {
    const [type, name, table, root, sql] = values.map((value) => String(value ?? ''))
    lines.set(name!, { type: type!, name: name!, table: table!, root: Number(root), sql: sql! })
  }
  return { lines: [...lines.values()], isWhole: damagedPages === 0 }
}
