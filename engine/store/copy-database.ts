import { keyFileFor, databaseKeys, saltOf } from './keys/keyring.ts'
import { keyFileOf, writeKeyFile, type KeyFile } from './keys/key-file.ts'
import { writeInThread } from './keys/write-in-thread.ts'
import type { ReadableDatabase } from './database.ts'

/**
 * Copies what is committed to a new file while the database stays in use. A copy of an encrypted one is encrypted with the same key, and
 * `goWithKey` puts its key file beside it.
 */
export async function copyDatabase(database: ReadableDatabase, file: string): Promise<void> {
  const source = database.raw.name
  const keys = databaseKeys(source)
  // SQLite's online backup knows no key for its target
  if (keys === null) await database.raw.backup(file)
  else await writeInThread({ way: 'copy', file: source, target: file, keys })
}

/** Puts the key file of an encrypted database beside a copy of it; `named`: what the copy will be called. */
export function goWithKey(source: string, copy: string, named = copy): void {
  const file = keyFileFor(source)
  const salt = saltOf(copy)
  if (file && salt !== null) writeKeyFile(keyFileOf(named), { ...file, database: salt })
}

/** Puts the key file of a database that was made with new keys beside it. */
export function putKeyFile(database: string, file: KeyFile): void {
  const salt = saltOf(database)
  if (salt === null) throw new Error('A database that was to be encrypted is not.')
  writeKeyFile(keyFileOf(database), { ...file, database: salt })
}
