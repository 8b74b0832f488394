import { t } from '#speech'
import type { TimeSpan } from '../../../interactions/measures/index.ts'
import { fileKeyFor } from '../../../sealed-files/index.ts'
import { languageAtHand, speakingIn } from '../../../speaking-in.ts'
import { TranscriptionProblem, type Transcription } from '../types.ts'
import type { ChildWord, DetectOrder, OfCall, TranscribeOrder, WorkOrder } from './child-words.ts'
import type { ChildStarter, TranscriptionChild } from './start-child.ts'

interface Following {
  signal: AbortSignal
  onProgress(share0to1: number): void
}

/** A child that is started when it is needed, and anew after it was killed or ended by itself. */
export interface TranscriptionProcess {
  ask(
    order: Omit<TranscribeOrder, 'type' | 'request' | keyof OfCall>,
    following: Following,
  ): Promise<Transcription>
  detect(
    order: Omit<DetectOrder, 'type' | 'request' | keyof OfCall>,
    following: Following,
  ): Promise<TimeSpan[][]>
  close(): void
}

/** What a file is opened with, and what is said of it is said in. */
const ways = (path: string): OfCall => ({ fileKey: fileKeyFor(path), language: languageAtHand() })

/** Three gigabytes from a slow disk take a minute or two; what says nothing for longer is stuck. */
const LOADING_MS = 300_000

/**
 * Asks a child of its own for one thing after the other. Aborting kills the child, since native code cannot be stopped otherwise; a child
 * that ends by itself, or says nothing for `loadingMs` after it was asked, fails the recording in work only, and the next one gets a fresh
 * child.
 */
export function transcriptionProcess(
  start: ChildStarter,
  { loadingMs = LOADING_MS } = {},
): TranscriptionProcess {
  let child: TranscriptionChild | null = null
  let requests = 0

  const end = () => {
    child?.kill()
    child = null
  }
  const send = <Word extends ChildWord>(
    order: (request: number) => WorkOrder,
    isAnswer: (word: ChildWord) => word is Word,
    { signal, onProgress }: Following,
  ) =>
    new Promise<Word>((resolve, reject) => {
      signal.throwIfAborted()
      const own = (child ??= start())
      const language = languageAtHand()
      const request = ++requests
      const stop = () => {
        settled()
        end()
        reject(signal.reason as Error)
      }
      const isStuck = setTimeout(() => {
        settled()
        end()
        reject(
          new TranscriptionProblem(
            t`The model was not loaded within ${{ seconds: loadingMs / 1000 }} seconds, so it was given up; try again, or choose a smaller one.`,
            true,
          ),
        )
      }, loadingMs)
      let isSettled = false
      const settled = () => {
        isSettled = true
        clearTimeout(isStuck)
        signal.removeEventListener('abort', stop)
      }
      signal.addEventListener('abort', stop, { once: true })
      own.onWord((word) => {
        // a killed child's last words still come, perhaps to somebody who has closed the workspace since
        if (isSettled || word.request !== request) return
        clearTimeout(isStuck)
        if (word.type === 'progress') return onProgress(word.share0to1)
        settled()
        if (isAnswer(word)) resolve(word)
        else if (word.type === 'failed') {
          const problem = new TranscriptionProblem(word.sentence, word.isForAll)
          problem.sent = word.sent
          reject(problem)
        }
      })
      own.onExit((lastLines) => {
        settled()
        if (child === own) child = null
        reject(
          new TranscriptionProblem(
            // what a process says when it ends belongs to no call
            speakingIn(
              language,
              () =>
                t`The recogniser ended in the middle of this recording, perhaps for want of memory; try it again, or with a smaller model.`,
            ),
            false,
            { cause: lastLines },
          ),
        )
      })
      own.say(order(request))
    })
  return {
    async ask(order, following) {
      const word = await send(
        (request) => ({ ...order, ...ways(order.path), type: 'transcribe', request }),
        (one) => one.type === 'done',
        following,
      )
      return word.transcription
    },
    async detect(order, following) {
      const word = await send(
        (request) => ({ ...order, ...ways(order.path), type: 'detect', request }),
        (one) => one.type === 'detected',
        following,
      )
      return word.speech
    },
    close: end,
  }
}
