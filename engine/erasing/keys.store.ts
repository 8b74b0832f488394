import { all, each, one, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'
import type { DeletedKeys, KeyedKind } from './keys.ts'

/** Remembers what must not come back. */
export function writeDeletedKeys(
  database: WritableDatabase,
  deletionId: number,
  keys: Iterable<string>,
): void {
  for (const key of keys)
    run(database, 'INSERT OR IGNORE INTO deleted_keys (key, deletion_id) VALUES (?, ?)', key, deletionId)
}

/** Whether anything must not come back. */
export function hasDeletedKeys(database: ReadableDatabase): boolean {
  return one(database, 'SELECT 1 FROM deleted_keys LIMIT 1') !== undefined
}

/** Whether this must not come back. */
export function isDeleted(database: ReadableDatabase, key: string): boolean {
  return one(database, 'SELECT 1 FROM deleted_keys WHERE key = ?', key) !== undefined
}

const ownRefs: Record<KeyedKind, readonly string[]> = {
  interactions: ['content_key'],
  transcripts: ['external_ref', 'content_key'],
  surveys: ['response_ref', 'content_key'],
  evaluations: ['evaluation_ref', 'content_key'],
}
export const keyedKinds = Object.keys(ownRefs) as KeyedKind[]

/** The facts of a kind that were deleted before, among those that some imports own, or among all (null). Only those can be looked for that have a reference. */
export function findDeleted(
  database: ReadableDatabase,
  kind: KeyedKind,
  keys: DeletedKeys,
  importIds: readonly number[] | null,
): number[] {
  const columns = ownRefs[kind]
  const found: number[] = []
  for (const row of each<Record<string, string | number | null>>(
    database,
    `SELECT id, source_id AS sourceId, contact_ref AS contactRef, ${columns.join(', ')} FROM ${kind}
     WHERE ?1 IS NULL OR import_id IN (SELECT value FROM json_each(?1))`,
    importIds === null ? null : JSON.stringify(importIds),
  )) {
    const { contactRef } = row
    const possible = [
      ...(typeof contactRef === 'string' ? [keys.contact(contactRef)] : []),
      ...columns.flatMap((column) => {
        const ref = row[column]
        return typeof ref === 'string' ? [keys.fact(kind, Number(row['sourceId']), ref)] : []
      }),
    ]
    if (possible.some((key) => isDeleted(database, key))) found.push(Number(row['id']))
  }
  return found
}

/** The recordings that were deleted before, by their bytes. */
export function findDeletedSounds(
  database: ReadableDatabase,
  keys: DeletedKeys,
  importIds: readonly number[] | null,
): number[] {
  return all<{ transcriptId: number; sha256: string }>(
    database,
    `SELECT transcript_id AS transcriptId, sha256 FROM recordings JOIN transcripts ON transcripts.id = transcript_id
     WHERE ?1 IS NULL OR import_id IN (SELECT value FROM json_each(?1))`,
    importIds === null ? null : JSON.stringify(importIds),
  )
    .filter(({ sha256 }) => isDeleted(database, keys.audio(sha256)))
    .map(({ transcriptId }) => transcriptId)
}

/** One way of naming somebody who was deleted before. */
interface DeletedNaming {
  id: number
  personId: number
  name: string | null
}

/** The people of whom one identity was deleted before, among those that some imports name, or among all (null). */
export function findDeletedPeople(
  database: ReadableDatabase,
  keys: DeletedKeys,
  importIds: readonly number[] | null,
): DeletedNaming[] {
  return all<DeletedNaming & { sourceId: number; key: string; email: string | null }>(
    database,
    `SELECT id, person_id AS personId, name, source_id AS sourceId, key, email FROM identities
     WHERE ?1 IS NULL OR id IN (SELECT identity_id FROM identity_mentions WHERE import_id IN (SELECT value FROM json_each(?1)))`,
    importIds === null ? null : JSON.stringify(importIds),
  ).filter(
    ({ sourceId, key, email }) =>
      isDeleted(database, keys.identity(sourceId, key)) ||
      (email !== null && isDeleted(database, keys.email(email))),
  )
}

/** Takes whole facts away that an import has just brought. */
export function removeFacts(database: WritableDatabase, kind: KeyedKind, ids: readonly number[]): void {
  run(database, `DELETE FROM ${kind} WHERE id IN (SELECT value FROM json_each(?))`, JSON.stringify(ids))
}
