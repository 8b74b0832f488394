import type { StatableBasis } from '../../shared/domain/lawful-basis.ts'
import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'
import { consentRef } from './basis.store.ts'

/** What a person had said of one transcript before. */
export interface SaidBefore {
  transcriptId: number
  basis: StatableBasis | null
}

/** Everything that is one conversation with some contacts': their transcripts, what lies beside these, and what the log says of consent. */
function transcriptsOf(database: ReadableDatabase, interactionIds: readonly number[]): SaidBefore[] {
  const refs = all<{ sourceId: number; contactRef: string }>(
    database,
    `SELECT source_id AS sourceId, contact_ref AS contactRef FROM interactions
     WHERE id IN (SELECT value FROM json_each(?)) AND contact_ref IS NOT NULL`,
    JSON.stringify(interactionIds),
  ).map(({ sourceId, contactRef }) => [sourceId, consentRef(contactRef)])
  return all<SaidBefore>(
    database,
    `WITH mine AS (SELECT id, beside_id FROM transcripts WHERE interaction_id IN (SELECT value FROM json_each(?1)))
     SELECT id AS transcriptId, lawful_basis AS basis FROM transcripts WHERE id IN (
       SELECT id FROM mine UNION SELECT beside_id FROM mine
       UNION SELECT told.id FROM json_each(?2) AS ref JOIN transcripts AS told ON told.source_id = ref.value ->> 0 AND told.external_ref = ref.value ->> 1)
     ORDER BY id`,
    JSON.stringify(interactionIds),
    JSON.stringify(refs),
  )
}

/** Says what some conversations rest on, or that a person says nothing of it (null); gives what was said before. */
export function writeBasisOfContacts(
  database: WritableDatabase,
  interactionIds: readonly number[],
  basis: StatableBasis | null,
): SaidBefore[] {
  const before = transcriptsOf(database, interactionIds)
  for (const { transcriptId } of before) writeBasis(database, transcriptId, basis)
  return before
}

/** Says of one transcript what a person says of it; nothing where it is gone. */
export function writeBasis(
  database: WritableDatabase,
  transcriptId: number,
  basis: StatableBasis | null,
): void {
  run(
    database,
    'UPDATE transcripts SET lawful_basis = ?1 WHERE id = ?2 AND lawful_basis IS NOT ?1',
    basis,
    transcriptId,
  )
}

/** Says what everything of a source rests on; gives what was said before, undefined where there is no such source. */
export function writeBasisOfSource(
  database: WritableDatabase,
  sourceId: number,
  basis: StatableBasis | null,
): { basis: StatableBasis | null } | undefined {
  const before = one<{ basis: StatableBasis | null }>(
    database,
    'SELECT lawful_basis AS basis FROM sources WHERE id = ?',
    sourceId,
  )
  if (before) run(database, 'UPDATE sources SET lawful_basis = ? WHERE id = ?', basis, sourceId)
  return before
}
