import { fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { ChildWord, WorkOrder } from './child-words.ts'

/** A process that transcribes, from outside. */
export interface TranscriptionChild {
  say(order: WorkOrder): void
  /** Whoever listened before is told nothing more. */
  onWord(listener: (word: ChildWord) => void): void
  /** As `onWord`; called once, with the last lines it wrote about itself. */
  onExit(listener: (lastLines: string) => void): void
  /** Ends it at once: native code listens to nothing else. */
  kill(): void
}

/** Starts such a process. Electron gives its own way, since its processes cannot start Node. */
export type ChildStarter = () => TranscriptionChild

/** The worker stands beside this file, in the source and in the build. */
function workerPath(): string {
  const suffix = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return fileURLToPath(new URL(`transcribe.worker.${suffix}`, import.meta.url))
}

const KEPT_CHARACTERS = 2000

/** A child of Node's, below everything else in priority, so that the machine stays usable. */
export const startNodeChild: ChildStarter = () => {
  const child = fork(workerPath(), [], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
    // what was given to this process for itself is none of the child's business
    execArgv: [],
  })
  if (child.pid !== undefined) {
    try {
      setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
    } catch {
      // where that is not allowed it runs as everything else does
    }
  }
  let lines = ''
  child.stderr?.on('data', (text: Buffer) => {
    lines = (lines + text.toString('utf8')).slice(-KEPT_CHARACTERS)
  })
  let hear: ((word: ChildWord) => void) | undefined
  child.on('message', (word) => hear?.(word as ChildWord))
  let isOver = false
  let listener: ((lastLines: string) => void) | undefined
  const over = (more = '') => {
    if (isOver) return
    isOver = true
    listener?.(lines + more)
  }
  child.once('close', () => over())
  child.once('error', (error) => over(String(error)))
  return {
    say(order) {
      if (child.connected) child.send(order)
    },
    onWord(listen) {
      hear = listen
    },
    onExit(listen) {
      listener = listen
    },
    kill: () => void child.kill('SIGKILL'),
  }
}
