import { hostname, uptime } from 'node:os'
import { t } from '#speech'
import { isProcessRunning } from '../is-process-running.ts'
import { asProblem, Problem } from '../problem.ts'
import { inTransaction, one, run, type ReadableDatabase, type WritableDatabase } from './database.ts'
import { changeQuietly } from './revision.ts'

const STALE_AFTER_MS = 30_000
const BEAT_EVERY_MS = 5_000
const CLOCK_LEEWAY_MS = 60_000

interface LeaseRow {
  pid: number
  host: string
  token: string
  heartbeat_at: number
}

/** The right to write, held by one process at a time. */
export interface Lease {
  /** The process of this computer that held it and ended without giving it back; null where none did. */
  readonly leftBy: { pid: number; at: number } | null
  release(): void
}

/** The leases this very process holds: two engines in one process must not share a workspace either. */
const heldHere = new Set<string>()

function holder(database: WritableDatabase): LeaseRow | undefined {
  return one<LeaseRow>(database, 'SELECT pid, host, token, heartbeat_at FROM lease WHERE id = 1')
}

/**
 * Whether somebody else writes to this workspace now: alive on this host since before the last beat, or heard of within 30 s from
 * another. A process number is given anew after a restart of the computer: a beat from before it is nobody's.
 */
function isHeld(row: LeaseRow, now: number): boolean {
  if (row.host !== hostname()) return now - row.heartbeat_at < STALE_AFTER_MS
  if (row.pid === process.pid) return heldHere.has(row.token)
  return now - row.heartbeat_at < uptime() * 1000 + CLOCK_LEEWAY_MS && isProcessRunning(row.pid)
}

function refuseIfHeld(row: LeaseRow | undefined, now: number): void {
  if (!row || !isHeld(row, now)) return
  const where =
    row.host === hostname() ? t`process ${{ pid: row.pid }}` : t`the computer ${{ host: row.host }}`
  throw new Problem(
    'WORKSPACE_LOCKED',
    t`This workspace is already open for writing (${{ where }}). Close it there, or open it read-only here.`,
  )
}

/**
 * Takes the writer lease or throws `WORKSPACE_LOCKED` with the holder named. A lease whose process is gone is taken over. The
 * heartbeat runs until release; it is no change to what `read` sees, so that whatever is kept of figures outlives it.
 */
export function takeLease(
  database: WritableDatabase,
  options: { token: string; now: () => number; read: ReadableDatabase },
): Lease {
  // asked before the transaction too: the holder may be in the middle of a long import, which would keep it waiting
  refuseIfHeld(holder(database), options.now())
  const leftBy = inTransaction(database, () => {
    const before = holder(database)
    refuseIfHeld(before, options.now())
    run(
      database,
      `INSERT INTO lease (id, pid, host, token, heartbeat_at) VALUES (1, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET pid = excluded.pid, host = excluded.host, token = excluded.token, heartbeat_at = excluded.heartbeat_at`,
      process.pid,
      hostname(),
      options.token,
      options.now(),
    )
    return before && before.host === hostname() ? { pid: before.pid, at: before.heartbeat_at } : null
  })
  heldHere.add(options.token)
  const beat = setInterval(() => {
    // a long import holds the write lock itself: the next beat will do
    if (!database.raw.inTransaction)
      tolerantly(() =>
        changeQuietly({ read: options.read, write: database }, () =>
          run(
            database,
            'UPDATE lease SET heartbeat_at = ? WHERE id = 1 AND token = ?',
            options.now(),
            options.token,
          ),
        ),
      )
  }, BEAT_EVERY_MS)
  beat.unref()
  return {
    leftBy,
    release() {
      clearInterval(beat)
      heldHere.delete(options.token)
      tolerantly(() => run(database, 'DELETE FROM lease WHERE id = 1 AND token = ?', options.token))
    },
  }
}

/** On a full disk or a busy database a beat may be missed, and a lease left behind is nobody's once its process is gone. */
function tolerantly(write: () => unknown): void {
  try {
    write()
  } catch (error) {
    if (!asProblem(error)) throw error
  }
}
