import { rmSync } from 'node:fs'
import { removeKeyFiles } from './keys/key-file.ts'

/** Removes a database with what SQLite keeps beside it. */
export function removeDatabase(file: string): void {
  for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true })
}

/** The same with its key file. */
export function removeWithKey(file: string): void {
  removeDatabase(file)
  removeKeyFiles(file)
}
