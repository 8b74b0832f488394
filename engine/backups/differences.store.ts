import type { ReadableDatabase } from '../store/index.ts'
import type { RecordKind } from './kinds.ts'

interface Row {
  key: string
  label: string | null
  content: string
}

function columnsOf(database: ReadableDatabase, table: string): string[] {
  return database.raw
    .prepare('SELECT name FROM pragma_table_info(?) ORDER BY name')
    .pluck()
    .all(table) as string[]
}

/** The rows of a kind in the order of their keys; `columns` are what they are compared by. */
function rowsOf(
  database: ReadableDatabase,
  { table, key, label, where }: RecordKind,
  columns: readonly string[],
): IterableIterator<Row> {
  const content = columns.map((column) => `"${column}"`).join(', ')
  return database.raw
    .prepare(
      `SELECT CAST(${key} AS TEXT) AS key, ${label ?? 'NULL'} AS label, json_array(${content}) AS content
         FROM "${table}" ${where === undefined ? '' : `WHERE ${where}`} ORDER BY CAST(${key} AS TEXT)`,
    )
    .iterate() as IterableIterator<Row>
}

/** What a kind differs in: the first of each named. */
export interface KindDifference {
  /** Only in the workspace as it stands: a restore takes it away. */
  lost: number
  lostNames: string[]
  /** In both, with another content. */
  changed: number
  changedNames: string[]
  /** Only in the backup: a restore brings it back. */
  regained: number
  regainedNames: string[]
}

const MOST_NAMES = 12

/** Compares a kind of record as it stands with a backup, row by row in the order of their keys: a table of millions needs no memory. */
export function compareKind(now: ReadableDatabase, then: ReadableDatabase, kind: RecordKind): KindDifference {
  const difference: KindDifference = {
    lost: 0,
    lostNames: [],
    changed: 0,
    changedNames: [],
    regained: 0,
    regainedNames: [],
  }
  const before = new Set(columnsOf(then, kind.table))
  const isThere = before.size > 0 && (kind.needs ?? []).every((column) => before.has(column))
  const columns = columnsOf(now, kind.table).filter((column) => !isThere || before.has(column))
  const name = (names: string[], { label }: Row) => {
    const shown = label?.trim() ?? ''
    if (shown !== '' && names.length < MOST_NAMES) names.push(shown.slice(0, 120))
  }
  const here = rowsOf(now, kind, columns)
  const there: Iterator<Row> = !isThere ? [][Symbol.iterator]() : rowsOf(then, kind, columns)
  let mine = here.next()
  let theirs = there.next()
  try {
    while (!mine.done || !theirs.done) {
      if (theirs.done || (!mine.done && compareText(mine.value.key, theirs.value.key) < 0)) {
        difference.lost++
        name(difference.lostNames, mine.value as Row)
        mine = here.next()
      } else if (mine.done || compareText(mine.value.key, theirs.value.key) > 0) {
        difference.regained++
        name(difference.regainedNames, theirs.value)
        theirs = there.next()
      } else {
        if (mine.value.content !== theirs.value.content) {
          difference.changed++
          name(difference.changedNames, mine.value)
        }
        mine = here.next()
        theirs = there.next()
      }
    }
  } finally {
    here.return?.()
    there.return?.()
  }
  return difference
}

/** As SQLite orders texts: by their bytes. */
function compareText(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}
