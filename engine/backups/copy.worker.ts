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
function copyFrom(source: string, target: string, keys: string[] | null) {
  const still = connect(source, 'read', keys)
  const copying = connect(source, 'read', keys)
  return (): Record<string, number> => {
    try {
      holdStill(still)
      say({ says: 'begun' })
      copyInto(copying, target)
      say({ says: 'copied' })
      return countRows(still)
    } finally {
      copying.raw.close()
      still.raw.close()
    }
  }
}

const { source, target, folder, keys, language } = workerData as CopyOrder

/** What goes wrong is said in the language of the call that ordered the copy. */
function tryIt(work: () => void): void {
  speakingIn(language, () => {
    try {
      work()
    } catch (error) {
      const problem = asProblem(error)
      say({
        says: 'failed',
        code: problem?.code ?? null,
        message:
          problem?.message ?? (error instanceof Error ? (error.stack ?? error.message) : String(error)),
      })
    }
  })
}

tryIt(() => {
  const copy = source === null ? () => null : copyFrom(source, target, keys)
  parentPort!.once('message', () =>
    tryIt(() => {
      const rows = copy()
      say({ says: 'done', rows, found: checkCopy(target, folder, keys) })
    }),
  )
  say({ says: 'ready' })
})
