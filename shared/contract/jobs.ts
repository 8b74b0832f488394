import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { instantMs } from '../domain/time.ts'
import { call } from './base.ts'

export const job = z.object({
  id: z.number().int(),
  kind: z.enum([
    'import',
    'analyze',
    'sample',
    'listen',
    'transcribe',
    'model',
    'judge',
    'shares',
    'merge',
    'export',
    'access',
    'supervisor-copy',
    'backup',
    'expire',
    'clean',
  ]),
  label: z.string(),
  state: z.enum(['queued', 'running', 'paused', 'done', 'failed', 'cancelled']),
  /** 0..1, never falls. */
  progress: z.number().min(0).max(1),
  /** What it is doing now, in a few words. */
  step: z.string(),
  /** Null until it can be told. */
  secondsLeft: z.number().nullable(),
  error: z.string().nullable(),
  createdAt: instantMs,
  endedAt: instantMs.nullable(),
})
export type Job = z.infer<typeof job>

/** Something the page may be showing has changed. */
export const changeEvent = z.object({
  type: z.enum(['data.changed', 'job.changed']),
  topics: z.array(
    z.enum([
      'imports',
      'people',
      'coaching',
      'sessions',
      // what lists say of sessions, but nothing that figures rest on
      'session-lists',
      'conversations',
      'search',
      'metrics',
      'patterns',
      'systemic',
      'recordings',
      'scorecards',
      'reviews',
      'trust',
      'calibration',
      'disputes',
      'judge',
      'rules',
      'merging',
      'health',
      'policy',
      'approvals',
      'workspace',
      'backups',
      'privacy',
      'jobs',
    ]),
  ),
  job: job.nullable(),
})
export type ChangeEvent = z.infer<typeof changeEvent>

export const jobsContract = {
  list: call.output(z.array(job)),
  cancel: call.input(z.object({ jobId: z.number().int() })).output(job),
  /** Stops a job of recordings, or of a language model, so that it can go on later; what is in work is begun anew then. */
  pause: call.input(z.object({ jobId: z.number().int() })).output(job),
  resume: call.input(z.object({ jobId: z.number().int() })).output(job),
  /** Starts reading what is new: redaction, sentiment, measures, automated scoring. */
  analyze: call.output(z.object({ jobId: z.number().int() })),
  /** Every change from now on; ends when the caller stops listening. */
  watch: call.output(eventIterator(changeEvent)),
}
