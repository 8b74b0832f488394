import type { ReadableDatabase } from '../store/index.ts'

/** Copies what is committed at this moment into a new file, without what was deleted. */
export function copyInto(database: ReadableDatabase, file: string): void {
  database.raw.prepare('VACUUM INTO ?').run(file)
}

/** Keeps what a reading connection sees as it is now, until it is closed. */
export function holdStill(database: ReadableDatabase): void {
  database.raw.exec('BEGIN')
  database.raw.prepare('SELECT count(*) FROM sqlite_master').get()
}

/** The number of rows of each table, without what the full-text index keeps for itself. */
export function countRows(database: ReadableDatabase): Record<string, number> {
  const names = database.raw
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'segment_search%' ORDER BY name`,
    )
    .pluck()
    .all() as string[]
  return Object.fromEntries(
    names.map((name) => [
      name,
      database.raw.prepare(`SELECT count(*) FROM "${name}"`).pluck().get() as number,
    ]),
  )
}
