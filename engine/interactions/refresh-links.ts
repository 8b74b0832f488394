import type { AffectedDays } from '../affected-days.ts'
import type { WritableDatabase } from '../store/index.ts'
import {
  findLinkChanges,
  followTranscripts,
  forgetHeard,
  linkReviews,
  writeLink,
  type LinkedTable,
} from './links.store.ts'
import { refreshStubs } from './stubs.ts'
import { deleteUnusedStubs } from './stubs.store.ts'
import { writePlaces } from './ties.store.ts'
import { refreshTies } from './ties.ts'
import { noteCompanions, noteNeighbours, touchedRows } from './touched-rows.store.ts'

/**
 * Puts evaluations, surveys and transcripts with the contacts they name, recordings with the words beside them, and makes a contact for a
 * conversation that none is there for. A function of the facts alone: whatever order they came in, the result is the same. Adds the days
 * that changed to `affected`. `layerCode`: of transcripts in `fact_layers`. `among`: all rows, or those noted as touched by
 * `noteTouchedRows`. Yields between pieces.
 */
export function* refreshLinks(
  database: WritableDatabase,
  affected: AffectedDays,
  layerCode: number,
  among: 'all' | 'touched' = 'all',
): Generator<void, void> {
  const rows = (table: LinkedTable) => (among === 'all' ? null : touchedRows(table))
  const scope = { layerCode, among: rows('transcripts') }
  writePlaces(database, scope)
  if (among === 'touched') noteNeighbours(database)
  refreshTies(database, scope)
  if (among === 'touched') noteCompanions(database)
  yield
  const link = (table: LinkedTable) => {
    const changes = findLinkChanges(database, table, rows(table))
    if (table === 'transcripts')
      forgetHeard(
        database,
        changes.map(({ oldId }) => oldId),
      )
    for (const change of changes) {
      writeLink(database, table, change)
      affected.changed(table, change.oldDay)
      affected.changed(table, change.newDay)
    }
    if (table === 'transcripts')
      forgetHeard(
        database,
        changes.map(({ newId }) => newId),
      )
  }
  // transcripts first: their automated evaluations go with them
  link('transcripts')
  yield
  refreshStubs(database, affected, rows('transcripts'))
  linkReviews(database)
  link('evaluations')
  yield
  link('surveys')
  yield
  for (const day of followTranscripts(database)) affected.changed('evaluations', day)
  for (const day of deleteUnusedStubs(database)) affected.changed('interactions', day)
}
