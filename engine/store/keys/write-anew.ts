import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { ErrorCode } from '../../../shared/contract/errors.ts'
import { asProblem, Problem } from '../../problem.ts'
import { changeKey, connect, type WritableDatabase } from '../database.ts'
import { findDamage } from '../integrity.store.ts'
import { syncFolder, writeKeyFile, nextKeyFileOf, type KeyFile } from './key-file.ts'
import { convertedFile, saltOf } from './keyring.ts'

/** A database to be written anew: as a copy with the same key, or in its own place with another key or none. */
export type WritingOrder = { file: string; keys: string[] | null } & (
  | { way: 'copy'; target: string }
  | {
      way: 'in place'
      key: string | null
      /** The key file that goes with the new form, for which database is filled in. */
      keyFile: KeyFile | null
    }
)

/** What is said of it. */
export type WritingWord =
  | { type: 'step'; step: 'copying' | 'encrypting' | 'checking' }
  | { type: 'done' }
  | { type: 'problem'; code: ErrorCode; sentence: string }
  | { type: 'failed'; reason: string }

/**
 * Carries out an order. In place: the database, which nobody else may have open, is written beside itself, checked, and takes its own
 * place by one rename; whoever is killed meanwhile leaves it as it was, or as it was to become. Blocks for as long as it takes.
 */
export function writeAnew(order: WritingOrder, say: (word: WritingWord) => void): void {
  say({ type: 'step', step: 'copying' })
  if (order.way === 'copy') return copyKeyed(order.file, order.target, order.keys)
  const { file, keys, key, keyFile } = order
  const converted = convertedFile(file)
  removeDatabase(converted)
  const source = connect(file, 'write', keys)
  try {
    holdAlone(source)
    copyOpen(source, converted)
    say({ type: 'step', step: 'encrypting' })
    withoutLog(converted, keys, (copy) => changeKey(copy, key))
    say({ type: 'step', step: 'checking' })
    withoutLog(converted, key === null ? null : [key], refuseDamaged)
    syncFile(converted)
    if (keyFile) writeKeyFile(nextKeyFileOf(file), { ...keyFile, database: saltOf(converted)! })
    // Windows renames nothing over a file that is open
    if (process.platform === 'win32') source.raw.close()
    renameSync(converted, file)
    syncFolder(path.dirname(file))
  } finally {
    source.raw.close()
  }
}

/** Copies an encrypted database with its key, as it is committed now. */
function copyKeyed(file: string, target: string, keys: string[] | null): void {
  const source = connect(file, 'read', keys)
  try {
    copyOpen(source, target)
  } finally {
    source.raw.close()
  }
}

function copyOpen(source: WritableDatabase, target: string): void {
  source.raw.prepare('VACUUM INTO ?').run(target)
  if (process.platform !== 'win32') chmodSync(target, 0o600)
}

/** Refuses with `DATABASE_BUSY` while anybody has a database open. */
export function refuseInUse(file: string, keys: string[] | null): void {
  const database = connect(file, 'write', keys)
  try {
    holdAlone(database)
  } catch (error) {
    throw asProblem(error) ?? error
  } finally {
    database.raw.close()
  }
}

/** Keeps everybody else out until the connection is closed, with nothing left in a log beside the file. */
function holdAlone({ raw }: WritableDatabase): void {
  raw.pragma('locking_mode = EXCLUSIVE')
  raw.pragma('journal_mode = DELETE')
  raw.exec('BEGIN EXCLUSIVE')
  raw.exec('COMMIT')
}

function withoutLog(file: string, keys: string[] | null, work: (database: WritableDatabase) => void): void {
  const database = connect(file, 'write', keys)
  try {
    database.raw.pragma('journal_mode = DELETE')
    work(database)
  } finally {
    database.raw.close()
  }
}

function refuseDamaged(database: WritableDatabase): void {
  const problems = findDamage(database)
  if (problems.length > 0)
    throw new Problem(
      'WORKSPACE_DAMAGED',
      `The workspace did not pass its check (${problems[0]}), so nothing was changed; run "debrief check".`,
    )
}

function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Removes a database with what SQLite keeps beside it. */
export function removeDatabase(file: string): void {
  for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true })
}
