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
