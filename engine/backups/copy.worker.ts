import { parentPort, workerData } from 'node:worker_threads'
import { asProblem } from '../problem.ts'
import { speakingIn } from '../speaking-in.ts'
import { connect } from '../store/index.ts'
import { checkCopy } from './check-copy.ts'
import { copyInto, countRows, holdStill } from './snapshot.store.ts'
import type { CopyOrder, CopyWord } from './in-thread.ts'

// Copies a workspace and checks the copy beside the thread that answers calls: it has a reading connection of its own.

const say = (word: CopyWord) => parentPort!.postMessage(word)

/** Of an encrypted workspace SQLite writes a copy with the same key. */
function copy(source: string, target: string, keys: string[] | null): Record<string, number> {
  const still = connect(source, 'read', keys)
  try {
    holdStill(still)
    say({ says: 'begun' })
    const copying = connect(source, 'read', keys)
    try {
      copyInto(copying, target)
    } finally {
      copying.raw.close()
    }
    say({ says: 'copied' })
    return countRows(still)
  } finally {
    still.raw.close()
  }
}

function carryOut({ source, target, folder, keys }: CopyOrder): void {
  try {
    const rows = source === null ? null : copy(source, target, keys)
    say({ says: 'done', rows, found: checkCopy(target, folder, keys) })
  } catch (error) {
    const problem = asProblem(error)
    say({
      says: 'failed',
      code: problem?.code ?? null,
      message: problem?.message ?? (error instanceof Error ? (error.stack ?? error.message) : String(error)),
    })
  }
}

const order = workerData as CopyOrder
speakingIn(order.language, () => carryOut(order))
