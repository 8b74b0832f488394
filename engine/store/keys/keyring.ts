import { closeSync, existsSync, openSync, readSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { t } from '#speech'
import { Problem } from '../../problem.ts'
import { forgetSealingKey, knowSealingKey, type SealingKey } from '../../sealed-files/index.ts'
import { removeDatabase } from '../remove-database.ts'
import { keyFileOf, nextKeyFileOf, readKeyFile, type KeyFile } from './key-file.ts'
import type { DataKey, OpenKeys } from './ways-in.ts'
import { keyFor } from './wrapping.ts'

/** The keys this process may use, by the names of their master keys: in memory, nowhere else. */
const ring = new Map<string, OpenKeys>()

/** Lets this process open whatever is encrypted with these keys. */
export function addKeys(keys: OpenKeys): void {
  ring.set(keys.id, keys)
  for (const key of keys.data) knowSealingKey(sealingKey(key))
}

/** Forgets keys: what they encrypt is locked again. */
export function forgetKeys(id: string): void {
  for (const key of ring.get(id)?.data ?? []) forgetSealingKey(key.id)
  ring.delete(id)
}

/** The keys of a key file, where this process was given them. */
export function keysOf(file: Pick<KeyFile, 'id'>): OpenKeys | undefined {
  return ring.get(file.id)
}

const PLAIN = Buffer.from('SQLite format 3\0', 'latin1')
/** The 21st to 23rd byte of every database, which the cipher leaves in plain sight. */
const ALWAYS = [64, 32, 32]

/** The first bytes of a database; null where there are none, or not so many. */
function headOf(database: string): Buffer | null {
  if (database === '' || database === ':memory:') return null
  const head = Buffer.alloc(24)
  let handle: number
  try {
    handle = openSync(database, 'r')
  } catch {
    return null
  }
  try {
    return readSync(handle, head, 0, 24, 0) < 24 ? null : head
  } catch {
    return null
  } finally {
    closeSync(handle)
  }
}

/**
 * What an encrypted database begins with (16 random bytes, in hexadecimal); null for a plain one, one that is not there, and what is none
 * at all.
 */
export function saltOf(database: string): string | null {
  const head = headOf(database)
  if (head === null || head.subarray(0, 16).equals(PLAIN)) return null
  return ALWAYS.every((byte, at) => head[21 + at] === byte) ? head.subarray(0, 16).toString('hex') : null
}

/** Whether a file is an encrypted database. */
export function isEncrypted(database: string): boolean {
  return saltOf(database) !== null
}

/** Whether a file begins as no database does, so that its key file alone tells that it was encrypted. */
function lacksHead(database: string): boolean {
  const head = headOf(database)
  return head !== null && !head.subarray(0, 16).equals(PLAIN)
}

/**
 * The key file that belongs to a database, also to one whose head is damaged; null for a plain one. Puts the next one in place where a change of
 * key had come so far.
 */
export function keyFileFor(database: string): KeyFile | null {
  const salt = saltOf(database)
  if (salt === null) return lacksHead(database) ? readKeyFile(keyFileOf(database)) : null
  const next = existsSync(nextKeyFileOf(database)) ? readKeyFile(nextKeyFileOf(database)) : null
  if (next?.database === salt) {
    renameSync(nextKeyFileOf(database), keyFileOf(database))
    return next
  }
  const file = readKeyFile(keyFileOf(database))
  if (!file)
    throw new Problem(
      'WORKSPACE_DAMAGED',
      t`${{ database: path.basename(database) }} is encrypted, and its key file ${{ database2: path.basename(keyFileOf(database)) }} is not beside it; put that of a backup there. Nothing was changed.`,
    )
  return file
}

/**
 * Removes what a change of key left that was ended before the database took its new form. Only for the holder of the lease: nobody else
 * may be changing it.
 */
export function removeUnfinished(database: string): void {
  keyFileFor(database)
  for (const file of [
    nextKeyFileOf(database),
    `${nextKeyFileOf(database)}.part`,
    `${keyFileOf(database)}.part`,
  ])
    rmSync(file, { force: true })
  removeDatabase(convertedFile(database))
}

/** Where a database is written anew before it takes the place of the one there is. */
export function convertedFile(database: string): string {
  return `${database}.converting`
}

/** The keys to try on a database, as SQLite takes them; null for a plain one. `KEY_NEEDED` where it is locked. */
export function databaseKeys(database: string): string[] | null {
  const file = keyFileFor(database)
  if (!file) return null
  const keys = keysOf(file)
  if (!keys) throw new Problem('KEY_NEEDED', lockedSentence(file))
  return keys.data.map(rawKey)
}

/** How SQLite takes a data key. */
export function rawKey({ secret }: DataKey): string {
  return `raw:${keyFor('debrief database', secret).toString('hex')}`
}

/** The key that media are sealed with. */
export function sealingKey({ id, secret }: DataKey): SealingKey {
  return { id, secret: keyFor('debrief media', secret) }
}

/** The key for the media of a database that this process may open; null where it is plain. `KEY_NEEDED` where it is locked. */
export function sealingKeyFor(database: string): SealingKey | null {
  const file = keyFileFor(database)
  if (!file) return null
  const keys = keysOf(file)
  if (!keys) throw new Problem('KEY_NEEDED', lockedSentence(file))
  return sealingKey(keys.data[0]!)
}

function lockedSentence(file: KeyFile): string {
  return file.keychain
    ? t`This workspace is encrypted with a key in the keychain of the computer it was made on; open it there, or with its recovery key.`
    : t`This workspace is encrypted; open it with its passphrase or its recovery key.`
}
