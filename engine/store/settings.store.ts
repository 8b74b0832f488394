import { one, run, type ReadableDatabase, type WritableDatabase } from './database.ts'

/** The text kept under `key`, or undefined. */
export function readSetting(database: ReadableDatabase, key: string): string | undefined {
  return one<{ value: string }>(database, 'SELECT value FROM settings WHERE key = ?', key)?.value
}

/** Keeps `value` under `key`. */
export function writeSetting(database: WritableDatabase, key: string, value: string): void {
  run(
    database,
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    value,
  )
}

/** Forgets what is kept under `key`. */
export function deleteSetting(database: WritableDatabase, key: string): void {
  run(database, 'DELETE FROM settings WHERE key = ?', key)
}
