import { one, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'
import { linkedTables, type LinkedTable } from './links.store.ts'

/** What imports changed, as far as it matters to which contact a row belongs to. */
export interface ImportedChanges {
  importIds: readonly number[]
  /** Under which code rows of these tables stand in `fact_layers`. */
  layerCodes: Readonly<Record<LinkedTable, number>>
  /** The days of contacts that are new or changed. */
  contactDays: ReadonlySet<number>
}

/** Of more contacts than this looking at every row is quicker than looking for those that name one of them. */
const MOST_CONTACTS = 50_000

/** The rows of a table that are looked at again. */
export const touchedRows = (table: LinkedTable) => `SELECT id FROM temp.touched_rows WHERE kind = '${table}'`

/**
 * Notes the rows whose contact may have become another one: those the imports brought or stated again, and those that name a contact of
 * the given days. False, with nothing noted, where that would be so many that all rows must be looked at.
 */
export function noteTouchedRows(database: WritableDatabase, changes: ImportedChanges): boolean {
  const contactDays = JSON.stringify([...changes.contactDays])
  if (countContacts(database, contactDays) > MOST_CONTACTS) return false
  database.raw.exec(`
    CREATE TEMP TABLE IF NOT EXISTS touched_rows (kind TEXT, id INTEGER, PRIMARY KEY (kind, id)) WITHOUT ROWID;
    DELETE FROM temp.touched_rows`)
  const importIds = JSON.stringify(changes.importIds)
  for (const table of linkedTables)
    run(
      database,
      `INSERT OR IGNORE INTO temp.touched_rows (kind, id)
       SELECT '${table}', id FROM ${table} WHERE import_id IN (SELECT value FROM json_each(?1))
       UNION SELECT '${table}', fact_id FROM fact_layers WHERE fact_kind = ?3 AND import_id IN (SELECT value FROM json_each(?1))
       UNION SELECT '${table}', id FROM ${table} WHERE contact_ref IN (
         SELECT contact_ref FROM interactions WHERE (day IN (SELECT value FROM json_each(?2)) OR day IS NULL) AND contact_ref IS NOT NULL)`,
      importIds,
      contactDays,
      changes.layerCodes[table],
    )
  return true
}

function countContacts(database: ReadableDatabase, days: string): number {
  return one<{ n: number }>(
    database,
    `SELECT count(*) AS n FROM (
       SELECT 1 FROM interactions WHERE day IN (SELECT value FROM json_each(?)) LIMIT ${MOST_CONTACTS + 1})`,
    days,
  )!.n
}

/** Whether any row was noted. */
export function hasTouchedRows(database: ReadableDatabase): boolean {
  return one(database, 'SELECT 1 FROM temp.touched_rows LIMIT 1') !== undefined
}

/** Notes the transcripts, too, that share a place with those noted, or share one with these: which of them are put together is decided anew. */
export function noteNeighbours(database: WritableDatabase): void {
  run(
    database,
    `INSERT OR IGNORE INTO temp.touched_rows (kind, id)
     WITH RECURSIVE near (id) AS (
       ${touchedRows('transcripts')} UNION
       SELECT beside.transcript_id FROM near JOIN transcript_places AS lies ON lies.transcript_id = near.id
       JOIN transcript_places AS beside ON beside.place = lies.place)
     SELECT 'transcripts', id FROM near`,
  )
}

/** Notes the transcripts, too, that are or were one conversation with those noted: under one contact's number, put together, or in one made contact. */
export function noteCompanions(database: WritableDatabase): void {
  const besides = `SELECT 'transcripts', beside_id FROM transcripts WHERE beside_id IS NOT NULL AND id IN (${touchedRows('transcripts')})`
  const note = (sql: string) => run(database, `INSERT OR IGNORE INTO temp.touched_rows (kind, id) ${sql}`)
  note(
    `SELECT 'transcripts', mate.id FROM transcripts AS mine JOIN interactions AS contact ON contact.id = mine.interaction_id AND contact.is_stub = 1
     JOIN transcripts AS mate ON mate.interaction_id = contact.id WHERE mine.id IN (${touchedRows('transcripts')})`,
  )
  note(besides)
  note(
    `SELECT 'transcripts', id FROM transcripts WHERE contact_ref IN (
       SELECT contact_ref FROM told_transcripts WHERE contact_ref IS NOT NULL AND id IN (${touchedRows('transcripts')}))`,
  )
  note(besides)
}
