import type { ModelRequest } from '../../shared/contract/judge.ts'
import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

/** Adds a request to the trail; without a run where it belongs to no batch. */
export function insertRequest(
  database: WritableDatabase,
  runId: number | null,
  request: Omit<ModelRequest, 'id'>,
): void {
  run(
    database,
    `INSERT INTO model_requests (run_id, at, purpose, host, model, attempts, tokens_in, tokens_out, sha256, outcome) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    runId,
    request.at,
    request.purpose,
    request.host,
    request.model,
    request.attempts,
    request.tokensIn,
    request.tokensOut,
    request.sha256,
    request.outcome,
  )
}

/** The requests before one, newest first. */
export function readRequests(
  database: ReadableDatabase,
  before: number | undefined,
  limit: number,
): ModelRequest[] {
  return all<ModelRequest>(
    database,
    `SELECT id, at, purpose, host, model, attempts, tokens_in AS tokensIn, tokens_out AS tokensOut, sha256, outcome
     FROM model_requests WHERE id < ? ORDER BY id DESC LIMIT ?`,
    before ?? Number.MAX_SAFE_INTEGER,
    limit,
  )
}

/** How many requests went out in all. */
export function countRequests(database: ReadableDatabase): number {
  return one<{ n: number }>(database, 'SELECT count(*) AS n FROM model_requests')!.n
}
