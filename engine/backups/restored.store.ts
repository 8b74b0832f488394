import { t } from '#speech'
import { all, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

interface LeaseRow {
  id: number
  pid: number
  host: string
  token: string
  heartbeat_at: number
}

/** Whoever held the workspace when the copy was made holds nothing of what is restored. */
export function removeLease(database: WritableDatabase): void {
  run(database, 'DELETE FROM lease')
}

/** Lets a copy that takes the place of the workspace be held by whoever holds it now. */
export function takeLeaseAlong(from: ReadableDatabase, to: WritableDatabase): void {
  for (const { id, pid, host, token, heartbeat_at } of all<LeaseRow>(from, 'SELECT * FROM lease'))
    run(
      to,
      'INSERT INTO lease (id, pid, host, token, heartbeat_at) VALUES (?, ?, ?, ?, ?)',
      id,
      pid,
      host,
      token,
      heartbeat_at,
    )
}

/** Work that was under way when the copy was made is not taken up again; what made the copy has come to its end. */
export function endJobsOfThen(database: WritableDatabase, now: number): void {
  run(
    database,
    `UPDATE jobs SET state = 'done', progress = 1, step = 'Done', ended_at = ?, payload = '{}' WHERE kind = 'backup' AND state = 'running'`,
    now,
  )
  run(
    database,
    `UPDATE jobs SET state = 'failed', error = ?, ended_at = ?, payload = '{}' WHERE state IN ('queued', 'running', 'paused')`,
    t`It was under way when the backup was made that was restored since. Start it again.`,
    now,
  )
}

/** Has the file hold everything, and nothing wait beside it. */
export function settle(database: WritableDatabase): void {
  database.raw.pragma('wal_checkpoint(TRUNCATE)')
}

/** The same for a file that is to be moved by its name alone, once it is closed. */
export function foldLog(database: WritableDatabase): void {
  database.raw.pragma('journal_mode = DELETE')
}
