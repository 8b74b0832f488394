import { ADHERENCE, CONFORMANCE } from '../../metrics/index.ts'
import { all, type ReadableDatabase } from '../../store/index.ts'

const MINE = 'IN (SELECT id FROM identities WHERE person_id = ?1)'

/** One survey response about a person's contacts. */
export interface SurveyRow {
  id: number
  at: number | null
  csat: number | null
  csatMin: number | null
  csatMax: number | null
  nps: number | null
  comment: string | null
  sentiment: number | null
  queue: string | null
  interactionId: number | null
}

/** A person's survey responses in a window: those with a comment and the newest first. */
export function readSurveys(
  database: ReadableDatabase,
  personId: number,
  window: { from: number; to: number },
): SurveyRow[] {
  return all<SurveyRow>(
    database,
    `SELECT fact.id, fact.responded_at AS at, csat, csat_min AS csatMin, csat_max AS csatMax, nps, comment, comment_sentiment AS sentiment, queues.name AS queue,
       (SELECT interaction_id FROM transcripts WHERE transcripts.interaction_id = fact.interaction_id LIMIT 1) AS interactionId
     FROM surveys AS fact LEFT JOIN interactions AS contact ON contact.id = fact.interaction_id
     JOIN strata ON strata.id = coalesce(contact.stratum_id, fact.stratum_id) LEFT JOIN labels AS queues ON queues.id = strata.queue_id
     WHERE coalesce(fact.identity_id, contact.identity_id) ${MINE} AND fact.contact_day BETWEEN ?2 AND ?3 AND fact.pertains_to_agent IS NOT 0
     ORDER BY comment IS NULL, fact.contact_day DESC, fact.id DESC LIMIT 60`,
    personId,
    window.from,
    window.to,
  )
}

/** Those of some contacts that can be opened: there is a conversation to read. */
export function readWithTranscript(
  database: ReadableDatabase,
  interactionIds: readonly number[],
): Set<number | null> {
  const rows = all<{ id: number }>(
    database,
    'SELECT DISTINCT interaction_id AS id FROM transcripts WHERE interaction_id IN (SELECT value FROM json_each(?))',
    JSON.stringify(interactionIds),
  )
  return new Set(rows.map((row) => row.id))
}

/** One day of attendance. */
export interface AttendanceRow {
  day: number
  scheduledMs: number | null
  adherence: number | null
  conformance: number | null
  absence: 'none' | 'planned' | 'unplanned' | null
  reason: string | null
}

/** A person's shifts in a window, oldest first. */
export function readAttendance(
  database: ReadableDatabase,
  personId: number,
  window: { from: number; to: number },
): AttendanceRow[] {
  return all<AttendanceRow>(
    database,
    `SELECT day, scheduled_ms AS scheduledMs,
       ${ADHERENCE} AS adherence,
       ${CONFORMANCE} AS conformance, absence, absence_reason AS reason
     FROM shifts WHERE identity_id ${MINE} AND day BETWEEN ?2 AND ?3 ORDER BY day`,
    personId,
    window.from,
    window.to,
  )
}

/** A summary of a period as its source gives it. */
export interface PeriodSummaryRow {
  source: string
  fromDay: number | null
  toDay: number | null
  n: number | null
  figures: string
}

/** A person's period summaries, newest first. */
export function readPeriodSummaries(database: ReadableDatabase, personId: number): PeriodSummaryRow[] {
  return all<PeriodSummaryRow>(
    database,
    `SELECT sources.name AS source, from_day AS fromDay, to_day AS toDay, n, figures FROM period_summaries JOIN sources ON sources.id = source_id
     WHERE identity_id ${MINE} ORDER BY to_day DESC, period_summaries.id DESC LIMIT 12`,
    personId,
  )
}
