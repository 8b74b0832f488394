import { hostname } from 'node:os'
import { Problem } from '../problem.ts'
import { inTransaction, one, run, type WritableDatabase } from './database.ts'

const STALE_AFTER_MS = 30_000
const BEAT_EVERY_MS = 5_000

interface LeaseRow {
  pid: number
  host: string
  token: string
  heartbeat_at: number
}

/** The right to write, held by one process at a time. */
export interface Lease {
  release(): void
}

/** The leases this very process holds: two engines in one process must not share a workspace either. */
const heldHere = new Set<string>()

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function holder(database: WritableDatabase): LeaseRow | undefined {
  return one<LeaseRow>(database, 'SELECT pid, host, token, heartbeat_at FROM lease WHERE id = 1')
}

/** Whether somebody else writes to this workspace now: alive on this host, or heard of within 30 s from another. */
function isHeld(row: LeaseRow, now: number): boolean {
  if (row.host === hostname()) return row.pid === process.pid ? heldHere.has(row.token) : isAlive(row.pid)
  return now - row.heartbeat_at < STALE_AFTER_MS
}

/**
 * Takes the writer lease or throws `WORKSPACE_LOCKED` with the holder named. A lease whose process is gone is taken over. The
 * heartbeat runs until release.
 */
export function takeLease(database: WritableDatabase, options: { token: string; now: () => number }): Lease {
  inTransaction(database, () => {
    const row = holder(database)
    if (row && isHeld(row, options.now())) {
      const where = row.host === hostname() ? `process ${row.pid}` : `the computer ${row.host}`
      throw new Problem(
        'WORKSPACE_LOCKED',
        `This workspace is already open for writing (${where}). Close it there, or open it read-only here.`,
      )
    }
    run(
      database,
      `INSERT INTO lease (id, pid, host, token, heartbeat_at) VALUES (1, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET pid = excluded.pid, host = excluded.host, token = excluded.token, heartbeat_at = excluded.heartbeat_at`,
      process.pid,
      hostname(),
      options.token,
      options.now(),
    )
  })
  heldHere.add(options.token)
  const beat = setInterval(() => {
    // a long import holds the write lock itself: the next beat will do
    if (!database.raw.inTransaction)
      run(
        database,
        'UPDATE lease SET heartbeat_at = ? WHERE id = 1 AND token = ?',
        options.now(),
        options.token,
      )
  }, BEAT_EVERY_MS)
  beat.unref()
  return {
    release() {
      clearInterval(beat)
      heldHere.delete(options.token)
      run(database, 'DELETE FROM lease WHERE id = 1 AND token = ?', options.token)
    },
  }
}
