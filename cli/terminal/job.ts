import type { Job } from '../../shared/contract/jobs.ts'
import type { Client } from '../../engine/direct-client.ts'
import { Failure } from '../errors.ts'
import { cancelOnInterrupt, progressLine } from './progress.ts'
import type { Terminal } from './terminal.ts'

/** How long an event may be missing before the job is asked for. */
const LOOK_AGAIN_MS = 250

/**
 * Starts a job and waits for its end, with progress on standard error for a person. Ctrl-C cancels the job and waits until it has
 * put things back; a second Ctrl-C ends at once. Throws the job's own sentence when it failed or was cancelled.
 */
export async function runJob(
  client: Client,
  terminal: Terminal,
  start: () => Promise<{ jobId: number }>,
): Promise<Job> {
  const changes = new AbortController()
  let lookAgain = () => {}
  const listening = listen(client, changes.signal, () => lookAgain())
  const { jobId } = await start()
  const stopCancelling = cancelOnInterrupt(() => client.jobs.cancel({ jobId }), terminal)
  const progress = progressLine(terminal)
  try {
    for (;;) {
      const job = (await client.jobs.list()).find((one) => one.id === jobId)
      if (!job) throw new Failure('The job is no longer there; run the command again.')
      if (isOver(job)) return finished(job)
      progress.show(job)
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LOOK_AGAIN_MS)
        lookAgain = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  } finally {
    progress.clear()
    stopCancelling()
    changes.abort()
    await listening
  }
}

async function listen(client: Client, signal: AbortSignal, onChange: () => void): Promise<void> {
  try {
    for await (const change of await client.jobs.watch(undefined, { signal })) if (change.job) onChange()
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

function isOver(job: Job): boolean {
  return job.state !== 'queued' && job.state !== 'running'
}

function finished(job: Job): Job {
  if (job.state === 'done') return job
  const sentence =
    job.state === 'cancelled' ? 'Cancelled; what was already done stays, nothing is half done.' : job.error
  throw new Failure(sentence ?? 'The job failed; the log in the workspace folder says why.')
}
