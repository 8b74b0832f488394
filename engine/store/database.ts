import Database from 'better-sqlite3-multiple-ciphers'
import { t } from '#speech'
import { Problem } from '../problem.ts'
import { databaseKeys } from './keys/keyring.ts'
import { hasPagesOf } from './keys/page-cipher.ts'

/** A handle for reading. Functions that only read take this one. */
export interface ReadableDatabase {
  readonly raw: Database.Database
  readonly canRead: true
}

/** A handle for writing. Only the holder of the writer lease has one. */
export interface WritableDatabase extends ReadableDatabase {
  readonly canWrite: true
}

export type Statement = Database.Statement<unknown[], unknown>

const prepared = new WeakMap<Database.Database, Map<string, Statement>>()

/** The prepared statement of `sql` on this connection, compiled once. */
export function statement(database: ReadableDatabase, sql: string): Statement {
  let known = prepared.get(database.raw)
  if (!known) prepared.set(database.raw, (known = new Map()))
  let found = known.get(sql)
  if (!found) known.set(sql, (found = database.raw.prepare(sql) as Statement))
  return found
}

/** Numbered parameters (`?1`) are bound by their number, which the package takes as a name. */
function bound(sql: string, parameters: unknown[]): unknown[] {
  if (!sql.includes('?1')) return parameters
  return [Object.fromEntries(parameters.map((value, index) => [String(index + 1), value]))]
}

/** All rows of a query, typed by the store that wrote it. */
export function all<Row>(database: ReadableDatabase, sql: string, ...parameters: unknown[]): Row[] {
  return statement(database, sql).all(...bound(sql, parameters)) as Row[]
}

/** The same one by one, for more rows than should be in memory at once; nothing can be written meanwhile. */
export function each<Row>(
  database: ReadableDatabase,
  sql: string,
  ...parameters: unknown[]
): IterableIterator<Row> {
  return statement(database, sql).iterate(...bound(sql, parameters)) as IterableIterator<Row>
}

/** The same with rows as lists of their columns: for many rows of many columns, where building objects is what costs. */
export function allRaw<Row extends unknown[]>(
  database: ReadableDatabase,
  sql: string,
  ...parameters: unknown[]
): Row[] {
  const lists = statement(database, `${sql} -- as lists`)
  return lists.raw(true).all(...bound(sql, parameters)) as Row[]
}

/** The first row of a query, or undefined. */
export function one<Row>(database: ReadableDatabase, sql: string, ...parameters: unknown[]): Row | undefined {
  return statement(database, sql).get(...bound(sql, parameters)) as Row | undefined
}

/** Runs a statement that writes; gives the number of changed rows and the last inserted id. */
export function run(
  database: WritableDatabase,
  sql: string,
  ...parameters: unknown[]
): { changes: number; id: number } {
  const result = statement(database, sql).run(...bound(sql, parameters))
  return { changes: result.changes, id: Number(result.lastInsertRowid) }
}

const CACHE_KB = { usual: 65_536, small: 16_384 }

/**
 * How much memory a connection may keep pages in; SQLite also takes it for what a sort may hold. A large load, which appends and sorts
 * and hardly looks anything up, needs little.
 */
export function setCache(database: WritableDatabase, size: keyof typeof CACHE_KB): void {
  database.raw.pragma(`cache_size = -${CACHE_KB[size]}`)
}

/** RFC 10032, in the 256-bit variant: authenticated, with random nonces for each page, and as fast as the processor's own AES. */
const CIPHER = 'aegis'

type Mode = 'read' | 'write'

/** How long a connection waits for another one that writes. */
const BUSY_TIMEOUT_MS = 5000

function openFile(file: string, mode: Mode): Database.Database {
  return new Database(file, {
    readonly: mode === 'read',
    fileMustExist: mode === 'read',
    timeout: BUSY_TIMEOUT_MS,
  })
}

/** Gives a connection the key of its file, before anything else is asked of it. */
function giveKey(raw: Database.Database, key: string): void {
  raw.pragma(`cipher = '${CIPHER}'`)
  raw.key(Buffer.from(key))
}

/** Whether the key a connection was given is that of its file. */
function fits(raw: Database.Database): boolean {
  try {
    raw.prepare('SELECT count(*) FROM sqlite_master').get()
    return true
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'SQLITE_NOTADB') throw error
    return false
  }
}

