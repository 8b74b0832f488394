import { all, run, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'

/** Something a reviewer handed in of one conversation. */
export interface SubmissionRow {
  itemId: number
  reviewer: string
  digest: string
  submittedAt: number | null
  cameAt: number
  fileName: string | null
  /** JSON. */
  content: string
}

const SUBMISSION = `SELECT item_id AS itemId, reviewer, digest, submitted_at AS submittedAt, came_at AS cameAt, file_name AS fileName, content FROM calibration_submissions`

/** Everything a reviewer handed in of a conversation. */
export function readSubmissions(
  database: ReadableDatabase,
  itemId: number,
  reviewer: string,
): SubmissionRow[] {
  return all<SubmissionRow>(
    database,
    `${SUBMISSION} WHERE item_id = ? AND reviewer = ? ORDER BY id`,
    itemId,
    reviewer,
  )
}

/** Everything handed in to a session, the newest first. */
export function readSubmissionsOf(
  database: ReadableDatabase,
  sessionId: number,
): (SubmissionRow & { position: number })[] {
  return all(
    database,
    `SELECT item_id AS itemId, reviewer, digest, submitted_at AS submittedAt, came_at AS cameAt, file_name AS fileName, content, position
     FROM calibration_submissions JOIN calibration_items ON calibration_items.id = item_id
     WHERE session_id = ? ORDER BY came_at DESC, calibration_submissions.id DESC`,
    sessionId,
  )
}

/** Keeps what was handed in; does nothing where the same is there. */
export function keepSubmission(database: WritableDatabase, submission: SubmissionRow): void {
  run(
    database,
    `INSERT INTO calibration_submissions (item_id, reviewer, digest, submitted_at, came_at, file_name, content) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    submission.itemId,
    submission.reviewer,
    submission.digest,
    submission.submittedAt,
    submission.cameAt,
    submission.fileName,
    submission.content,
  )
}

/** Empties a review for what is to stand in it. */
export function clearReview(
  database: WritableDatabase,
  review: { id: number; activeMs: number; comment: string; at: number },
): void {
  run(database, 'DELETE FROM review_answers WHERE review_id = ?', review.id)
  run(
    database,
    `UPDATE reviews SET state = 'draft', opened_at = coalesce(opened_at, ?), submitted_at = NULL, skipped_at = NULL, skip_reason = NULL, active_ms = ?, comment = ? WHERE id = ?`,
    review.at,
    review.activeMs,
    review.comment,
    review.id,
  )
}
