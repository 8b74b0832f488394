import { TranscriptionProblem, type Transcription } from '../types.ts'
import type { TranscribeOrder } from './child-words.ts'
import type { ChildStarter, TranscriptionChild } from './start-child.ts'

/** A child that is started when it is needed, and anew after it was killed or ended by itself. */
export interface TranscriptionProcess {
  ask(
    order: Omit<TranscribeOrder, 'type' | 'request'>,
    following: { signal: AbortSignal; onProgress(share0to1: number): void },
  ): Promise<Transcription>
  close(): void
}

/**
 * Asks a child of its own for one transcription after the other. Aborting kills the child, since native code cannot be stopped
 * otherwise; a child that ends by itself fails the recording in work only, and the next one gets a fresh child.
 */
export function transcriptionProcess(start: ChildStarter): TranscriptionProcess {
  let child: TranscriptionChild | null = null
  let requests = 0

  const end = () => {
    child?.kill()
    child = null
  }
  return {
    ask: (order, { signal, onProgress }) =>
      new Promise<Transcription>((resolve, reject) => {
        signal.throwIfAborted()
        const own = (child ??= start())
        const request = ++requests
        const stop = () => {
          end()
          reject(signal.reason as Error)
        }
        const settled = () => signal.removeEventListener('abort', stop)
        signal.addEventListener('abort', stop, { once: true })
        own.onWord((word) => {
          if (word.request !== request) return
          if (word.type === 'progress') return onProgress(word.share0to1)
          settled()
          if (word.type === 'done') resolve(word.transcription)
          else reject(new TranscriptionProblem(word.sentence, word.isForAll))
        })
        own.onExit((lastLines) => {
          settled()
          if (child === own) child = null
          reject(
            new TranscriptionProblem(
              'The recogniser ended in the middle of this recording, perhaps for want of memory; try it again, or with a smaller model.',
              false,
              { cause: lastLines },
            ),
          )
        })
        own.say({ ...order, type: 'transcribe', request })
      }),
    close: end,
  }
}
