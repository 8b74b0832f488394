import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import type { Work } from './perform.ts'
import type { Word } from './worker.ts'

interface Worker {
  child: ChildProcessByStdio<Writable, Readable, Readable>
  isReady: Promise<void>
  hasEnded: Promise<void>
  output: { text: string; errors: string }
}

function startWorker(): Worker {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'worker.ts')], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, TZ: 'UTC' },
  })
  const output = { text: '', errors: '' }
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (output.errors += piece))
  // a worker that was killed takes no more orders
  child.stdin.on('error', () => {})
  const hasEnded = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const isReady = new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      output.text += piece
      if (output.text.includes('ready' satisfies Word)) resolve()
    })
    void hasEnded.then(() => reject(new Error(`The worker ended before it was ready: ${output.errors}`)))
  })
  return { child, isReady, hasEnded, output }
}

/** Workers loaded ahead of time, so that the engine's own loading is not what gets killed. */
export interface Workers {
  /** Runs the work to its end; gives its milliseconds. */
  finish(work: Work): Promise<number>
  /** Runs the work and kills it outright after so many milliseconds; whether it had come to its end by then. */
  kill(work: Work, afterMs: number): Promise<boolean>
  close(): void
}

/** Keeps one worker loaded. */
export function keepWorkers(): Workers {
  let next = startWorker()
  const take = async (): Promise<Worker> => {
    const worker = next
    next = startWorker()
    next.isReady.catch(() => {})
    await worker.isReady
    return worker
  }
  return {
    async finish(work) {
      const { child, hasEnded, output } = await take()
      child.stdin.end(`${JSON.stringify(work)}\n`)
      await hasEnded
      const done = /done (\d+)/.exec(output.text)
      if (!done) throw new Error(`The work did not come to its end: ${output.errors}`)
      return Number(done[1])
    },
    async kill(work, afterMs) {
      const { child, hasEnded, output } = await take()
      child.stdin.end(`${JSON.stringify(work)}\n`)
      await Promise.race([new Promise((resolve) => setTimeout(resolve, afterMs)), hasEnded])
      child.kill('SIGKILL')
      await hasEnded
      if (output.errors.trim() !== '') throw new Error(`The worker failed by itself: ${output.errors}`)
      return output.text.includes('done')
    },
    close() {
      next.child.kill('SIGKILL')
    },
  }
}
