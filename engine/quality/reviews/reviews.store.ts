import type { Selection } from '../../../shared/contract/reviews.ts'
import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'

/** A review with its conversation. */
export interface ReviewRow {
  id: number
  scorecardId: number
  form: string
  versionId: number | null
  interactionId: number | null
  transcriptId: number | null
  sourceId: number | null
  contactRef: string | null
  at: number | null
  day: number | null
  personId: number | null
  queue: string | null
  channel: string | null
  durationMs: number | null
  selection: Selection
  why: string
  chance: number | null
  state: 'waiting' | 'draft' | 'submitted' | 'skipped'
  reviewer: string | null
  createdAt: number
  openedAt: number | null
  submittedAt: number | null
  skipReason: string | null
  answered: number
  score: number | null
  activeMs: number
  comment: string
  /** Of a calibration: its part of a session, where it stands there, and how far the session is. */
  calibrationItemId: number | null
  calibrationPosition: number | null
  calibrationState: 'scoring' | 'revealed' | 'settled' | null
  /** 1: the conversation came with the session, and lies in no contact here. */
  hasTravelled: number
}

/** Which reviews: by state, whose, on which form, how picked. `reviewer` null: nobody's; undefined: everybody's. */
export interface ReviewFilter {
  states: readonly ReviewRow['state'][]
  reviewer?: string | null | undefined
  scorecardId?: number | undefined
  selection?: Selection | undefined
}

const REVIEW = `SELECT reviews.id, reviews.scorecard_id AS scorecardId, scorecards.name AS form, reviews.scorecard_version_id AS versionId,
    reviews.interaction_id AS interactionId, reviews.source_id AS sourceId, reviews.contact_ref AS contactRef,
    (SELECT id FROM transcripts WHERE transcripts.interaction_id = reviews.interaction_id ORDER BY id LIMIT 1) AS transcriptId,
    interactions.started_at AS at, coalesce(interactions.day, reviews.day) AS day, identities.person_id AS personId, queues.name AS queue, channels.name AS channel,
    coalesce((SELECT max(duration_ms) FROM transcripts WHERE transcripts.interaction_id = reviews.interaction_id), handle_ms) AS durationMs,
    selection, why, chance, reviews.state, reviewer, reviews.created_at AS createdAt, opened_at AS openedAt, submitted_at AS submittedAt, skip_reason AS skipReason,
    (SELECT count(*) FROM review_answers WHERE review_id = reviews.id AND set_by = 'reviewer') AS answered,
    evaluations.computed_score AS score, active_ms AS activeMs, reviews.comment, calibration_item_id AS calibrationItemId,
    calibration_items.position AS calibrationPosition, calibration_sessions.state AS calibrationState, calibration_items.conversation IS NOT NULL AS hasTravelled
  FROM reviews JOIN scorecards ON scorecards.id = reviews.scorecard_id
  LEFT JOIN interactions ON interactions.id = reviews.interaction_id LEFT JOIN identities ON identities.id = interactions.identity_id
  LEFT JOIN strata ON strata.id = interactions.stratum_id LEFT JOIN labels AS queues ON queues.id = queue_id LEFT JOIN labels AS channels ON channels.id = channel_id
  LEFT JOIN evaluations ON evaluations.review_id = reviews.id
  LEFT JOIN calibration_items ON calibration_items.id = calibration_item_id LEFT JOIN calibration_sessions ON calibration_sessions.id = session_id`

function chosen({ states, reviewer, scorecardId, selection }: ReviewFilter): {
  sql: string
  parameters: unknown[]
} {
  const wheres = ['reviews.state IN (SELECT value FROM json_each(?))']
  const parameters: unknown[] = [JSON.stringify(states)]
  if (reviewer !== undefined) {
    wheres.push('reviewer IS ?')
    parameters.push(reviewer)
  }
  if (scorecardId !== undefined) {
    wheres.push('reviews.scorecard_id = ?')
    parameters.push(scorecardId)
  }
  if (selection !== undefined) {
    wheres.push('selection = ?')
    parameters.push(selection)
  }
  return { sql: `WHERE ${wheres.join(' AND ')}`, parameters }
}

/** Drafts first, then what has waited longest; of what is over the newest. */
const ORDER = `ORDER BY reviews.state = 'draft' DESC, coalesce(submitted_at, skipped_at) DESC, reviews.created_at, reviews.id`

/** Reviews in the order one works through them. */
export function readReviews(database: ReadableDatabase, filter: ReviewFilter, limit: number): ReviewRow[] {
  const { sql, parameters } = chosen(filter)
  return all<ReviewRow>(database, `${REVIEW} ${sql} ${ORDER} LIMIT ?`, ...parameters, limit)
}

/** How many there are. */
export function countReviews(database: ReadableDatabase, filter: ReviewFilter): number {
  const { sql, parameters } = chosen(filter)
  return one<{ n: number }>(database, `SELECT count(*) AS n FROM reviews ${sql}`, ...parameters)!.n
}

/** One review, or undefined. */
export function readReview(database: ReadableDatabase, id: number): ReviewRow | undefined {
  return one<ReviewRow>(database, `${REVIEW} WHERE reviews.id = ?`, id)
}

/** The ids of a reviewer's open reviews, in their order: of the same session where this one is part of a calibration. */
export function readOpenIds(
  database: ReadableDatabase,
  { reviewer, calibrationItemId }: Pick<ReviewRow, 'reviewer' | 'calibrationItemId'>,
): number[] {
  return all<{ id: number }>(
    database,
    `SELECT id FROM reviews WHERE state IN ('waiting', 'draft') AND (reviewer IS NULL OR reviewer IS ?1)
       AND (?2 IS NULL OR calibration_item_id IN (SELECT id FROM calibration_items WHERE session_id = (SELECT session_id FROM calibration_items WHERE id = ?2)))
     ${ORDER}`,
    reviewer,
    calibrationItemId,
  ).map(({ id }) => id)
}

