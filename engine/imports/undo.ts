import { t } from '#speech'
import { createAffectedDays, type AffectedDays } from '../affected-days.ts'
import { inTransaction, type WritableDatabase } from '../store/index.ts'
import { deleteMentions, deleteTeamSpells, deleteUnusedIdentities } from '../people/index.ts'
import { daysOfImport, deleteAggregated } from '../metrics/index.ts'
import { contactsOfTranscripts, daysBesideUndatedOf, forgetHeard } from '../interactions/index.ts'
import { withdrawQuestions } from '../quality/index.ts'
import { Problem } from '../problem.ts'
import { markUndone, readImport } from './imports.store.ts'
import { allFactKinds } from '../fact-kinds.ts'
import { deleteOwned, layeredFacts, ownedAndLayeredFacts } from './layers/layers.store.ts'
import { rematchWithout } from './layers/rematch.ts'
import { withdraw } from './layers/state.ts'
import { clearQuarantine } from './quarantine.store.ts'
import { refreshDerived } from './refresh.ts'

/**
 * Undoes an import, whenever it was: the workspace then holds what it would hold had the import never been. Facts other imports state
 * too stay, with what those state. Throws `NOT_FOUND` or `CONFLICT` (undone already).
 */
export function undoImport(database: WritableDatabase, importId: number, now: number): void {
  inTransaction(database, () => {
    const record = readImport(database, importId)
    if (!record) throw new Problem('NOT_FOUND', t`There is no import number ${{ importId }}.`)
    if (record.undoneAt !== null) throw new Problem('CONFLICT', t`Import ${{ importId }} is undone already.`)
    const affected = createAffectedDays()
    withdrawImport(database, importId, affected, now)
    deleteUnusedIdentities(database)
    refreshDerived(database, affected, now)
  })
}

/** Takes an import out of the facts; what is derived, and identities nobody names any more, are the caller's. */
export function withdrawImport(
  database: WritableDatabase,
  importId: number,
  affected: AffectedDays,
  now: number,
): void {
  for (const { kind, day } of daysOfImport(database, importId)) affected.changed(kind, day)
  for (const day of daysBesideUndatedOf(database, importId)) affected.changed('interactions', day)
  forgetHeard(database, contactsOfTranscripts(database, importId))
  for (const kind of allFactKinds) {
    rematchWithout(database, kind, importId, affected)
    const contested = new Set([
      ...ownedAndLayeredFacts(database, kind, importId),
      ...layeredFacts(database, kind, importId),
    ])
    for (const factId of contested) withdraw(database, kind, factId, importId, affected)
    deleteOwned(database, kind, importId)
  }
  deleteAggregated(database, importId)
  withdrawQuestions(database, importId)
  deleteTeamSpells(database, importId)
  deleteMentions(database, importId)
  clearQuarantine(database, importId)
  markUndone(database, importId, now)
}