/** Opens a file with one of the keys; throws `KEY_WRONG` where none fits, `WORKSPACE_DAMAGED` where one does and the head of the file is gone. */
function openEncrypted(file: string, mode: Mode, keys: readonly string[]): Database.Database {
  for (const key of keys) {
    const raw = openFile(file, mode)
    try {
      giveKey(raw, key)
      if (fits(raw)) return raw
      raw.close()
    } catch (error) {
      raw.close()
      throw error
    }
  }
  if (hasPagesOf(file, keys))
    throw new Problem('WORKSPACE_DAMAGED', t`The workspace file is damaged; nothing was changed.`)
  throw new Problem(
    'KEY_WRONG',
    t`The key file beside this workspace belongs to another one, or its database is damaged; nothing was changed.`,
  )
}

/** Encrypts an open database that nobody else has open with another key, or with none (null); in place, by SQLite's own journal. */
export function changeKey(database: WritableDatabase, key: string | null): void {
  database.raw.pragma(`cipher = '${CIPHER}'`)
  database.raw.rekey(key === null ? Buffer.alloc(0) : Buffer.from(key))
}

/**
 * Opens a connection with the pragmas every connection of Debrief has. An encrypted file is opened with the keys this process was given:
 * `KEY_NEEDED` where it was not. `keys` are for a file whose key file is not beside it (yet).
 */
export function connect(file: string, mode: Mode, keys = databaseKeys(file)): WritableDatabase {
  const raw = keys === null ? openFile(file, mode) : openEncrypted(file, mode, keys)
  try {
    raw.pragma('foreign_keys = ON')
    raw.pragma(`cache_size = -${CACHE_KB.usual}`)
    // what a writer sorts may be a table of millions and must not have to fit into memory; but temporary files are never encrypted
    raw.pragma(`temp_store = ${mode === 'read' || keys !== null ? 'MEMORY' : 'FILE'}`)
    // pages in mapped memory would be those of the file, undeciphered
    raw.pragma(`mmap_size = ${keys === null ? 268_435_456 : 0}`)
    if (mode === 'write') {
      raw.pragma('journal_mode = WAL')
      raw.pragma('synchronous = FULL')
      raw.pragma('journal_size_limit = 67108864')
    }
  } catch (error) {
    raw.close()
    throw error
  }
  return { raw, canRead: true, canWrite: true }
}

/** Lets nothing be written on this connection any more. */
export function refuseWrites(database: WritableDatabase): void {
  database.raw.pragma('query_only = ON')
}

/** Runs `task` while another connection writes: what this one would write meanwhile fails at once instead of holding everything up. */
export async function waitForNobody<Result>(
  database: WritableDatabase,
  task: () => Promise<Result>,
): Promise<Result> {
  database.raw.pragma('busy_timeout = 0')
  try {
    return await task()
  } finally {
    database.raw.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`)
  }
}

/** Who looks at every commit of a connection: `before` may still write in the transaction, `after` is told that it stands. */
export interface CommitWitness {
  before(): void
  after(): void
}

const witnesses = new WeakMap<Database.Database, CommitWitness>()

/** Lets `witness` look at every commit of this connection from now on. */
export function witnessCommits(database: WritableDatabase, witness: CommitWitness): void {
  witnesses.set(database.raw, witness)
}

/** Runs `work` in one immediate transaction; an error rolls everything back. Within another transaction it is a part of that one. */
export function inTransaction<Result>(database: WritableDatabase, work: () => Result): Result {
  if (database.raw.inTransaction) return database.raw.transaction(work)()
  const witness = witnesses.get(database.raw)
  const result = database.raw
    .transaction(() => {
      const result = work()
      witness?.before()
      return result
    })
    .immediate()
  witness?.after()
  return result
}

/** Begins a transaction that stays open while other work gets its turn; `commit` ends it, `rollback` takes it back. */
export function begin(database: WritableDatabase): void {
  database.raw.exec('BEGIN IMMEDIATE')
}

/** Commits what `begin` began. */
export function commit(database: WritableDatabase): void {
  const witness = witnesses.get(database.raw)
  witness?.before()
  database.raw.exec('COMMIT')
  witness?.after()
}

/** Takes back what `begin` began; nothing where that has happened already, as on a full disk. */
export function rollback(database: WritableDatabase): void {
  if (database.raw.inTransaction) database.raw.exec('ROLLBACK')
}