/** The open or submitted review of a conversation on a form, drawn or asked for; calibrations are a matter of their own. */
export function findReviewOf(
  database: ReadableDatabase,
  interactionId: number,
  scorecardId: number,
): { id: number; state: ReviewRow['state']; selection: Selection } | undefined {
  return one(
    database,
    `SELECT id, state, selection FROM reviews WHERE interaction_id = ? AND scorecard_id = ? AND state <> 'skipped' AND selection <> 'calibration' ORDER BY id LIMIT 1`,
    interactionId,
    scorecardId,
  )
}

/** A conversation to be reviewed. */
export interface NewReview {
  scorecardId: number
  interactionId: number
  selection: Selection
  drawId: number | null
  why: string
  chance: number | null
  reviewer: string | null
  at: number
}

/** Puts a conversation into the queue; gives the review's id. */
export function insertReview(database: WritableDatabase, review: NewReview): number {
  return run(
    database,
    `INSERT INTO reviews (scorecard_id, interaction_id, source_id, contact_ref, day, selection, draw_id, why, chance, state, reviewer, created_at)
     SELECT ?1, id, source_id, contact_ref, day, ?3, ?4, ?5, ?6, 'waiting', ?7, ?8 FROM interactions WHERE id = ?2`,
    review.scorecardId,
    review.interactionId,
    review.selection,
    review.drawId,
    review.why,
    review.chance,
    review.reviewer,
    review.at,
  ).id
}

/** Gives reviews that are not done to somebody, or back to the pool; parts of a calibration stay whose they are. Gives how many changed hands. */
export function assignReviews(
  database: WritableDatabase,
  ids: readonly number[],
  reviewer: string | null,
): number {
  return run(
    database,
    `UPDATE reviews SET reviewer = ? WHERE state IN ('waiting', 'draft') AND selection <> 'calibration' AND reviewer IS NOT ? AND id IN (SELECT value FROM json_each(?))`,
    reviewer,
    reviewer,
    JSON.stringify(ids),
  ).changes
}

/** Notes that somebody has begun, on which version. */
export function beginReview(
  database: WritableDatabase,
  review: { id: number; versionId: number; reviewer: string; at: number },
): void {
  run(
    database,
    `UPDATE reviews SET state = 'draft', scorecard_version_id = ?, reviewer = coalesce(reviewer, ?), opened_at = coalesce(opened_at, ?) WHERE id = ?`,
    review.versionId,
    review.reviewer,
    review.at,
    review.id,
  )
}

/** Sets a review aside with the reason. */
export function skipReview(
  database: WritableDatabase,
  review: { id: number; reason: string; reviewer: string | null; at: number },
): void {
  run(
    database,
    `UPDATE reviews SET state = 'skipped', skip_reason = ?, skipped_at = ?, reviewer = coalesce(reviewer, ?) WHERE id = ?`,
    review.reason,
    review.at,
    review.reviewer,
    review.id,
  )
}

/** Brings a review back that was skipped or submitted: as a draft where it was opened. */
export function reviveReview(database: WritableDatabase, id: number): void {
  run(
    database,
    `UPDATE reviews SET state = iif(opened_at IS NULL, 'waiting', 'draft'), skip_reason = NULL, skipped_at = NULL, submitted_at = NULL WHERE id = ?`,
    id,
  )
}

/** Notes that a review is done. */
export function finishReview(database: WritableDatabase, id: number, at: number): void {
  run(database, `UPDATE reviews SET state = 'submitted', submitted_at = ? WHERE id = ?`, at, id)
}

/** Writes the remark on the whole conversation. */
export function writeComment(database: WritableDatabase, id: number, comment: string): void {
  run(database, 'UPDATE reviews SET comment = ? WHERE id = ?', comment, id)
}

/** Adds to the time somebody was at it; gives the sum. */
export function addWork(database: WritableDatabase, id: number, activeMs: number): number {
  run(database, 'UPDATE reviews SET active_ms = active_ms + ? WHERE id = ?', activeMs, id)
  return one<{ ms: number }>(database, 'SELECT active_ms AS ms FROM reviews WHERE id = ?', id)?.ms ?? 0
}

/** What everybody has to do and has done. */
export function readWorkload(database: ReadableDatabase): {
  reviewer: string | null
  waiting: number
  drafts: number
  submitted: number
  skipped: number
  medianActiveMs: number | null
}[] {
  return all(
    database,
    `SELECT reviewer, sum(state = 'waiting') AS waiting, sum(state = 'draft') AS drafts, sum(state = 'submitted') AS submitted, sum(state = 'skipped') AS skipped,
       median(iif(state = 'submitted' AND active_ms > 0, active_ms, NULL)) AS medianActiveMs
     FROM reviews GROUP BY reviewer ORDER BY reviewer IS NULL DESC, reviewer`,
  )
}

/** Everybody who has evaluated something, here or in an import, most evaluations first. */
export function readReviewers(database: ReadableDatabase): string[] {
  return all<{ name: string }>(
    database,
    `SELECT evaluator AS name FROM evaluations WHERE evaluator IS NOT NULL AND origin <> 'automated' GROUP BY evaluator
     UNION SELECT reviewer FROM reviews WHERE reviewer IS NOT NULL ORDER BY 1 LIMIT 500`,
  ).map(({ name }) => name)
}
