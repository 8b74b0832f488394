import { randomUUID } from 'node:crypto'
import type { Job } from '../../shared/contract/jobs.ts'
import { writing, type EngineContext } from '../context.ts'
import { asProblem, Problem } from '../problem.ts'
import {
  endJob,
  insertJob,
  keepJobResult,
  readJob,
  readJobs,
  readUnfinishedJobs,
  startJob,
  type StoredJob,
} from './jobs.store.ts'

/** What a running job may do besides its work. */
export interface JobHandle {
  readonly id: number
  readonly signal: AbortSignal
  /** Never falls; told to listeners at most five times a second. */
  progress(share0to1: number, step: string): void
  /** Keeps the result so far, so that a resumed job need not do it again. */
  keep(result: unknown): Promise<void>
}

/** How a kind of job is done. `result` is what an earlier attempt kept. Payload and result are plain JSON. */
export type JobWork = (payload: unknown, handle: JobHandle, result: unknown) => Promise<unknown>

/** The queue of long work: one job at a time, each a row that survives a crash. */
export interface JobRunner {
  start(kind: Job['kind'], label: string, payload: unknown): Promise<number>
  list(): Job[]
  get(id: number): Job
  result(id: number): unknown
  cancel(id: number): Promise<Job>
  /** Takes up what an earlier process left (or, with `resume` false, marks it as interrupted). */
  recover(resume: boolean): Promise<void>
  close(): Promise<void>
}

interface Running {
  abort: AbortController
  progress: number
  step: string
  startedAt: number
  toldAt: number
}

const TELL_EVERY_MS = 200
const INTERRUPTED = 'It was interrupted before it was done; nothing was half-imported. Start it again.'

/** A runner doing each kind of job with the work given for it. */
export function createJobRunner(context: EngineContext, works: Record<Job['kind'], JobWork>): JobRunner {
  const running = new Map<number, Running>()
  let queue: Promise<unknown> = Promise.resolve()
  let isClosed = false

  const view = (stored: StoredJob): Job => {
    const live = running.get(stored.id)
    const progress = live?.progress ?? stored.progress
    const elapsed = live ? context.now() - live.startedAt : 0
    return {
      id: stored.id,
      kind: stored.kind,
      label: stored.label,
      state: stored.state,
      progress,
      step: live?.step ?? stored.step,
      secondsLeft:
        live && progress > 0.05 && elapsed > 1000
          ? Math.round(((elapsed / progress) * (1 - progress)) / 1000)
          : null,
      error: stored.error,
      createdAt: stored.createdAt,
      endedAt: stored.endedAt,
    }
  }
  const tell = (id: number) => {
    const stored = readJob(context.read, id)
    if (stored) context.events.emit({ type: 'job.changed', topics: ['jobs'], job: view(stored) })
  }
  const get = (id: number): Job => {
    const stored = readJob(context.read, id)
    if (!stored) throw new Problem('NOT_FOUND', `There is no job number ${id}.`)
    return view(stored)
  }

  const end = async (
    id: number,
    state: 'done' | 'failed' | 'cancelled',
    error: string | null,
    live: Running | undefined,
  ) => {
    await writing(context, (database) =>
      endJob(database, id, {
        state,
        progress: state === 'done' ? 1 : (live?.progress ?? 0),
        step: state === 'done' ? 'Done' : (live?.step ?? ''),
        error,
        now: context.now(),
      }),
    )
    running.delete(id)
    tell(id)
  }

  const perform = async (id: number): Promise<void> => {
    const stored = readJob(context.read, id)
    if (!stored || stored.state === 'cancelled' || isClosed) return
    const live: Running = {
      abort: new AbortController(),
      progress: 0,
      step: 'Starting',
      startedAt: context.now(),
      toldAt: 0,
    }
    running.set(id, live)
    await writing(context, (database) => startJob(database, id, context.now()))
    tell(id)
    const handle: JobHandle = {
      id,
      signal: live.abort.signal,
      progress(share, step) {
        live.progress = Math.max(live.progress, Math.min(1, share))
        live.step = step
        if (context.now() - live.toldAt < TELL_EVERY_MS) return
        live.toldAt = context.now()
        tell(id)
      },
      keep: (result) => writing(context, (database) => keepJobResult(database, id, JSON.stringify(result))),
    }
    try {
      const kept: unknown = stored.result === null ? undefined : JSON.parse(stored.result)
      const result = await works[stored.kind](JSON.parse(stored.payload), handle, kept)
      await handle.keep(result ?? null)
      await end(id, 'done', null, live)
    } catch (error) {
      // closing leaves the job as it is: the next start takes it up
      if (isClosed) return
      if (live.abort.signal.aborted) return end(id, 'cancelled', null, live)
      await end(id, 'failed', sentenceFor(context, error), live)
    }
  }

  const enqueue = (id: number) => {
    queue = queue
      .then(() => perform(id))
      .catch((error: unknown) => context.log({ level: 'error', job: id, error: String(error) }))
  }

  return {
    get,
    async start(kind, label, payload) {
      const id = await writing(context, (database) =>
        insertJob(database, { kind, label, payload: JSON.stringify(payload), now: context.now() }),
      )
      tell(id)
      enqueue(id)
      return id
    },
    list: () => readJobs(context.read).map(view),
    result(id) {
      get(id)
      const kept = readJob(context.read, id)!.result
      return kept === null ? undefined : JSON.parse(kept)
    },
    async cancel(id) {
      const job = get(id)
      if (job.state === 'queued') await end(id, 'cancelled', null, undefined)
      else running.get(id)?.abort.abort(new Problem('CANCELLED', 'It was cancelled; nothing was changed.'))
      return get(id)
    },
    async recover(resume) {
      for (const job of readUnfinishedJobs(context.read)) {
        if (resume) enqueue(job.id)
        else await end(job.id, 'failed', INTERRUPTED, undefined)
      }
    },
    async close() {
      isClosed = true
      for (const live of running.values()) live.abort.abort(new Problem('CANCELLED', 'Debrief was closed.'))
      await queue
    },
  }
}

function sentenceFor(context: EngineContext, error: unknown): string {
  const problem = asProblem(error)
  if (problem) return problem.message
  const incidentId = randomUUID().slice(0, 8)
  context.log({ level: 'error', incidentId, error: error instanceof Error ? error.stack : String(error) })
  return `Something unexpected went wrong (incident ${incidentId}); nothing was half-done. The log has the details.`
}
