import { isConversation } from '../lawful-basis/index.ts'
import { all, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

/** What a made contact says. */
export interface StubFacts {
  importId: number
  rowNumber: number
  sourceId: number
  contactRef: string | null
  identityId: number | null
  day: number | null
  startedAt: number | null
  language: string | null
  customerHash: number | null
  direction: number | null
}

/** A transcript that no log's contact stands for. */
export interface LoglessTranscript extends StubFacts {
  id: number
  /** The same for a recording and the words put with it. */
  wordsId: number
  isRecording: number
  /** The contact it names, or what lies beside it does; the day likewise. */
  toldRef: string | null
  toldDay: number | null
  queueId: number | null
  reasonId: number | null
  channel: string | null
  /** The made contact it stands with, and the day it counts on. */
  stubId: number | null
  contactDay: number | null
}

/** The transcripts without a log's contact, of all or of those whose ids the SQL query `among` gives; words first, then in an order that no order of imports changes. */
export function readLogless(database: ReadableDatabase, among: string | null): LoglessTranscript[] {
  return all<LoglessTranscript>(
    database,
    `SELECT fact.id, told.words_id AS wordsId, EXISTS (SELECT 1 FROM recordings WHERE transcript_id = fact.id) AS isRecording,
       told.contact_ref AS toldRef, told.day AS toldDay, fact.import_id AS importId, fact.row_number AS rowNumber, fact.source_id AS sourceId,
       fact.contact_ref AS contactRef, fact.identity_id AS identityId, fact.day, fact.started_at AS startedAt, fact.language,
       fact.stated_customer_hash AS customerHash, fact.stated_direction AS direction, fact.stated_queue_id AS queueId, fact.stated_reason_id AS reasonId, fact.channel,
       fact.interaction_id AS stubId, fact.contact_day AS contactDay
     FROM told_transcripts AS told JOIN transcripts AS fact ON fact.id = told.id LEFT JOIN interactions AS contact ON contact.id = fact.interaction_id
     WHERE contact.is_stub IS NOT 0 AND ${isConversation('fact')} ${among === null ? '' : `AND fact.id IN (${among})`}
     ORDER BY isRecording, fact.vendor, fact.external_ref, fact.content_key, (SELECT name FROM sources WHERE sources.id = fact.source_id), fact.id`,
  )
}

/** A made contact as it stands. */
export interface StandingStub extends StubFacts {
  id: number
  stratumId: number
}

/** These made contacts. */
export function readStubs(database: ReadableDatabase, ids: readonly number[]): StandingStub[] {
  return all<StandingStub>(
    database,
    `SELECT id, import_id AS importId, row_number AS rowNumber, source_id AS sourceId, contact_ref AS contactRef, identity_id AS identityId, day,
       started_at AS startedAt, language, customer_hash AS customerHash, direction, stratum_id AS stratumId
     FROM interactions WHERE is_stub = 1 AND id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  )
}

const COLUMNS =
  'import_id, row_number, source_id, contact_ref, identity_id, day, started_at, language, customer_hash, direction, stratum_id'

function values(stub: Omit<StandingStub, 'id'>): unknown[] {
  return [
    stub.importId,
    stub.rowNumber,
    stub.sourceId,
    stub.contactRef,
    stub.identityId,
    stub.day,
    stub.startedAt,
    stub.language,
    stub.customerHash,
    stub.direction,
    stub.stratumId,
  ]
}

/** Makes a contact for transcripts no log names; gives its id. */
export function insertStub(database: WritableDatabase, stub: Omit<StandingStub, 'id'>): number {
  return run(
    database,
    `INSERT INTO interactions (is_stub, ${COLUMNS}) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...values(stub),
  ).id
}

/** Brings a made contact in line with what its transcripts say. */
export function updateStub(database: WritableDatabase, stub: StandingStub): void {
  run(
    database,
    `UPDATE interactions SET (${COLUMNS}) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?`,
    ...values(stub),
    stub.id,
  )
}

/** Takes away made contacts that no transcript needs any more; gives the days they stood on. */
export function deleteUnusedStubs(database: WritableDatabase): number[] {
  return all<{ day: number | null }>(
    database,
    `DELETE FROM interactions WHERE is_stub = 1 AND NOT EXISTS (SELECT 1 FROM transcripts WHERE interaction_id = interactions.id)
     RETURNING day`,
  ).flatMap((row) => (row.day === null ? [] : [row.day]))
}
