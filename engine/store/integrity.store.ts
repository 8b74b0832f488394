import { t } from '#speech'
import type { ReadableDatabase } from './database.ts'

/** What SQLite itself finds wrong: page damage and broken references. Empty when sound. */
export function findDamage(database: ReadableDatabase): string[] {
  const problems: string[] = []
  forgetStructure(database)
  const pages = database.raw.pragma('integrity_check(20)') as { integrity_check: string }[]
  for (const row of pages) if (row.integrity_check !== 'ok') problems.push(row.integrity_check)
  const broken = database.raw.pragma('foreign_key_check') as {
    table: string
    rowid: number | null
    parent: string
  }[]
  for (const row of broken.slice(0, 20))
    problems.push(
      t`${{ table: row.table }} ${{ row: row.rowid ?? '' }} refers to a missing row of ${{ parent: row.parent }}`,
    )
  return [...problems, ...findOverfull(database), ...findUnsearchable(database)]
}

/** Whether every page of the file can be what it should be. Reads the whole file; throws SQLite's error where that much is not possible. */
export function isReadable(database: ReadableDatabase): boolean {
  return database.raw.pragma('quick_check(1)', { simple: true }) === 'ok'
}

/** Indexes of a part of a table that have other entries than their table has rows: SQLite's own check counts only those of whole tables. */
function findOverfull({ raw }: ReadableDatabase): string[] {
  const indexes = raw
    .prepare(
      `SELECT partial.name, owner.name AS ofTable, made.sql FROM main.sqlite_master AS owner
       JOIN pragma_index_list(owner.name, 'main') AS partial ON partial.partial = 1 JOIN main.sqlite_master AS made ON made.name = partial.name
       WHERE owner.type = 'table' ORDER BY partial.name`,
    )
    .all() as { name: string; ofTable: string; sql: string }[]
  return indexes.flatMap(({ name, ofTable, sql }) => {
    const which = /\sWHERE\s(.*)$/is.exec(sql)![1]!
    const count = (how: string) =>
      raw.prepare(`SELECT count(*) FROM main."${ofTable}" ${how} WHERE ${which}`).pluck().get() as number
    return count(`INDEXED BY "${name}"`) === count('NOT INDEXED')
      ? []
      : [`wrong number of entries in index ${name}`]
  })
}

/**
 * Lets this connection see the full-text index as it is now: FTS5 keeps its outline from one query to the next, notices only in a query that
 * another connection changed it, and its own check would take parts that were merged since for damage.
 */
function forgetStructure(database: ReadableDatabase): void {
  try {
    database.raw.prepare(`SELECT rowid FROM segment_search WHERE segment_search MATCH 'x' LIMIT 1`).get()
  } catch {
    // what is wrong with it the check itself says
  }
}

/** Schemas before this one had no search index. */
const FIRST_WITH_SEARCH = 50

/** Turns the full-text index lacks, and what it has of turns that are gone. Its inner soundness is part of `integrity_check`. */
function findUnsearchable(database: ReadableDatabase): string[] {
  const version = database.raw.pragma('user_version', { simple: true }) as number
  if (version < FIRST_WITH_SEARCH) return []
  const count = (sql: string) => database.raw.prepare(sql).pluck().get() as number
  const lacking = count(
    `SELECT count(*) FROM segments WHERE position BETWEEN 0 AND 1048575
       AND NOT EXISTS (SELECT 1 FROM segment_search_docsize WHERE id = transcript_id * 1048576 + position)`,
  )
  const leftOver = count(
    `SELECT count(*) FROM segment_search_docsize WHERE NOT EXISTS (
       SELECT 1 FROM segments WHERE transcript_id = id / 1048576 AND position = id % 1048576)`,
  )
  return [
    ...(lacking > 0 ? [t`the search index lacks ${{ turns: lacking }} turns`] : []),
    ...(leftOver > 0 ? [t`the search index has ${{ turns: leftOver }} turns that are gone`] : []),
  ]
}
