import { DELETED_REF } from '../../shared/domain/contact-ref.ts'
import { factKinds } from '../fact-kinds.ts'
import { all, run, type WritableDatabase } from '../store/index.ts'
import { placeholder, type DeletedKeys, type KeyedKind } from './keys.ts'

const CONTACTS = '(SELECT id FROM temp.gone_references)'

/** Of what was chosen, the facts of contacts that lose their references, and those of none: what belongs to a contact of which a part is held is named as it is. */
const ofGone = (table: string, chosen: string) =>
  `(SELECT id FROM ${table} WHERE id IN (SELECT id FROM temp.${chosen}) AND (interaction_id IS NULL OR interaction_id IN ${CONTACTS}))`

/** The facts that name a customer's contact, and how each names itself. */
const facts: readonly { kind: KeyedKind; ids: string; ownRefs: readonly string[] }[] = [
  { kind: 'interactions', ids: CONTACTS, ownRefs: ['content_key'] },
  {
    kind: 'transcripts',
    ids: ofGone('transcripts', 'gone_words'),
    ownRefs: ['external_ref', 'content_key'],
  },
  {
    kind: 'surveys',
    ids: ofGone('surveys', 'gone_comments'),
    ownRefs: ['response_ref', 'content_key'],
  },
  {
    kind: 'evaluations',
    ids: ofGone('evaluations', 'gone_remarks'),
    ownRefs: ['evaluation_ref', 'content_key'],
  },
]

interface Row extends Record<string, string | number | null> {
  id: number
  sourceId: number
  contactRef: string | null
}

/**
 * Makes every reference of the chosen contacts unreadable: what exports call them, and whose they are. Facts that belonged together still do. Gives
 * the keys of what must not come back.
 */
export function eraseReferences(database: WritableDatabase, keys: DeletedKeys): string[] {
  const gone = new Set<string>()
  for (const { kind, ids, ownRefs } of facts) {
    const rows = all<Row>(
      database,
      `SELECT id, source_id AS sourceId, contact_ref AS contactRef, ${ownRefs.join(', ')} FROM ${kind} WHERE id IN ${ids}`,
    )
    const set = database.raw.prepare(
      `UPDATE ${kind} SET contact_ref = @contactRef, ${ownRefs.map((column) => `${column} = @${column}`).join(', ')} WHERE id = @id`,
    )
    for (const row of rows) {
      const next: Row = { ...row }
      if (isReadable(row.contactRef)) {
        const key = keys.contact(row.contactRef)
        gone.add(key)
        next.contactRef = placeholder(key)
      }
      for (const column of ownRefs) {
        const ref = row[column]
        if (typeof ref !== 'string' || !isReadable(ref)) continue
        const key = keys.fact(kind, row.sourceId, ref)
        gone.add(key)
        next[column] = placeholder(key)
      }
      set.run(next)
    }
    run(database, `DELETE FROM fact_layers WHERE fact_kind = ${factKinds[kind].code} AND fact_id IN ${ids}`)
  }
  run(database, `UPDATE interactions SET customer_hash = NULL, leg_ref = NULL WHERE id IN ${CONTACTS}`)
  run(
    database,
    `UPDATE transcripts SET stated_customer_hash = NULL WHERE id IN ${ofGone('transcripts', 'gone_words')}`,
  )
  run(database, `UPDATE reviews SET contact_ref = NULL WHERE interaction_id IN ${CONTACTS}`)
  run(
    database,
    `UPDATE disputes SET evaluation_ref = NULL, content_key = NULL WHERE evaluation_id IN ${ofGone('evaluations', 'gone_remarks')}`,
  )
  // a hold that was lifted keeps that it was, and no longer of whom, once nothing here is theirs
  run(
    database,
    `UPDATE legal_holds SET subject = '{}' WHERE kind = 'customer' AND lifted_at IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM interactions WHERE customer_hash = json_extract(subject, '$.customerHash'))
       AND NOT EXISTS (SELECT 1 FROM transcripts WHERE stated_customer_hash = json_extract(subject, '$.customerHash'))`,
  )
  return [...gone]
}

function isReadable(ref: string | null): ref is string {
  return ref !== null && !ref.startsWith(DELETED_REF)
}

/** What the exports call the chosen contacts, before that goes. */
export function readReferences(database: WritableDatabase): string[] {
  return all<{ ref: string }>(
    database,
    `SELECT DISTINCT contact_ref AS ref FROM interactions WHERE contact_ref IS NOT NULL AND id IN ${CONTACTS}`,
  ).map(({ ref }) => ref)
}
