import { Worker } from 'node:worker_threads'
import type { ErrorCode } from '../../shared/contract/errors.ts'
import { Problem } from '../problem.ts'
import { languageAtHand, type Language } from '../speaking-in.ts'
import type { FoundInCopy } from './check-copy.ts'

/** What the thread is to do: copy `source` (null: nothing) to `target` and check that, with what lies in `folder` beside it. */
export interface CopyOrder {
  source: string | null
  target: string
  folder: string
  /** What opens both; null where they are not encrypted. */
  keys: string[] | null
  /** What its sentences are said in. */
  language: Language
}

/** What the thread says: first that it can begin, and waits to be told to; then that it sees the workspace as it is at this moment. */
export type CopyWord =
  | { says: 'ready' }
  | { says: 'begun' }
  | { says: 'copied' }
  | { says: 'done'; rows: Record<string, number> | null; found: FoundInCopy }
  | { says: 'failed'; code: ErrorCode | null; message: string }

/** What came of it; `rows` of the workspace at that moment. */
export interface Copied {
  rows: Record<string, number> | null
  found: FoundInCopy
}

/**
 * Carries an order out in a thread of its own, which takes longer to start than to begin: what must hold still meanwhile need not before
 * `onReady`, which is given what begins it. Aborting ends the thread; what it wrote is for the caller to remove.
 */
export function inThread(
  order: Omit<CopyOrder, 'language'>,
  {
    signal,
    onWord,
    onReady = (begin) => begin(),
  }: {
    signal?: AbortSignal
    onWord?: (word: CopyWord) => void
    onReady?: (begin: () => void) => void
  } = {},
): Promise<Copied> {
  const suffix = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return new Promise((resolve, reject) => {
    const workerData: CopyOrder = { ...order, language: languageAtHand() }
    const worker = new Worker(new URL(`copy.worker.${suffix}`, import.meta.url), { workerData })
    const stop = () => {
      void worker.terminate().then(() => reject(signal?.reason as Error))
    }
    signal?.addEventListener('abort', stop, { once: true })
    const end = () => signal?.removeEventListener('abort', stop)
    worker.on('message', (word: CopyWord) => {
      onWord?.(word)
      if (word.says === 'ready') onReady(() => worker.postMessage('begin'))
      if (word.says === 'done') {
        end()
        resolve({ rows: word.rows, found: word.found })
      }
      if (word.says === 'failed') {
        end()
        reject(word.code === null ? new Error(word.message) : new Problem(word.code, word.message))
      }
    })
    worker.on('error', (error) => {
      end()
      reject(error)
    })
    worker.on('exit', () => {
      end()
      if (!signal?.aborted) reject(new Error('The thread that copies ended before it was done.'))
    })
    if (signal?.aborted) stop()
  })
}
