import { statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { Problem } from '../../problem.ts'
import { languageAtHand } from '../../speaking-in.ts'
import { convertedFile } from './keyring.ts'
import type { WritingOfCall, WritingOrder, WritingWord } from './write-anew.ts'

/** The worker stands beside this file, in the source and in the build. */
function workerUrl(): URL {
  return new URL(`write-anew.worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)
}

const LOOK_MS = 200
/** Where each step begins and how far it goes, as shares of 1: the copy is the part that can be watched. */
const STEPS = { copying: [0, 0.5], encrypting: [0.5, 0.7], checking: [0.7, 1] } as const

function bytesOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

/** Writes a database anew in a thread of its own; rejects with a Problem where it cannot be. */
export function writeInThread(
  order: WritingOrder,
  onProgress: (share0to1: number, step: keyof typeof STEPS) => void = () => {},
): Promise<void> {
  const target =
    order.way === 'in place' ? convertedFile(order.file) : order.way === 'copy' ? order.target : order.file
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerUrl(), {
      workerData: { order, language: languageAtHand() } satisfies WritingOfCall,
    })
    let step: keyof typeof STEPS = 'copying'
    const look = setInterval(() => {
      const share = step === 'copying' ? Math.min(1, bytesOf(target) / (bytesOf(order.file) || 1)) : 0
      onProgress(STEPS[step][0] + share * (STEPS[step][1] - STEPS[step][0]), step)
    }, LOOK_MS)
    const end = (settle: () => void) => {
      clearInterval(look)
      settle()
    }
    worker.on('message', (word: WritingWord) => {
      if (word.type === 'step') step = word.step
      else if (word.type === 'done') end(resolve)
      else if (word.type === 'problem') end(() => reject(new Problem(word.code, word.sentence)))
      else end(() => reject(new Error(word.reason)))
    })
    worker.once('error', (error) => end(() => reject(error)))
    worker.once('exit', () =>
      end(() => reject(new Error('The thread that writes the database ended early.'))),
    )
  })
}
