import { Worker } from 'node:worker_threads'
import type { Heard } from '../activity/index.ts'
import { fileKeyFor } from '../../sealed-files/index.ts'
import { languageAtHand } from '../../speaking-in.ts'
import { AudioProblem } from '../decoding/index.ts'
import type { ListeningOrder, ListeningWord } from './listening-words.ts'

/** The worker stands beside this file, in the source and in the build. */
function workerUrl(): URL {
  return new URL(`listen.worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)
}

/**
 * Hears what sounds in a file, in a thread of its own. Throws AudioProblem where the file cannot be heard, and the signal's reason, at
 * once, when it is aborted.
 */
export function listenToFile(
  path: string,
  following: { signal?: AbortSignal; onProgress?: (share0to1: number) => void } = {},
): Promise<Heard> {
  return new Promise<Heard>((resolve, reject) => {
    following.signal?.throwIfAborted()
    const worker = new Worker(workerUrl(), {
      workerData: { path, fileKey: fileKeyFor(path), language: languageAtHand() } satisfies ListeningOrder,
    })
    const stop = () => end(() => reject(following.signal!.reason as Error))
    const end = (settle: () => void) => {
      following.signal?.removeEventListener('abort', stop)
      settle()
      void worker.terminate()
    }
    following.signal?.addEventListener('abort', stop, { once: true })
    worker.on('message', (word: ListeningWord) => {
      if (word.type === 'progress') following.onProgress?.(word.share0to1)
      else if (word.type === 'heard') end(() => resolve(word.heard))
      else end(() => reject(new AudioProblem(word.code, word.sentence)))
    })
    worker.once('error', (error) => end(() => reject(error)))
    worker.once('exit', () =>
      end(() => reject(new Error('The listening thread ended before it had said anything.'))),
    )
  })
}
