import type { JobHandle } from './jobs/index.ts'

/** One step of work that writes files: how far it is (0..1), what it does now, and in the end what came of it. */
interface Step<Done> {
  share: number
  step: string
  done: Done | null
}

/** Follows steps as a job. Cancelling rejects with the signal's reason: leaving the steps early is what takes back what they wrote. */
export async function stepsAsJob<Done>(
  steps: AsyncIterable<Step<Done>>,
  handle: Pick<JobHandle, 'signal' | 'progress'>,
): Promise<Done | null> {
  for await (const { share, step, done } of steps) {
    if (done) return done
    handle.progress(share, step)
    handle.signal.throwIfAborted()
  }
  return null
}
