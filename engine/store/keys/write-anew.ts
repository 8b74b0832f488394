import { chmodSync, renameSync } from 'node:fs'
import path from 'node:path'
import { t } from '#speech'
import type { ErrorCode } from '../../../shared/contract/errors.ts'
import { asProblem, Problem } from '../../problem.ts'
import type { Language } from '../../speaking-in.ts'
import { changeKey, connect, type WritableDatabase } from '../database.ts'
import { findDamage } from '../integrity.store.ts'
import { syncFile, syncFolder } from '../lasting.ts'
import { removeDatabase } from '../remove-database.ts'
import { writeKeyFile, nextKeyFileOf, type KeyFile } from './key-file.ts'
import { convertedFile, saltOf } from './keyring.ts'

/**
 * A database to be written anew: as a copy with the same key; with another key or none as it lies there, which nobody uses yet; or in the place of
 * one that is used.
 */
export type WritingOrder = { file: string; keys: string[] | null } & (
  | { way: 'copy'; target: string }
  | { way: 'rekey'; key: string | null }
  | {
      way: 'in place'
      key: string | null
      /** The key file that goes with the new form, for which database is filled in. */
      keyFile: KeyFile | null
    }
)

/** An order as the thread gets it, with what its sentences are said in. */
export interface WritingOfCall {
  order: WritingOrder
  language: Language
}

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
  const { file, keys } = order
  if (order.way === 'copy') return copyKeyed(file, order.target, keys)
  if (order.way === 'rekey') return rekey(file, keys, order.key, say)
  const { key, keyFile } = order
  const converted = convertedFile(file)
  removeDatabase(converted)
  const source = connect(file, 'write', keys)
  try {
    holdAlone(source)
    copyOpen(source, converted)
    rekey(converted, keys, key, say)
    takePlace(source, converted, keyFile)
  } finally {
    source.raw.close()
  }
}

/** Writes a database that nobody else knows of with another key or none, as it lies there, and checks it. */
function rekey(
  file: string,
  keys: string[] | null,
  key: string | null,
  say: (word: WritingWord) => void,
): void {
  say({ type: 'step', step: 'encrypting' })
  withoutLog(file, keys, (copy) => changeKey(copy, key))
  say({ type: 'step', step: 'checking' })
  withoutLog(file, key === null ? null : [key], refuseDamaged)
}

/**
 * Puts a whole database that lies beside another in its place, with the key file that goes with it, by one rename: whoever is killed meanwhile
 * leaves the one or the other, and whoever opens it next finds the key file of the one that is there. `held` is the database that goes, held alone.
 */
export function takePlace(held: WritableDatabase, prepared: string, keyFile: KeyFile | null): void {
  const file = held.raw.name
  syncFile(prepared)
  if (keyFile) writeKeyFile(nextKeyFileOf(file), { ...keyFile, database: saltOf(prepared)! })
  // Windows renames nothing over a file that is open
  if (process.platform === 'win32') held.raw.close()
  renameSync(prepared, file)
  syncFolder(path.dirname(file))
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
export function holdAlone({ raw }: WritableDatabase): void {
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
      t`The workspace did not pass its check (${{ problems: problems[0] }}), so nothing was changed; run "debrief check".`,
    )
}
