import type { ReadableDatabase } from './database.ts'

/** What SQLite itself finds wrong: page damage and broken references. Empty when sound. */
export function findDamage(database: ReadableDatabase): string[] {
  const problems: string[] = []
  const pages = database.raw.pragma('integrity_check(20)') as { integrity_check: string }[]
  for (const row of pages) if (row.integrity_check !== 'ok') problems.push(row.integrity_check)
  const broken = database.raw.pragma('foreign_key_check') as {
    table: string
    rowid: number | null
    parent: string
  }[]
  for (const row of broken.slice(0, 20))
    problems.push(`${row.table} ${row.rowid ?? ''} refers to a missing row of ${row.parent}`)
  return problems
}
