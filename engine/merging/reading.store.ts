import { isConversation } from '../lawful-basis/index.ts'
import { all, one, type ReadableDatabase } from '../store/index.ts'
import { OF_MERGE } from './merging.store.ts'

/** A few numbers that change whenever something does that a merge takes over. */
export function readState(database: ReadableDatabase): Record<string, number | string | null> {
  return one(
    database,
    `SELECT
       (SELECT value FROM settings WHERE key = 'facts-revision') AS revision,
       (SELECT value FROM settings WHERE key = 'preferences') AS preferences,
       (SELECT count(*) FROM imports WHERE undone_at IS NULL) AS imports,
       (SELECT max(id) FROM imports) AS newest,
       (SELECT sum(undone_at) FROM imports) AS undone,
       (SELECT count(*) || ' ' || ifnull(max(evaluated_at), 0) || ' ' || ifnull(sum(computed_score), 0) || ' ' || ifnull(sum(weight), 0) FROM evaluations WHERE review_id IS NOT NULL) AS reviewed,
       (SELECT count(*) || ' ' || ifnull(max(at), 0) || ' ' || ifnull(max(undone_at), 0) FROM identity_links WHERE by = 'confirmed' OR state = 'apart') AS decided,
       (SELECT count(*) || ' ' || ifnull(max(transcribed_at), 0) || ' ' || ifnull(sum(listened_version), 0) FROM recordings) AS recordings,
       (SELECT count(*) || ' ' || ifnull(max(at), 0) || ' ' || ifnull(max(undone_at), 0) FROM segment_corrections) AS corrected`,
  )!
}

const STANDING = '(SELECT id FROM imports WHERE undone_at IS NULL)'

/** How much of each kind a workspace holds that a merge would take over. */
export function readHoldings(database: ReadableDatabase): {
  imports: number
  contacts: number
  conversations: number
  evaluations: number
  surveys: number
  shifts: number
} {
  return one(
    database,
    `SELECT (SELECT count(*) FROM imports WHERE undone_at IS NULL) AS imports,
       (SELECT count(*) FROM interactions WHERE is_stub = 0 AND import_id IN ${STANDING}) AS contacts,
       (SELECT count(*) FROM transcripts WHERE ${isConversation('transcripts')} AND import_id IN ${STANDING}) AS conversations,
       (SELECT count(*) FROM evaluations WHERE transcript_id IS NULL AND is_calibration = 0 AND (import_id IS NULL OR import_id IN ${STANDING})) AS evaluations,
       (SELECT count(*) FROM surveys WHERE import_id IN ${STANDING}) AS surveys,
       (SELECT count(*) FROM shifts WHERE import_id IN ${STANDING}) AS shifts`,
  )!
}

/** What stays where it is: notes of people that are no facts. */
export function readLeftBehind(
  database: ReadableDatabase,
): Record<
  'plannedSessions' | 'disputes' | 'calibrations' | 'standings' | 'quarantined' | 'modelAnswers' | 'ownRules',
  number
> {
  return one(
    database,
    `SELECT (SELECT count(*) FROM coaching_sessions WHERE state IN ('prepared', 'running') AND removed_at IS NULL) AS plannedSessions, (SELECT count(*) FROM disputes) AS disputes, (SELECT count(*) FROM calibration_sessions) AS calibrations,
       (SELECT count(*) FROM trust_standings) AS standings, (SELECT count(*) FROM standing_quarantine) AS quarantined,
       (SELECT count(*) FROM evaluations WHERE scorer_id IS NOT NULL) AS modelAnswers,
       (SELECT count(*) FROM question_rules WHERE state = 'active') AS ownRules`,
  )!
}

/** When the newest standing import came in, or null. */
export function newestImportAt(database: ReadableDatabase): number | null {
  return one<{ at: number | null }>(
    database,
    'SELECT max(imported_at) AS at FROM imports WHERE undone_at IS NULL',
  )!.at
}

/** Somebody whom a source gives an id. */
export interface NumberedPerson {
  source: string
  externalId: string
  name: string | null
  email: string | null
}

