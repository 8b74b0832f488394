import { one, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

/** A kept result as JSON, or null. */
export function readResult(database: ReadableDatabase, key: string): string | null {
  return (
    one<{ result: string }>(database, 'SELECT result FROM model_results WHERE key = ?', key)?.result ?? null
  )
}

/** Keeps a result under the hash of all it depends on. */
export function writeResult(database: WritableDatabase, key: string, result: string, at: number): void {
  run(
    database,
    'INSERT INTO model_results (key, result, at) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET result = excluded.result, at = excluded.at',
    key,
    result,
    at,
  )
}
