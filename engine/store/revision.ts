import type { ReadableDatabase } from './database.ts'

interface Known {
  /** SQLite's own number. */
  version: number
  /** The number that stands for it. */
  revision: number
}

const known = new WeakMap<object, Known>()

const versionOf = (database: ReadableDatabase) =>
  database.raw.pragma('data_version', { simple: true }) as number

/**
 * A number that changes with every commit of another connection or process, except those that `changeQuietly` made: what rests on facts and
 * decisions can be kept as long as it stays the same.
 */
export function revisionOf(database: ReadableDatabase): number {
  const version = versionOf(database)
  let found = known.get(database.raw)
  if (found?.version !== version) known.set(database.raw, (found = { version, revision: version }))
  return found.revision
}

/**
 * Runs a write that nothing kept rests on, such as a note being typed, so that what `read` kept stays valid. The write must commit before it returns,
 * and no other may run meanwhile.
 */
export function changeQuietly<Result>(read: ReadableDatabase, task: () => Result): Result {
  const revision = revisionOf(read)
  const result = task()
  known.set(read.raw, { version: versionOf(read), revision })
  return result
}
