import { all, each, one, type ReadableDatabase } from '../../store/index.ts'
import type { Reach } from '../about/index.ts'
import type { HeldTable } from './held-table.ts'

/** Whether any contact, conversation, evaluation, survey or review is called so. */
export function isContactRef(database: ReadableDatabase, reference: string): boolean {
  const among = ['interactions', 'transcripts', 'evaluations', 'surveys', 'reviews'].map(
    (table) => `SELECT 1 FROM ${table} WHERE contact_ref = @reference`,
  )
  const found = one(
    database,
    `SELECT 1 WHERE EXISTS (${among.join(' UNION ALL ')} UNION ALL SELECT 1 FROM transcripts WHERE external_ref = @reference)`,
    { reference },
  )
  return found !== undefined
}

/** How many workspaces were read into this one and stand: their customers are hashed under a key that is not here. */
export function countMerged(database: ReadableDatabase): number {
  return one<{ n: number }>(
    database,
    "SELECT count(*) AS n FROM merged_workspaces WHERE form = 'workspace' AND undone_at IS NULL",
  )!.n
}

/** Everybody a text could name beside agents: who scored, coached, raised and resolved, led a team or has a profile. */
export function readOtherNames(database: ReadableDatabase): string[] {
  return all<{ name: string }>(
    database,
    `SELECT evaluator AS name FROM evaluations WHERE evaluator IS NOT NULL UNION SELECT reviewer FROM reviews WHERE reviewer IS NOT NULL
     UNION SELECT coach FROM coaching_sessions UNION SELECT raised_by FROM disputes UNION SELECT resolved_by FROM dispute_resolutions
     UNION SELECT manager_name FROM roster_entries WHERE manager_name IS NOT NULL UNION SELECT name FROM profiles`,
  ).map(({ name }) => name)
}

/** How many rows of a table are handed over. */
export function countRows(database: ReadableDatabase, { from, where }: HeldTable, reach: Reach): number {
  return one<{ n: number }>(database, `SELECT count(*) AS n FROM ${from} WHERE ${where}`, reach)!.n
}

/** The rows one by one. */
export function rowsOf(
  database: ReadableDatabase,
  { from, where, order, columns }: HeldTable,
  reach: Reach,
): IterableIterator<Record<string, string | number | null>> {
  const selected = columns.map(({ name, sql }) => `${sql} AS "${name}"`).join(', ')
  return each(database, `SELECT ${selected} FROM ${from} WHERE ${where} ORDER BY ${order}`, reach)
}

export interface SoundOfConversation {
  recordingId: number
  transcriptId: number
  /** Whether the file lies in the workspace. */
  isHere: number
  /** Whether what was said is known, and with it what has to be silent. */
  isRead: number
}

/** The recordings of conversations. */
export function readSounds(database: ReadableDatabase, reach: Reach): SoundOfConversation[] {
  return all<SoundOfConversation>(
    database,
    `SELECT recordings.id AS recordingId, transcript_id AS transcriptId, media_name IS NOT NULL AS isHere,
       EXISTS (SELECT 1 FROM segments WHERE segments.transcript_id = recordings.transcript_id) AS isRead
     FROM recordings WHERE transcript_id IN (SELECT value FROM json_each(@transcripts)) ORDER BY transcript_id`,
    reach,
  )
}

/** What somebody is called in each source. */
export function readIdentities(
  database: ReadableDatabase,
  reach: Reach,
): { source: string; called: string }[] {
  return all(
    database,
    `SELECT sources.name AS source, coalesce(identities.name, identities.external_id, identities.email, 'no name') AS called
     FROM identities JOIN sources ON sources.id = identities.source_id WHERE identities.id IN (SELECT value FROM json_each(@identities)) ORDER BY identities.id`,
    reach,
  )
}
