import { randomUUID } from 'node:crypto'
import { msg, say, t } from '#speech'
import type { Job } from '../../shared/contract/jobs.ts'
import { writing, type EngineContext } from '../context.ts'
import { isolate } from '../isolate.ts'
import { faultOf } from '../observing/index.ts'
import { asProblem, Problem } from '../problem.ts'
import type { WritableDatabase } from '../store/index.ts'
import {
  endJob,
  insertJob,
  keepJobResult,
  putOffJob,
  readJob,
  readJobs,
  readUnfinishedJobs,
  requeueJob,
  startJob,
  type StoredJob,
} from './jobs.store.ts'

/** What a running job may do besides its work. */
export interface JobHandle {
  readonly id: number
  readonly signal: AbortSignal
  /** Never falls; told to listeners at most five times a second. */
  progress(share0to1: number, step: string): void
  /**
   * Keeps the result so far, so that a resumed job need not do it again. With `database` at once, in the transaction that is open there,
   * so that no crash comes between the work and the note of it.
   */
  keep(result: unknown, database?: WritableDatabase): Promise<void>
}

/** How a kind of job is done. `result` is what an earlier attempt kept. Payload and result are plain JSON. */
export type JobWork = (payload: unknown, handle: JobHandle, result: unknown) => Promise<unknown>

/**
 * The queue of long work, each job a row that survives a crash. One job at a time in each of three lanes: what changes the data, what
 * listens to recordings or waits for models, which may take days and must not hold up an import, and figures.
 */
export interface JobRunner {
  start(kind: Job['kind'], label: string, payload: unknown): Promise<number>
  list(): Job[]
  get(id: number): Job
  result(id: number): unknown
  /** What a job was started with; undefined where there is none. */
  payload(id: number): unknown
  cancel(id: number): Promise<Job>
  /** Stops a job of the slow lane until it is resumed; what it kept stands. `CONFLICT` for other kinds and for what has ended. */
  pause(id: number): Promise<Job>
  resume(id: number): Promise<Job>
  /** Takes up what an earlier process left (or, with `resume` false, marks it as interrupted). */
  recover(resume: boolean): Promise<void>
  close(): Promise<void>
}

interface Running {
  abort: AbortController
  isPausing: boolean
  progress: number
  step: string
  startedAt: number
  toldAt: number
}

const TELL_EVERY_MS = 200
const INTERRUPTED = msg`It was interrupted before it was done; nothing was half-imported. Start it again.`

const MOST_ATTEMPTS = 3
const GIVEN_UP = msg`Debrief ended ${{ times: MOST_ATTEMPTS }} times while doing this, so it was not tried again; nothing was half-done.`

type Ending = Parameters<typeof endJob>[2]

/** What changes data; what takes days; and figures, which read much and write a row: they hold up neither. */
type Lane = 'data' | 'slow' | 'figures'

const isFigures = new Set<Job['kind']>(['shares', 'export', 'access', 'backup', 'supervisor-copy'])

function laneOf(kind: Job['kind']): Lane {
  if (isFigures.has(kind)) return 'figures'
  const isSlow = kind === 'listen' || kind === 'transcribe' || kind === 'model' || kind === 'judge'
  return isSlow ? 'slow' : 'data'
}

/** What a job's row says, without what its process knows better. */
function plainly({ id, kind, label, state, error, createdAt, endedAt }: StoredJob) {
  return { id, kind, label, state, error, createdAt, endedAt }
}

/** A job that has ended for good, with what it was to do and what it kept; both plain JSON. */
export interface EndedJob {
  kind: Job['kind']
  state: 'done' | 'failed' | 'cancelled'
  payload: unknown
  result: unknown
}

