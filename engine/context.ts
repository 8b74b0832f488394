import { t } from '#speech'
import { Problem } from './problem.ts'
import type { MachinePolicy } from './machine-policy.ts'
import type { EventHub } from './events.ts'
import type { Log } from './observing/index.ts'
import type { Secrets } from './secrets.ts'
import { inPieces } from './in-pieces.ts'
import {
  begin,
  commit,
  inTransaction,
  rollback,
  type ReadableDatabase,
  type WritableDatabase,
} from './store/index.ts'
import type { WriteQueue } from './write-queue.ts'

/** What every domain is given: the open workspace, the clock, the log and the hub of events. */
export interface EngineContext {
  readonly workspaceDir: string
  /** A connection of its own: it sees the last committed state while a long import is writing. */
  readonly read: ReadableDatabase
  /** Where `read` shows only what somebody may see: all of it, for figures that compare people with everybody. */
  readonly whole?: ReadableDatabase
  /** Null when the workspace is open read-only. */
  readonly write: WritableDatabase | null
  readonly writes: WriteQueue
  readonly events: EventHub
  readonly now: () => number
  readonly log: Log
  /** Whether this door can take file paths (desktop, terminal) or only uploads (browser). */
  readonly takesPaths: boolean
  readonly secrets: Secrets
  /** What IT settled for this machine; a locked policy of governance is in it. */
  readonly machinePolicy?: MachinePolicy
  /** Sentences about the place of the workspace, and about what was found of it since. */
  readonly warnings: (() => string[])[]
}

/** The connection that sees everything. */
export function wholeOf({ read, whole }: EngineContext): ReadableDatabase {
  return whole ?? read
}

/** The writing connection, or `WORKSPACE_READ_ONLY`. */
export function writable(context: EngineContext): WritableDatabase {
  if (!context.write) {
    throw new Problem(
      'WORKSPACE_READ_ONLY',
      t`This workspace is open read-only, because it is a backup, in use elsewhere or not yours to write to; nothing was changed.`,
    )
  }
  return context.write
}

/**
 * Runs `task` with the writing connection when its turn comes, in one transaction: it stands as a whole or not at all. Throws where `task` gives
 * a promise, since other work would get its turn in the middle.
 */
export function writing<Result>(
  context: EngineContext,
  task: (database: WritableDatabase) => Result,
): Promise<Result> {
  return context.writes.run(() => {
    const database = writable(context)
    return inTransaction(database, () => task(database))
  })
}

/** The same for work that yields between its pieces: others read there, and write once it is over. */
export function writingInPieces<Result>(
  context: EngineContext,
  task: (database: WritableDatabase) => Generator<void, Result>,
): Promise<Result> {
  return context.writes.run(async () => {
    const database = writable(context)
    begin(database)
    try {
      const result = await inPieces(task(database))
      commit(database)
      return result
    } catch (error) {
      rollback(database)
      throw error
    }
  })
}

/** The same for work that takes a while: it begins and commits its transactions itself, and other calls get their turn between its pieces. */
export function writingAtLength<Result>(
  context: EngineContext,
  task: (database: WritableDatabase) => Promise<Result>,
): Promise<Result> {
  return context.writes.run(() => task(writable(context)))
}
