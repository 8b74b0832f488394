import type { ReadableDatabase, WritableDatabase } from '../store/index.ts'
import { chosenTable, CONVERSATIONS, parts, tableOf } from './chosen.store.ts'

/** What a legal hold protects, as it stands. */
export type HeldSubject =
  | { kind: 'everything' }
  | { kind: 'person'; personId: number }
  | { kind: 'customer'; customerHash: number }
  | { kind: 'conversation'; interactionId: number }
  | { kind: 'source'; sourceId: number }
  | { kind: 'days'; fromDay: number; toDay: number }

/** Of a fact that may have a contact: whether it falls under a hold. `day`, `person` and `customer` are SQL expressions of it. */
function heldCondition(
  { kind }: HeldSubject,
  of: { person: string; customer: string; contact: string; source: string; day: string },
): string {
  if (kind === 'everything') return 'TRUE'
  if (kind === 'person') return `${of.person} IN (SELECT id FROM identities WHERE person_id = @personId)`
  if (kind === 'customer')
    return `(${of.customer} = @customerHash OR ${of.contact} IN (SELECT interaction_id FROM transcripts WHERE stated_customer_hash = @customerHash))`
  if (kind === 'conversation') return `${of.contact} = @interactionId`
  if (kind === 'source') return `${of.source} = @sourceId`
  // what has no day might be of any
  return `ifnull(${of.day} BETWEEN @fromDay AND @toDay, TRUE)`
}

const heldOf: Record<
  'transcripts' | 'interactions' | 'surveys' | 'evaluations',
  (held: HeldSubject) => string
> = {
  transcripts: (held) =>
    `SELECT words.id FROM ${CONVERSATIONS} WHERE ${heldCondition(held, {
      person: 'coalesce(contact.identity_id, words.identity_id)',
      customer: 'coalesce(contact.customer_hash, words.stated_customer_hash)',
      contact: 'words.interaction_id',
      source: 'words.source_id',
      day: 'coalesce(contact.day, words.contact_day, words.day)',
    })}`,
  interactions: (held) =>
    `SELECT contact.id FROM interactions AS contact WHERE ${heldCondition(held, {
      person: 'contact.identity_id',
      customer: 'contact.customer_hash',
      contact: 'contact.id',
      source: 'contact.source_id',
      day: 'contact.day',
    })}`,
  surveys: (held) => heldFact('surveys', held),
  evaluations: (held) => heldFact('evaluations', held),
}

function heldFact(table: string, held: HeldSubject): string {
  return `SELECT fact.id FROM ${table} AS fact LEFT JOIN interactions AS contact ON contact.id = fact.interaction_id WHERE ${heldCondition(
    held,
    {
      person: 'coalesce(fact.identity_id, contact.identity_id)',
      customer: 'contact.customer_hash',
      contact: 'fact.interaction_id',
      source: 'fact.source_id',
      day: 'coalesce(contact.day, fact.contact_day, fact.day)',
    },
  )}`
}

/**
 * Takes what a hold protects out of what was chosen; gives how much that was. A contact of which any part is held keeps its references, so that what is
 * held still belongs to it, and is found by them once the hold is lifted.
 */
export function holdBack(database: WritableDatabase, held: HeldSubject): number {
  for (const part of parts) {
    const table = tableOf[part]
    if (table === 'interactions') continue
    database.raw
      .prepare(
        `DELETE FROM temp.gone_references WHERE id IN (SELECT interaction_id FROM ${table}
           WHERE id IN (SELECT id FROM ${chosenTable(part)}) AND id IN (${heldOf[table](held)}))`,
      )
      .run(held)
  }
  let kept = 0
  for (const part of parts) {
    const table = tableOf[part]
    kept += database.raw
      .prepare(`DELETE FROM ${chosenTable(part)} WHERE id IN (${heldOf[table](held)})`)
      .run(held).changes
  }
  return kept
}

/** Whether anything an import brought falls under a hold. */
export function isImportHeld(database: ReadableDatabase, importId: number, held: HeldSubject): boolean {
  return (['transcripts', 'interactions', 'surveys', 'evaluations'] as const).some(
    (table) =>
      database.raw
        .prepare(
          `SELECT 1 FROM ${table} WHERE import_id = @importId AND id IN (${heldOf[table](held)}) LIMIT 1`,
        )
        .get({ ...held, importId }) !== undefined,
  )
}

/** Whether a hold keeps a person known: it is on them, or on something they have a part in. */
export function isPersonHeld(database: ReadableDatabase, personId: number, held: HeldSubject): boolean {
  if (held.kind === 'everything' || (held.kind === 'person' && held.personId === personId)) return true
  return (['transcripts', 'interactions', 'surveys', 'evaluations'] as const).some(
    (table) =>
      database.raw
        .prepare(
          `SELECT 1 FROM ${table} WHERE identity_id IN (SELECT id FROM identities WHERE person_id = @person) AND id IN (${heldOf[table](held)}) LIMIT 1`,
        )
        .get({ ...held, person: personId }) !== undefined,
  )
}
