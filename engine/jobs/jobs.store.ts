import type { Job } from '../../shared/contract/jobs.ts'
import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

/** A job as it is kept. */
export interface StoredJob {
  id: number
  kind: Job['kind']
  label: string
  state: Job['state']
  progress: number
  step: string
  payload: string
  result: string | null
  error: string | null
  /** How often it was begun. */
  attempt: number
  createdAt: number
  startedAt: number | null
  endedAt: number | null
}

const SELECT = `SELECT id, kind, label, state, progress, step, payload, result, error, attempt, created_at AS createdAt, started_at AS startedAt,
  ended_at AS endedAt FROM jobs`

/** The newest jobs, newest first. */
export function readJobs(database: ReadableDatabase, limit = 100): StoredJob[] {
  return all<StoredJob>(database, `${SELECT} ORDER BY id DESC LIMIT ?`, limit)
}

/** One job, or undefined. */
export function readJob(database: ReadableDatabase, id: number): StoredJob | undefined {
  return one<StoredJob>(database, `${SELECT} WHERE id = ?`, id)
}

/** The jobs a process that is gone left unfinished. */
export function readUnfinishedJobs(database: ReadableDatabase): StoredJob[] {
  return all<StoredJob>(database, `${SELECT} WHERE state IN ('queued', 'running') ORDER BY id`)
}

/** Adds a job that waits for its turn; gives its id. */
export function insertJob(
  database: WritableDatabase,
  job: { kind: Job['kind']; label: string; payload: string; now: number },
): number {
  return run(
    database,
    `INSERT INTO jobs (kind, label, state, payload, created_at) VALUES (?, ?, 'queued', ?, ?)`,
    job.kind,
    job.label,
    job.payload,
    job.now,
  ).id
}

/** Notes that a job has begun (again). */
export function startJob(database: WritableDatabase, id: number, now: number): void {
  run(
    database,
    `UPDATE jobs SET state = 'running', attempt = attempt + 1, started_at = ?, error = NULL WHERE id = ?`,
    now,
    id,
  )
}

/** Keeps what a job has come to so far. Whoever gets on is no hopeless case: attempts are counted from here. */
export function keepJobResult(database: WritableDatabase, id: number, result: string): void {
  run(database, 'UPDATE jobs SET result = ?, attempt = min(attempt, 1) WHERE id = ?', result, id)
}

/** Notes that a job was put off: by somebody (`paused`), or because Debrief closes (`queued`). That is no failed attempt. */
export function putOffJob(
  database: WritableDatabase,
  id: number,
  state: 'paused' | 'queued',
  progress: number,
): void {
  run(
    database,
    'UPDATE jobs SET state = ?, progress = ?, attempt = max(0, attempt - 1) WHERE id = ?',
    state,
    progress,
    id,
  )
}

/** Lets a job wait for its turn (again). */
export function requeueJob(database: WritableDatabase, id: number): void {
  run(database, `UPDATE jobs SET state = 'queued' WHERE id = ?`, id)
}

/** Notes how a job ended. */
export function endJob(
  database: WritableDatabase,
  id: number,
  end: {
    state: 'done' | 'failed' | 'cancelled'
    progress: number
    step: string
    error: string | null
    now: number
  },
): void {
  run(
    database,
    // what it was to do names files, and callers' numbers stand in names
    `UPDATE jobs SET state = ?, progress = ?, step = ?, error = ?, ended_at = ?, payload = '{}' WHERE id = ?`,
    end.state,
    end.progress,
    end.step,
    end.error,
    end.now,
    id,
  )
}
