import { figuresToKeep } from '../coaching/index.ts'
import type { AffectedDays } from '../affected-days.ts'
import { hasTouchedRows, noteTouchedRows, refreshLinks } from '../interactions/index.ts'
import { rebuildInPieces } from '../metrics/index.ts'
import { newestIdentity, refreshPeople } from '../people/index.ts'
import { refreshCriticalQuestions, refreshOverturns, refreshScores } from '../quality/index.ts'
import { forgetMisread } from '../recordings/index.ts'
import type { WritableDatabase } from '../store/index.ts'
import { factKinds } from '../fact-kinds.ts'

const layerCodes = {
  evaluations: factKinds.evaluations.code,
  surveys: factKinds.surveys.code,
  transcripts: factKinds.transcripts.code,
}

/** What an import added, where that tells what must be looked at again. */
export interface ImportedNow {
  importIds: readonly number[]
  /** The newest identity before the import. */
  identitiesBefore: number
}

/**
 * Brings everything derived in line with the facts, in order: who is who, which contact a row belongs to, the recomputed scores, the
 * rollups of the days concerned, what drivers are worth. Piece by piece, so that a large import can let other calls through between
 * them. With `imported` only what those imports touch is looked at: one more day does not read the year again.
 */
export function* refreshInPieces(
  database: WritableDatabase,
  affected: AffectedDays,
  now: number,
  imported?: ImportedNow,
): Generator<void, void, void> {
  yield* refreshFactsInPieces(database, affected, now, imported)
  for (const keep of figuresToKeep) {
    keep(database)
    yield
  }
}

/**
 * The same without what is kept for the ranking, which until then is worked out when it is asked for. People `as they are`: where no fact came or went,
 * who is who cannot be another.
 */
export function* refreshFactsInPieces(
  database: WritableDatabase,
  affected: AffectedDays,
  now: number,
  imported?: ImportedNow,
  people: 'anew' | 'as they are' = 'anew',
): Generator<void, void, void> {
  const isScoped =
    imported !== undefined &&
    noteTouchedRows(database, {
      importIds: imported.importIds,
      layerCodes,
      contactDays: affected.of('interactions'),
    })
  // who is who follows from the identities and from the contacts that rows of several sources name
  const isSettled =
    people === 'as they are' ||
    (isScoped && newestIdentity(database) === imported.identitiesBefore && !hasTouchedRows(database))
  const hasMoved = isSettled ? false : yield* refreshPeople(database, now)
  yield
  yield* refreshLinks(database, affected, layerCodes.transcripts, isScoped && !hasMoved ? 'touched' : 'all')
  forgetMisread(database)
  yield
  refreshScores(database, { days: affected.of('evaluations') })
  refreshOverturns(database, affected)
  refreshCriticalQuestions(database)
  yield
  yield* rebuildInPieces(database, affected)
  yield
}

/** All of it at once, after an undo or a decision about people. */
export function refreshDerived(database: WritableDatabase, affected: AffectedDays, now: number): void {
  const pieces = refreshInPieces(database, affected, now)
  while (!pieces.next().done);
}
