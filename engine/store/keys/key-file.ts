import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { t } from '#speech'
import { Problem } from '../../problem.ts'
import { syncFolder } from '../lasting.ts'

const wrapped = z.string().max(100_000)

/**
 * The file beside an encrypted database. The master key is wrapped once for each way in; the master key wraps the data keys. Without a
 * passphrase, the keychain or the recovery key it says nothing.
 */
const keyFile = z.object({
  version: z.literal(1),
  /** A random name of the master key. */
  id: z.uuid(),
  /** The first 16 bytes of the database this belongs to, which are random and in plain sight. */
  database: z.string().regex(/^[0-9a-f]{32}$/),
  passphrase: z
    .object({
      salt: z.string().max(100),
      // bounds of what a file may make this computer do
      logN: z.int().min(14).max(20),
      r: z.int().min(1).max(16),
      p: z.int().min(1).max(4),
      wrapped,
    })
    .nullable(),
  /** The key for it lies in the system's keychain, under this file's id. */
  keychain: z.object({ wrapped }).nullable(),
  recovery: z.object({ wrapped }),
  /** Whether the media are known to be encrypted with the first data key; else the next start sees to it. */
  isMediaSealed: z.boolean(),
  /** The data keys, the one in use first, wrapped by the master key. */
  keys: wrapped,
})
export type KeyFile = z.infer<typeof keyFile>

/** A key file that was kept elsewhere. */
export function parseKeyFile(value: unknown): KeyFile {
  return keyFile.parse(value)
}

/** Where the key of a database lies. */
export function keyFileOf(database: string): string {
  return `${database}.key.json`
}

/** Where the next key lies while a database is written anew with it. */
export function nextKeyFileOf(database: string): string {
  return `${database}.key.json.next`
}

/** Reads a key file; null where there is none. `WORKSPACE_DAMAGED` where it is one no more. */
export function readKeyFile(file: string): KeyFile | null {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return null
    throw error
  }
  try {
    return keyFile.parse(JSON.parse(text))
  } catch {
    throw new Problem(
      'WORKSPACE_DAMAGED',
      t`The key file ${{ file: path.basename(file) }} is damaged; put the one of a backup in its place. Nothing was changed.`,
    )
  }
}

/** Removes the key file of a database that is removed, and what a change of it left. */
export function removeKeyFiles(database: string): void {
  for (const file of [keyFileOf(database), nextKeyFileOf(database)])
    for (const ending of ['', '.part']) rmSync(`${file}${ending}`, { force: true })
}

/** Puts a key file in place whole: a crash leaves the one before. */
export function writeKeyFile(file: string, content: KeyFile): void {
  const part = `${file}.part`
  rmSync(part, { force: true })
  const handle = openSync(part, 'wx', 0o600)
  try {
    writeSync(handle, `${JSON.stringify(content, null, 2)}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(part, file)
  syncFolder(path.dirname(file))
}
