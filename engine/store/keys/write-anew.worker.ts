import { parentPort, workerData } from 'node:worker_threads'
import { asProblem } from '../../problem.ts'
import { speakingIn } from '../../speaking-in.ts'
import { writeAnew, type WritingOfCall, type WritingOrder, type WritingWord } from './write-anew.ts'

/** Writes a database anew in a thread of its own: it takes as long as reading all of it, and calls have to be answered meanwhile. */
function carryOut(order: WritingOrder): void {
  try {
    writeAnew(order, say)
    say({ type: 'done' })
  } catch (error) {
    const problem = asProblem(error)
    say(
      problem
        ? { type: 'problem', code: problem.code, sentence: problem.message }
        : { type: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    )
  }
}

function say(word: WritingWord): void {
  parentPort?.postMessage(word)
}

const { order, language } = workerData as WritingOfCall
speakingIn(language, () => carryOut(order))
