import type { Job } from '../../shared/contract/jobs.ts'
import type { Terminal } from './terminal.ts'

/** Calls `cancel` at the first Ctrl-C; a second one ends the process at once. Gives what stops listening for it. */
export function cancelOnInterrupt(cancel: () => Promise<unknown>, terminal: Terminal): () => void {
  let isCancelling = false
  const interrupt = () => {
    if (isCancelling) process.exit(1)
    isCancelling = true
    terminal.note('Cancelling; press Ctrl-C again to end at once.')
    cancel().catch((error: unknown) => terminal.note(String(error)))
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  return () => {
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
  }
}

/** What a line of progress says; `progress` is 0..1. */
type Shown = Pick<Job, 'label' | 'step' | 'progress' | 'secondsLeft'>

/** One line that is written over itself; nothing where nobody watches. */
export function progressLine(terminal: Terminal): { show(shown: Shown): void; clear(): void } {
  if (!terminal.isWatched) return { show() {}, clear() {} }
  const over = '\r\u001B[K'
  return {
    show({ label, step, progress, secondsLeft }) {
      const left = secondsLeft === null ? '' : `, ${Math.ceil(secondsLeft)} s left`
      process.stderr.write(`${over}${label}: ${Math.floor(progress * 100)}% ${step}${left}`)
    },
    clear: () => process.stderr.write(over),
  }
}