/** A runner doing each kind of job with the work given for it. `onEnd` is called after each, also after one that never began. */
export function createJobRunner(
  context: EngineContext,
  works: Record<Job['kind'], JobWork>,
  onEnd: (job: EndedJob) => Promise<void> = () => Promise.resolve(),
): JobRunner {
  const running = new Map<number, Running>()
  /** How jobs ended whose end could not be written; the next start finds them unfinished. */
  const unwritten = new Map<number, Ending>()
  const lanes: Record<Lane, Promise<unknown>> = {
    data: Promise.resolve(),
    slow: Promise.resolve(),
    figures: Promise.resolve(),
  }
  let isClosed = false

  const view = (stored: StoredJob): Job => {
    const live = running.get(stored.id)
    const ended = unwritten.get(stored.id)
    if (ended) {
      const { state, progress, step, error, now: endedAt } = ended
      return { ...plainly(stored), state, progress, step, error, endedAt, secondsLeft: null }
    }
    const progress = live?.progress ?? stored.progress
    const elapsed = live ? context.now() - live.startedAt : 0
    return {
      ...plainly(stored),
      progress,
      step: live?.step ?? stored.step,
      secondsLeft:
        live && progress > 0.05 && elapsed > 1000
          ? Math.round(((elapsed / progress) * (1 - progress)) / 1000)
          : null,
    }
  }
  const tell = (id: number) => {
    const stored = readJob(context.read, id)
    if (stored) context.events.emit({ type: 'job.changed', topics: ['jobs'], job: view(stored) })
  }
  const get = (id: number): Job => {
    const stored = readJob(context.read, id)
    if (!stored) throw new Problem('NOT_FOUND', t`There is no job number ${{ id }}.`)
    return view(stored)
  }

  const end = async (
    id: number,
    state: 'done' | 'failed' | 'cancelled',
    error: string | null,
    live: Running | undefined,
  ) => {
    const ending: Ending = {
      state,
      progress: state === 'done' ? 1 : (live?.progress ?? 0),
      step: state === 'done' ? t`Done` : (live?.step ?? ''),
      error,
      now: context.now(),
    }
    const stored = readJob(context.read, id)
    try {
      await writing(context, (database) => endJob(database, id, ending))
    } catch (reason) {
      // the disk is full, or the database busy: whoever waits for the job must hear of its end all the same
      unwritten.set(id, ending)
      context.log({ event: 'job-unkept', job: id, fault: faultOf(reason) })
    }
    running.delete(id)
    tell(id)
    if (stored) await tidyUp(stored, state)
  }

  const tidyUp = async ({ id, kind, payload, result }: StoredJob, state: EndedJob['state']) => {
    try {
      const kept: unknown = result === null ? null : JSON.parse(result)
      await onEnd({ kind, state, payload: JSON.parse(payload), result: kept })
    } catch (error) {
      context.log({ event: 'job-unkept', job: id, fault: faultOf(error) })
    }
  }

  const perform = async (id: number): Promise<void> => {
    const stored = readJob(context.read, id)
    // whoever was paused and resumed while waiting stands in the lane twice
    if (!stored || stored.state !== 'queued' || running.has(id) || isClosed) return
    const live: Running = {
      abort: new AbortController(),
      isPausing: false,
      progress: 0,
      step: t`Starting`,
      startedAt: context.now(),
      toldAt: 0,
    }
    running.set(id, live)
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
      async keep(result, open) {
        const kept = JSON.stringify(result)
        if (open) keepJobResult(open, id, kept)
        else await writing(context, (database) => keepJobResult(database, id, kept))
      },
    }
    try {
      await writing(context, (database) => startJob(database, id, context.now()))
      live.abort.signal.throwIfAborted()
      tell(id)
      const kept: unknown = stored.result === null ? undefined : JSON.parse(stored.result)
      const result = await works[stored.kind](JSON.parse(stored.payload), handle, kept)
      await handle.keep(result ?? null)
      await end(id, 'done', null, live)
    } catch (error) {
      // the next start takes up what closing interrupts
      if (isClosed) return await putOff(id, 'queued', live)
      if (live.isPausing) return await putOff(id, 'paused', live)
      if (live.abort.signal.aborted) return end(id, 'cancelled', null, live)
      await end(id, 'failed', sentenceFor(context, stored, error), live)
    }
  }

  const putOff = async (id: number, state: 'paused' | 'queued', live: Running) => {
    await writing(context, (database) => putOffJob(database, id, state, live.progress)).catch(
      // it stays 'running' in its row, and the next start takes it up
      (reason: unknown) => context.log({ event: 'job-unkept', job: id, fault: faultOf(reason) }),
    )
    running.delete(id)
    tell(id)
  }

  const enqueue = (id: number, kind: Job['kind']) => {
    const lane = laneOf(kind)
    lanes[lane] = lanes[lane]
      // it goes on in the context, and so in the language, of the call that asked for it
      .then(() => perform(id))
      .catch((error: unknown) => context.log({ event: 'job-unkept', job: id, fault: faultOf(error) }))
  }

  return {
    get,
    async start(kind, label, payload) {
      const id = await writing(context, (database) =>
        insertJob(database, { kind, label, payload: JSON.stringify(payload), now: context.now() }),
      )
      tell(id)
      enqueue(id, kind)
      return id
    },
    list: () => readJobs(context.read).map(view),
    payload(id) {
      const stored = readJob(context.read, id)
      return stored && (JSON.parse(stored.payload) as unknown)
    },
    result(id) {
      get(id)
      const kept = readJob(context.read, id)!.result
      return kept === null ? undefined : JSON.parse(kept)
    },
    async cancel(id) {
      const job = get(id)
      const live = running.get(id)
      // what has begun says so in its row only when its turn to write has come
      if (live) {
        live.isPausing = false
        live.abort.abort(new Problem('CANCELLED', t`It was cancelled; nothing was changed.`))
      } else if (job.state === 'queued' || job.state === 'paused') await end(id, 'cancelled', null, undefined)
      return get(id)
    },
    async pause(id) {
      const job = get(id)
      if (laneOf(job.kind) !== 'slow')
        throw new Problem('CONFLICT', t`This cannot be paused half-way; it can be cancelled.`)
      const live = running.get(id)
      if (live) {
        live.isPausing = true
        live.abort.abort(new Problem('CANCELLED', t`It was paused.`))
      } else if (job.state === 'queued') {
        await writing(context, (database) => putOffJob(database, id, 'paused', job.progress))
        tell(id)
      } else if (job.state !== 'paused') throw new Problem('CONFLICT', t`It has ended already.`)
      return get(id)
    },
    async resume(id) {
      const job = get(id)
      if (job.state !== 'paused') throw new Problem('CONFLICT', t`It is not paused.`)
      await writing(context, (database) => requeueJob(database, id))
      tell(id)
      enqueue(id, job.kind)
      return get(id)
    },
    async recover(resume) {
      for (const job of readUnfinishedJobs(context.read)) {
        if (!resume) await end(job.id, 'failed', say(INTERRUPTED), undefined)
        else if (job.attempt >= MOST_ATTEMPTS) await end(job.id, 'failed', say(GIVEN_UP), undefined)
        else {
          await writing(context, (database) => requeueJob(database, job.id))
          enqueue(job.id, job.kind)
        }
      }
    },
    async close() {
      isClosed = true
      for (const live of running.values()) live.abort.abort(new Problem('CANCELLED', t`Debrief was closed.`))
      await Promise.all(Object.values(lanes))
    },
  }
}

function sentenceFor(
  context: EngineContext,
  { id: job, kind }: Pick<StoredJob, 'id' | 'kind'>,
  error: unknown,
): string {
  const problem = asProblem(error)
  if (problem?.code === 'WORKSPACE_DAMAGED') isolate(context)
  if (problem) {
    context.log({ event: 'job-refused', job, kind, code: problem.code })
    return problem.message
  }
  const incidentId = randomUUID().slice(0, 8)
  context.log({ event: 'job-failed', job, kind, incidentId, fault: faultOf(error) })
  return t`Something unexpected went wrong (incident ${{ incidentId }}); nothing was half-done. The log has the details.`
}
