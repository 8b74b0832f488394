import { parentPort, workerData } from 'node:worker_threads'
import { rewrite } from '../erasing/index.ts'
import { asProblem } from '../problem.ts'
import { speakingIn } from '../speaking-in.ts'
import { connect } from '../store/index.ts'
import type { CleanOrder, CleanWord } from './clean.ts'

// Writes a workspace's file anew beside the thread that answers calls, which writes nothing meanwhile.

const say = (word: CleanWord) => parentPort!.postMessage(word)

function carryOut({ database, keys }: CleanOrder): void {
  try {
    const writing = connect(database, 'write', keys)
    try {
      rewrite(writing)
    } finally {
      writing.raw.close()
    }
    say({ says: 'done' })
  } catch (error) {
    const problem = asProblem(error)
    say({ says: 'failed', code: problem?.code ?? null, message: problem?.message ?? String(error) })
  }
}

const order = workerData as CleanOrder
speakingIn(order.language, () => carryOut(order))
