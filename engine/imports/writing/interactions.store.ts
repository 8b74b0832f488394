import {
  all,
  one,
  run,
  statement,
  setCache,
  type ReadableDatabase,
  type Statement,
  type WritableDatabase,
} from '../../store/index.ts'
import type { InteractionRow } from './interaction-row.ts'

const ROWS_PER_STATEMENT = 25
const COLUMNS = [
  'row_number',
  'contact_ref',
  'leg_ref',
  'content_key',
  'identity_id',
  'stratum_id',
  'day',
  'started_at',
  'ended_at',
  'direction',
  'wait_ms',
  'talk_ms',
  'hold_ms',
  'acw_ms',
  'stated_handle_ms',
  'is_transferred',
  'is_answered',
  'is_resolved',
  'disposition_id',
  'customer_hash',
  'language',
] as const

/** Adds many contacts quickly: several rows a statement. Call `flush` at the end; ids are given in order. */
export interface InteractionInserter {
  add(row: InteractionRow, rowNumber: number): void
  flush(): void
}

/**
 * An inserter for one import. Most of what an insert costs is binding its values, and most logs fill half of the columns: a statement
 * names only those that some of its rows fill. Texts are written one by one: logs rarely have them.
 */
export function createInteractionInserter(
  database: WritableDatabase,
  owner: { importId: number; sourceId: number },
): InteractionInserter {
  const prepare = (columns: readonly number[], rows: number) => {
    const names = columns.map((column) => COLUMNS[column])
    const one = `(${owner.importId}, ${owner.sourceId}${', ?'.repeat(names.length)})`
    return statement(
      database,
      `INSERT INTO interactions (import_id, source_id, ${names.join(', ')}) VALUES ${Array.from({ length: rows }, () => one).join(', ')}`,
    )
  }
  const waiting: (string | number | null)[] = Array.from({ length: ROWS_PER_STATEMENT * COLUMNS.length })
  let rows = 0
  let known: { filled: number; columns: number[]; insert: Statement } | undefined
  const flush = () => {
    if (rows === 0) return
    let filled = 0
    for (let at = 0, bit = 1; at < rows * COLUMNS.length; at++) {
      if (waiting[at] !== null) filled |= bit
      bit = (at + 1) % COLUMNS.length === 0 ? 1 : bit << 1
    }
    if (known?.filled !== filled || rows < ROWS_PER_STATEMENT) {
      const columns = [...COLUMNS.keys()].filter((column) => filled & (1 << column))
      known = { filled, columns, insert: prepare(columns, rows) }
    }
    const values = []
    for (let start = 0; start < rows * COLUMNS.length; start += COLUMNS.length)
      for (const column of known.columns) values.push(waiting[start + column])
    known.insert.run(values)
    if (rows < ROWS_PER_STATEMENT) known = undefined
    rows = 0
  }
  return {
    flush,
    add(row, rowNumber) {
      let at = rows * COLUMNS.length
      waiting[at++] = rowNumber
      waiting[at++] = row.contactRef
      waiting[at++] = row.legRef
      waiting[at++] = row.contentKey
      waiting[at++] = row.identityId
      waiting[at++] = row.stratumId
      waiting[at++] = row.day
      waiting[at++] = row.startedAt
      waiting[at++] = row.endedAt
      waiting[at++] = row.direction
      waiting[at++] = row.waitMs
      waiting[at++] = row.talkMs
      waiting[at++] = row.holdMs
      waiting[at++] = row.acwMs
      waiting[at++] = row.statedHandleMs
      waiting[at++] = row.isTransferred
      waiting[at++] = row.isAnswered
      waiting[at++] = row.isResolved
      waiting[at++] = row.dispositionId
      waiting[at++] = row.customerHash
      waiting[at++] = row.language
      rows++
      if (row.subject !== null || row.description !== null) {
        flush()
        run(
          database,
          'INSERT INTO interaction_texts (interaction_id, subject, description) VALUES (last_insert_rowid(), ?, ?)',
          row.subject,
          row.description,
        )
      } else if (rows === ROWS_PER_STATEMENT) flush()
    },
  }
}

/** The number of contacts. */
export function countInteractions(database: ReadableDatabase): number {
  return one<{ n: number }>(database, 'SELECT count(*) AS n FROM interactions')!.n
}

/** The keys of the contacts that are there: what a bulk load must not add again. */
export function readKeys(
  database: ReadableDatabase,
): { contactRef: string | null; contentKey: string | null }[] {
  return all(database, 'SELECT contact_ref AS contactRef, content_key AS contentKey FROM interactions')
}

/** Makes the table ready for a large load: no indexes, little memory. Gives the function that builds the indexes again. */
export function dropInteractionIndexes(database: WritableDatabase): () => void {
  setCache(database, 'small')
  const indexes = all<{ name: string; sql: string }>(
    database,
    `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'interactions' AND sql IS NOT NULL`,
  )
  for (const index of indexes) database.raw.exec(`DROP INDEX ${index.name}`)
  return () => {
    for (const index of indexes) database.raw.exec(index.sql)
  }
}
