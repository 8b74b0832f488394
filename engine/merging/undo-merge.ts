import { setImmediate as breathe } from 'node:timers/promises'
import { t } from '#speech'
import { createAffectedDays } from '../affected-days.ts'
import { writingAtLength, type EngineContext } from '../context.ts'
import { keepFigures } from '../coaching/index.ts'
import { refreshFactsInPieces, withdrawImport } from '../imports/index.ts'
import { deleteUnusedIdentities } from '../people/index.ts'
import { Problem } from '../problem.ts'
import { begin, commit, rollback } from '../store/index.ts'
import { takeBackDecisions } from './decisions.ts'
import { takeBackSessions } from './sessions.ts'
import { forgetApart, markMergeUndone, readMerged, readMergedImports } from './merging.store.ts'

/**
 * Takes a merge back in one transaction: facts, people and decisions are then as if it had never been. Throws `NOT_FOUND`, or `CONFLICT` where
 * it is taken back already; cancelling rejects with the signal's reason and changes nothing.
 */
export async function undoMerge(
  context: EngineContext,
  id: number,
  following: { signal: AbortSignal; onProgress: (share: number, step: string) => void },
): Promise<void> {
  await writingAtLength(context, async (database) => {
    const merged = readMerged(database).find((one) => one.id === id)
    if (!merged) throw new Problem('NOT_FOUND', t`That workspace was not merged.`)
    if (merged.undoneAt !== null)
      throw new Problem('CONFLICT', t`What came from ${{ name: merged.name }} is taken back already.`)
    begin(database)
    try {
      const affected = createAffectedDays()
      const imports = readMergedImports(database, id).toReversed()
      for (const [index, { importId }] of imports.entries()) {
        following.onProgress(
          (index / imports.length) * 0.6,
          t`Taking back what came from ${{ name: merged.name }}`,
        )
        withdrawImport(database, importId, affected, context.now())
        await breathe()
        following.signal.throwIfAborted()
      }
      takeBackDecisions(database, id)
      takeBackSessions(database, id)
      forgetApart(database, id)
      markMergeUndone(database, id, context.now())
      deleteUnusedIdentities(database)
      following.onProgress(0.65, t`Bringing figures up to date`)
      const pieces = refreshFactsInPieces(database, affected, context.now())
      while (!pieces.next().done) {
        await breathe()
        following.signal.throwIfAborted()
      }
      keepFigures(database)
      commit(database)
    } catch (error) {
      rollback(database)
      throw error
    }
  })
}
