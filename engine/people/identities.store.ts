import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

/** One way a source names somebody. */
export interface IdentityRow {
  id: number
  sourceId: number
  externalId: string | null
  name: string | null
  email: string | null
  /** Its ids in other systems, where a roster gives them. */
  otherIds: readonly string[]
  personId: number
}

/** Every identity of the workspace, in an order that does not depend on what was imported first. */
export function readIdentities(database: ReadableDatabase): IdentityRow[] {
  const rows = all<Omit<IdentityRow, 'otherIds'> & { otherIds: string | null }>(
    database,
    `SELECT identities.id, source_id AS sourceId, external_id AS externalId, identities.name, email, other_ids AS otherIds, person_id AS personId
     FROM identities JOIN sources ON sources.id = source_id ORDER BY sources.name, key`,
  )
  return rows.map((row) => ({
    ...row,
    otherIds: row.otherIds === null ? [] : (JSON.parse(row.otherIds) as string[]),
  }))
}

/** Every identity with the name of its source. */
export function readIdentitiesWithSource(
  database: ReadableDatabase,
): (Omit<IdentityRow, 'otherIds'> & { source: string })[] {
  return all(
    database,
    `SELECT identities.id, source_id AS sourceId, sources.name AS source, external_id AS externalId, identities.name, email, person_id AS personId
     FROM identities JOIN sources ON sources.id = source_id ORDER BY identities.id`,
  )
}

/** How each source names one person. */
export function readNamings(
  database: ReadableDatabase,
  personId: number,
): { externalId: string | null; name: string | null; email: string | null; source: string }[] {
  return all(
    database,
    `SELECT external_id AS externalId, identities.name, email, sources.name AS source
     FROM identities JOIN sources ON sources.id = source_id WHERE person_id = ? ORDER BY identities.id`,
    personId,
  )
}

/** The id of the identity with this key in this source, or undefined. */
export function findIdentity(database: ReadableDatabase, sourceId: number, key: string): number | undefined {
  return one<{ id: number }>(
    database,
    'SELECT id FROM identities WHERE source_id = ? AND key = ?',
    sourceId,
    key,
  )?.id
}

/** Adds an identity, at first a person of its own; gives its id. */
export function insertIdentity(
  database: WritableDatabase,
  identity: {
    sourceId: number
    key: string
    externalId: string | null
    name: string | null
    email: string | null
    otherIds?: readonly string[] | undefined
  },
): number {
  const { id } = run(
    database,
    'INSERT INTO identities (source_id, key, external_id, name, email, other_ids, person_id) VALUES (?, ?, ?, ?, ?, ?, 0)',
    identity.sourceId,
    identity.key,
    identity.externalId,
    identity.name,
    identity.email,
    identity.otherIds?.length ? JSON.stringify(identity.otherIds) : null,
  )
  run(database, 'UPDATE identities SET person_id = id WHERE id = ?', id)
  return id
}

/** Says to which person an identity belongs; whether that is another one than before. */
export function assignPerson(database: WritableDatabase, identityId: number, personId: number): boolean {
  return (
    run(
      database,
      'UPDATE identities SET person_id = ? WHERE id = ? AND person_id <> ?',
      personId,
      identityId,
      personId,
    ).changes > 0
  )
}

/** The id of the identity that was added last; 0 where there is none. */
export function newestIdentity(database: ReadableDatabase): number {
  return one<{ id: number }>(database, 'SELECT ifnull(max(id), 0) AS id FROM identities')!.id
}

/** How many rows stand on each identity, over all kinds of facts. */
export function countFacts(database: ReadableDatabase): Map<number, number> {
  const rows = all<{ id: number; n: number }>(
    database,
    `SELECT id, sum(n) AS n FROM (
       SELECT identity_id AS id, sum(n) AS n FROM interaction_days GROUP BY identity_id
       UNION ALL SELECT identity_id, count(*) FROM interactions WHERE day IS NULL AND identity_id IS NOT NULL GROUP BY identity_id
       UNION ALL SELECT identity_id, count(*) FROM evaluations WHERE identity_id IS NOT NULL GROUP BY identity_id
       UNION ALL SELECT identity_id, count(*) FROM surveys WHERE identity_id IS NOT NULL GROUP BY identity_id
       UNION ALL SELECT identity_id, count(*) FROM shifts WHERE identity_id IS NOT NULL GROUP BY identity_id
       UNION ALL SELECT identity_id, count(*) FROM period_summaries WHERE identity_id IS NOT NULL GROUP BY identity_id
       UNION ALL SELECT identity_id, count(*) FROM transcripts WHERE identity_id IS NOT NULL GROUP BY identity_id
       UNION ALL SELECT identity_id, count(*) FROM roster_entries GROUP BY identity_id
     ) GROUP BY id`,
  )
  return new Map(rows.map((row) => [row.id, row.n]))
}

/** Notes that an import names an identity, whatever comes of the rows. */
export function noteMention(database: WritableDatabase, importId: number, identityId: number): void {
  run(
    database,
    'INSERT INTO identity_mentions (import_id, identity_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
    importId,
    identityId,
  )
}

/** Takes back that an import names anybody. */
export function deleteMentions(database: WritableDatabase, importId: number): void {
  run(database, 'DELETE FROM identity_mentions WHERE import_id = ?', importId)
}

/** Takes away the identities that no import names any more and that nothing was noted about; gives how many. */
export function deleteUnusedIdentities(database: WritableDatabase): number {
  return run(
    database,
    `DELETE FROM identities WHERE
       NOT EXISTS (SELECT 1 FROM identity_mentions WHERE identity_id = identities.id)
       AND NOT EXISTS (SELECT 1 FROM coached_marks WHERE person_id = identities.id)
       AND NOT EXISTS (SELECT 1 FROM coaching_session_people WHERE person_id = identities.id)
       AND NOT EXISTS (SELECT 1 FROM commitments WHERE person_id = identities.id)
       AND NOT EXISTS (SELECT 1 FROM waiting_list_people WHERE person_id = identities.id)
       AND NOT EXISTS (SELECT 1 FROM evaluation_requests WHERE person_id = identities.id)`,
  ).changes
}
