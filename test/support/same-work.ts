import { job, type Job } from '../../shared/contract/jobs.ts'
import type { JobWork } from '../../engine/jobs/index.ts'

/** The same work for every kind of job. */
export function sameWork(work: JobWork): Record<Job['kind'], JobWork> {
  return Object.fromEntries(job.shape.kind.options.map((kind) => [kind, work])) as Record<
    Job['kind'],
    JobWork
  >
}
