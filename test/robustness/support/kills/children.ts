import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Order } from './target.ts'

/** How a child ended. */
export interface Fate {
  isKilled: boolean
  /** Acts that had returned. */
  acknowledged: number
  /** Milliseconds of the whole work and the places it passed, where it came to its end. */
  whole: { ms: number; points: number } | null
  errors: string
}

/** Children loaded ahead of time, so that loading the engine is not what gets killed. */
export interface Children {
  /** Gives an order, and kills outright after so many milliseconds where they are given. */
  order(order: Order, afterMs?: number): Promise<Fate>
  close(): void
}

function startChild(bundle: string) {
  const child = spawn(process.execPath, [join(bundle, 'child.js')], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, TZ: 'UTC' },
  })
  const output = { text: '', errors: '' }
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (output.errors += piece))
  // one that was killed takes no more orders
  child.stdin.on('error', () => {})
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('close', (_code, signal) => resolve(signal)),
  )
  const isReady = new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      output.text += piece
      if (output.text.includes('ready\n')) resolve()
    })
    void ended.then(() => reject(new Error(`The child ended before it was ready: ${output.errors}`)))
  })
  isReady.catch(() => {})
  return { child, isReady, ended, output }
}

/** Keeps one child loaded. `bundle` is where `children-once.ts` put it. */
export function keepChildren(bundle: string): Children {
  let next = startChild(bundle)
  return {
    async order(order, afterMs) {
      const { child, isReady, ended, output } = next
      next = startChild(bundle)
      await Promise.all([isReady, next.isReady])
      child.stdin.end(`${JSON.stringify(order)}\n`)
      const timer = afterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), afterMs)
      const signal = await ended
      clearTimeout(timer)
      const done = /done (\d+) (\d+)\n/.exec(output.text)
      return {
        isKilled: signal === 'SIGKILL',
        acknowledged: output.text.match(/^did$/gm)?.length ?? 0,
        whole: done && { ms: Number(done[1]), points: Number(done[2]) },
        errors: output.errors.trim(),
      }
    },
    close() {
      next.child.kill('SIGKILL')
    },
  }
}
