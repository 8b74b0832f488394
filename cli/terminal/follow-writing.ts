import { Failure } from '../errors.ts'
import { cancelOnInterrupt, progressLine } from './progress.ts'
import type { Terminal } from './terminal.ts'

/** One step of a call that writes files without a job, so that it works while the app has the workspace open. */
interface Step<Done> {
  share: number
  step: string
  done: Done | null
}

/** Shows how far the writing of files is, and gives what came of it. Ctrl-C takes back what was written and says so. */
export async function followWriting<Done>(
  terminal: Terminal,
  { label, cancelled }: { label: string; cancelled: string },
  steps: AsyncIterable<Step<Done>>,
): Promise<Done> {
  let isCancelled = false
  const stopCancelling = cancelOnInterrupt(() => {
    isCancelled = true
    return Promise.resolve()
  }, terminal)
  const progress = progressLine(terminal)
  try {
    for await (const { share, step, done } of steps) {
      if (done) return done
      // whoever leaves the loop ends the writing, which puts things back
      if (isCancelled) throw new Failure(cancelled)
      progress.show({ label, progress: share, step, secondsLeft: null })
    }
    throw new Failure('It did not come to an end; run the command again.')
  } finally {
    progress.clear()
    stopCancelling()
  }
}
