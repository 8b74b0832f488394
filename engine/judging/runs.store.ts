import type { JudgeRun } from '../../shared/contract/judge.ts'
import type { MeasuredRequests } from '../quality/index.ts'
import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

/** A batch as it begins. Days are numbers, both included. */
export interface NewRun {
  jobId: number
  scorecardId: number
  form: string
  fromDay: number
  toDay: number
  questionIds: readonly string[]
  host: string
  model: string
  at: number
  currency: string | null
}

/** What a batch took, over all its attempts. */
export interface RunSpent {
  requests: number
  tokensIn: number
  tokensOut: number
  isEstimated: boolean
  requestMs: number
  money: number | null
}

/** The batch of a job with what it has taken so far, made where it begins. */
export function beginRun(database: WritableDatabase, begun: NewRun): { id: number; spent: RunSpent } {
  run(
    database,
    `INSERT INTO model_runs (job_id, scorecard_id, form, from_day, to_day, question_keys, host, model, started_at, counts, currency)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', ?) ON CONFLICT (job_id) DO NOTHING`,
    begun.jobId,
    begun.scorecardId,
    begun.form,
    begun.fromDay,
    begun.toDay,
    JSON.stringify(begun.questionIds),
    begun.host,
    begun.model,
    begun.at,
    begun.currency,
  )
  const { id, isEstimated, ...spent } = one<
    Omit<RunSpent, 'isEstimated'> & { id: number; isEstimated: number }
  >(
    database,
    `SELECT id, requests, tokens_in AS tokensIn, tokens_out AS tokensOut, is_estimated AS isEstimated, request_ms AS requestMs, money
     FROM model_runs WHERE job_id = ?`,
    begun.jobId,
  )!
  return { id, spent: { ...spent, isEstimated: isEstimated === 1 } }
}

/** Notes what a batch has come to and taken. */
export function writeRun(
  database: WritableDatabase,
  id: number,
  counts: JudgeRun['counts'],
  spent: RunSpent,
): void {
  run(
    database,
    `UPDATE model_runs SET counts = ?, requests = ?, tokens_in = ?, tokens_out = ?, is_estimated = ?, request_ms = ?, money = ? WHERE id = ?`,
    JSON.stringify(counts),
    spent.requests,
    spent.tokensIn,
    spent.tokensOut,
    Number(spent.isEstimated),
    Math.round(spent.requestMs),
    spent.money,
    id,
  )
}

/** Notes that a batch came to its end, or why it did not. */
export function endRun(
  database: WritableDatabase,
  id: number,
  end: { state: 'done' | 'stopped'; sentence: string | null; at: number },
): void {
  run(
    database,
    'UPDATE model_runs SET state = ?, sentence = ?, ended_at = ? WHERE id = ?',
    end.state,
    end.sentence,
    end.at,
    id,
  )
}

/** A batch as it is kept, with how its job stands. */
export interface RunRow extends Omit<RunSpent, 'isEstimated'> {
  id: number
  jobId: number
  scorecardId: number | null
  form: string
  fromDay: number
  toDay: number
  questionIds: string
  host: string
  model: string
  state: JudgeRun['state']
  sentence: string | null
  startedAt: number
  endedAt: number | null
  counts: string
  isEstimated: number
  currency: string | null
}

/** The newest batches, newest first. */
export function readRuns(database: ReadableDatabase, limit: number): RunRow[] {
  return all<RunRow>(
    database,
    `SELECT model_runs.id, job_id AS jobId, scorecard_id AS scorecardId, form, from_day AS fromDay, to_day AS toDay, question_keys AS questionIds, host, model,
       coalesce(model_runs.state, jobs.state) AS state, coalesce(sentence, jobs.error) AS sentence, model_runs.started_at AS startedAt,
       coalesce(model_runs.ended_at, jobs.ended_at) AS endedAt, counts, requests, tokens_in AS tokensIn, tokens_out AS tokensOut, is_estimated AS isEstimated,
       request_ms AS requestMs, money, currency
     FROM model_runs JOIN jobs ON jobs.id = job_id ORDER BY model_runs.id DESC LIMIT ?`,
    limit,
  )
}

/** What answered requests to a model took so far. */
export function readMeasured(database: ReadableDatabase, host: string, model: string): MeasuredRequests {
  return one<MeasuredRequests>(
    database,
    `SELECT ifnull(sum(requests), 0) AS requests, ifnull(sum(request_ms), 0) / 1000.0 AS seconds, ifnull(sum(tokens_out), 0) AS tokensOut
     FROM model_runs WHERE host = ? AND model = ?`,
    host,
    model,
  )!
}
