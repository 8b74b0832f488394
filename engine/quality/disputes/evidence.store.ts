import type { AttachedMoment } from '../../../shared/contract/reviews.ts'
import { all, one, type ReadableDatabase } from '../../store/index.ts'

/** The spans an answer rests on. */
export function readAnswerEvidence(
  database: ReadableDatabase,
  evaluationId: number,
  questionId: number,
): AttachedMoment[] {
  return all<AttachedMoment>(
    database,
    `SELECT segment, start_char AS startChar, end_char AS endChar, start_ms AS startMs, end_ms AS endMs, quote
     FROM answer_evidence WHERE evaluation_id = ? AND question_id = ? ORDER BY position`,
    evaluationId,
    questionId,
  )
}

/** What the reviewer wrote beside an answer; null for nothing. */
export function readAnswerComment(
  database: ReadableDatabase,
  evaluationId: number,
  questionId: number,
): string | null {
  return (
    one<{ comment: string | null }>(
      database,
      'SELECT comment FROM answers WHERE evaluation_id = ? AND question_id = ?',
      evaluationId,
      questionId,
    )?.comment ?? null
  )
}

/** The last dispute of each answer of some evaluations, withdrawn ones left out. */
export function readDisputesOf(
  database: ReadableDatabase,
  evaluationIds: readonly number[],
): {
  evaluationId: number
  questionId: number
  id: number
  state: 'open' | 'upheld' | 'overturned'
  statedValue: string | null
}[] {
  return all(
    database,
    // of several rounds the row of the newest is taken with max()
    `SELECT disputes.evaluation_id AS evaluationId, disputes.question_id AS questionId, max(disputes.id) AS id, coalesce(outcome, 'open') AS state, stated.value AS statedValue
     FROM disputes LEFT JOIN dispute_resolutions ON dispute_id = disputes.id AND undone_at IS NULL
     LEFT JOIN answer_edits AS stated ON stated.evaluation_id = disputes.evaluation_id AND stated.question_id = disputes.question_id
     WHERE disputes.evaluation_id IN (SELECT value FROM json_each(?)) AND withdrawn_at IS NULL GROUP BY disputes.evaluation_id, disputes.question_id`,
    JSON.stringify(evaluationIds),
  )
}
