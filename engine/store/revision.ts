import type { ReadableDatabase, WritableDatabase } from './database.ts'

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
 * Runs a write that nothing kept rests on, such as a note being typed, so that what `read` kept stays valid. The write must commit on `write` before it returns.
 * A commit of anybody else meanwhile, which `read` could not tell from it, is a change as ever.
 */
export function changeQuietly<Result>(
  { read, write }: { read: ReadableDatabase; write: WritableDatabase },
  task: () => Result,
): Result {
  // a connection's own commits leave its number alone; others are asked about around both readings
  const ofOthers = versionOf(write)
  const revision = revisionOf(read)
  const result = task()
  const version = versionOf(read)
  if (versionOf(write) === ofOthers) known.set(read.raw, { version, revision })
  return result
}