/** Everybody with an id in some source, leaving out whom only the merged workspace `exceptOf` names. */
export function readNumbered(database: ReadableDatabase, exceptOf: number | null): NumberedPerson[] {
  return all<NumberedPerson>(
    database,
    `SELECT sources.name AS source, external_id AS externalId, identities.name, email FROM identities JOIN sources ON sources.id = source_id
     WHERE external_id IS NOT NULL AND EXISTS (
       SELECT 1 FROM identity_mentions WHERE identity_id = identities.id AND import_id NOT IN ${OF_MERGE('?')})
     ORDER BY identities.id`,
    exceptOf ?? 0,
  )
}

/** The time zones and contact numbers of a source: the first contacts of it with a number and a start. */
export function readSomeContacts(
  database: ReadableDatabase,
  limit: number,
): { source: string; contactRef: string; startedAt: number }[] {
  return all(
    database,
    `SELECT sources.name AS source, contact_ref AS contactRef, started_at AS startedAt FROM sources JOIN interactions ON interactions.id IN (
       SELECT id FROM interactions AS some WHERE some.source_id = sources.id AND contact_ref IS NOT NULL AND started_at IS NOT NULL LIMIT ?)`,
    limit,
  )
}

/** When the contacts with this number began, in one source; leaving out what the merged workspace `exceptOf` brought. */
export function readStartsOf(
  database: ReadableDatabase,
  source: string,
  contactRef: string,
  exceptOf: number | null,
): number[] {
  return all<{ startedAt: number }>(
    database,
    `SELECT started_at AS startedAt FROM interactions WHERE contact_ref = ? AND started_at IS NOT NULL
       AND source_id = (SELECT id FROM sources WHERE name = ?) AND import_id NOT IN ${OF_MERGE('?')}`,
    contactRef,
    source,
    exceptOf ?? 0,
  ).map(({ startedAt }) => startedAt)
}

/** A question as a form asks it, or the text of a published form. */
export interface FormPart {
  form: string
  stableKey: string
  label: string
  weight: number | null
  maxPoints: number | null
}

/** How forms word, weigh and scale their questions, by the newest import that is not of the merged workspace `exceptOf`. */
export function readFormParts(database: ReadableDatabase, exceptOf: number | null): FormPart[] {
  const newest = (column: string) =>
    `(SELECT stated.${column} FROM question_statements AS stated WHERE stated.question_id = questions.id AND stated.${column} IS NOT NULL
        AND stated.import_id NOT IN ${OF_MERGE('?1')} ORDER BY stated.import_id DESC LIMIT 1)`
  return all<FormPart>(
    database,
    `SELECT scorecards.name AS form, stable_key AS stableKey, coalesce(${newest('label')}, questions.label) AS label,
       coalesce(${newest('weight')}, questions.weight) AS weight,
       -- a few evaluations tell the scale, and all of them would be read for each question
       (SELECT max(max_points) FROM answers WHERE question_id = questions.id AND evaluation_id IN (
          SELECT id FROM evaluations WHERE import_id = ${newest('import_id')} LIMIT 50)) AS maxPoints
     FROM questions JOIN scorecards ON scorecards.id = scorecard_id
     WHERE EXISTS (SELECT 1 FROM question_statements WHERE question_id = questions.id AND import_id NOT IN ${OF_MERGE('?1')})
       OR EXISTS (SELECT 1 FROM scorecard_versions WHERE scorecard_versions.scorecard_id = scorecards.id AND state = 'published')
     ORDER BY scorecards.name, position`,
    exceptOf ?? 0,
  )
}

/** Published forms as they are written down. */
export function readPublished(
  database: ReadableDatabase,
): { form: string; version: string; definition: string }[] {
  return all(
    database,
    `SELECT scorecards.name AS form, version, definition FROM scorecard_versions JOIN scorecards ON scorecards.id = scorecard_id
     WHERE state = 'published' AND definition IS NOT NULL`,
  )
}

/** The ends of the scales customers are asked on, leaving out what the merged workspace `exceptOf` brought. */
export function readScales(
  database: ReadableDatabase,
  exceptOf: number | null,
): { low: number; high: number }[] {
  return all(
    database,
    `SELECT DISTINCT csat_min AS low, csat_max AS high FROM surveys WHERE csat IS NOT NULL AND csat_min IS NOT NULL AND import_id NOT IN ${OF_MERGE('?')}
     ORDER BY 1, 2`,
    exceptOf ?? 0,
  )
}
