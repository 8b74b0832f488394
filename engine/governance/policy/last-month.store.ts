import { all, one, type ReadableDatabase } from '../../store/index.ts'
import type { ReplayedEntry } from './replay.ts'

/** When the audit log begins, in milliseconds UTC; null while it is empty. */
export function readLogBegan(database: ReadableDatabase): number | null {
  return one<{ at: number }>(database, 'SELECT at FROM audit_log ORDER BY seq LIMIT 1')?.at ?? null
}

/** The entries since a moment, in their order. */
export function readEntriesSince(database: ReadableDatabase, since: number): ReplayedEntry[] {
  return all<ReplayedEntry>(
    database,
    'SELECT at, who, role, act, outcome FROM audit_log WHERE at >= ? ORDER BY seq',
    since,
  )
}

/** How many requests went to each host for each purpose since a moment, as the trail calls purposes. */
export function readRequestsSince(
  database: ReadableDatabase,
  since: number,
): { purpose: string; host: string; times: number }[] {
  return all(
    database,
    'SELECT purpose, host, count(*) AS times FROM model_requests WHERE at >= ? GROUP BY purpose, host ORDER BY times DESC',
    since,
  )
}

/** How many answers a rule or a model filled in, in reviews opened since a moment. */
export function countFilledIn(database: ReadableDatabase, since: number): number {
  return one<{ n: number }>(
    database,
    `SELECT count(*) AS n FROM double_scored JOIN reviews ON reviews.id = review_id
      WHERE filled_by = scorer_id AND coalesce(opened_at, created_at) >= ?`,
    since,
  )!.n
}

/** How many coaching sessions were prepared since a moment on a driver, and not on an idea of somebody's own. */
export function countSessionsOnDrivers(database: ReadableDatabase, since: number): number {
  return one<{ n: number }>(
    database,
    'SELECT count(*) AS n FROM coaching_sessions WHERE driver_id IS NOT NULL AND removed_at IS NULL AND created_at >= ?',
    since,
  )!.n
}

/** How many evaluations rules, language models and other systems' automation made. */
export function countAutomatedScores(database: ReadableDatabase): number {
  return one<{ n: number }>(database, "SELECT count(*) AS n FROM evaluations WHERE origin = 'automated'")!.n
}
