import { all, run, type ReadableDatabase, type WritableDatabase } from '../../../store/index.ts'
import type { ScoredQuestion } from './double-scored.store.ts'
import type { AnswerOutcome } from './outcome-of-answer.ts'

/** An answer a scorer filled in and that stands, or stood until a dispute, as it was filled in. */
export interface GivenAnswer {
  scorerVersion: string
  automated: 'pass' | 'fail'
  /** An untouched one is counted nowhere else: this is when its review was submitted. */
  submittedAt: number
  /** A dispute of it was decided, it was overturned, and that for its being wrong and not out of goodwill. */
  isDecided: number
  isOverturned: number
  isError: number
}

/** The answers of a question that a scorer filled in and a reviewer submitted as they were, with what disputes made of them. */
export function readGivenAnswers(
  database: ReadableDatabase,
  { scorecardId, questionKey, scorerId }: ScoredQuestion,
): GivenAnswer[] {
  return all<GivenAnswer>(
    database,
    `WITH made AS (
       SELECT evaluation_id, question_id, max(outcome = 'overturned') AS isOverturned, max(outcome = 'overturned' AND fault IS 'reviewer') AS isError
       FROM disputes JOIN dispute_resolutions ON dispute_id = disputes.id WHERE undone_at IS NULL AND withdrawn_at IS NULL GROUP BY 1, 2)
     SELECT double_scored.scorer_version AS scorerVersion, automated, reviews.submitted_at AS submittedAt, made.evaluation_id IS NOT NULL AS isDecided,
       ifnull(isOverturned, 0) AS isOverturned, ifnull(isError, 0) AS isError
     FROM double_scored JOIN reviews ON reviews.id = double_scored.review_id JOIN evaluations ON evaluations.review_id = reviews.id
     JOIN questions ON questions.scorecard_id = double_scored.scorecard_id AND stable_key = question_key
     JOIN answers ON answers.evaluation_id = evaluations.id AND answers.question_id = questions.id
     LEFT JOIN answer_edits AS stated ON stated.evaluation_id = answers.evaluation_id AND stated.question_id = answers.question_id
     LEFT JOIN made ON made.evaluation_id = answers.evaluation_id AND made.question_id = answers.question_id
     WHERE double_scored.scorecard_id = ? AND question_key = ? AND double_scored.scorer_id = ? AND filled_by = double_scored.scorer_id
       AND iif(stated.evaluation_id IS NULL, answers.is_not_applicable, stated.is_not_applicable) = 0
       AND (iif(stated.evaluation_id IS NULL, answers.score, stated.score) > 0.5) = (automated = 'pass')
       AND submitted_at IS NOT NULL ORDER BY submitted_at`,
    scorecardId,
    questionKey,
    scorerId,
  )
}

/** An answer of a review that stands overturned because its reviewer was wrong: what was decided, as JSON. */
export interface OverturnedReference {
  reviewId: number
  questionKey: string
  versionId: number
  answer: string
}

/** Every answer of a review that a scorer was compared with and that stands overturned; of several rounds the last. */
export function readOverturnedReferences(database: ReadableDatabase): OverturnedReference[] {
  return all<OverturnedReference>(
    database,
    `SELECT reviews.id AS reviewId, stable_key AS questionKey, reviews.scorecard_version_id AS versionId, dispute_resolutions.answer
     FROM disputes JOIN dispute_resolutions ON dispute_id = disputes.id AND undone_at IS NULL AND outcome = 'overturned' AND fault = 'reviewer'
     JOIN evaluations ON evaluations.id = disputes.evaluation_id JOIN reviews ON reviews.id = evaluations.review_id
     JOIN questions ON questions.id = disputes.question_id
     WHERE withdrawn_at IS NULL AND EXISTS (SELECT 1 FROM double_scored WHERE double_scored.review_id = reviews.id AND question_key = stable_key)
     ORDER BY round, dispute_resolutions.id`,
  )
}

/** An answer of a person that a dispute corrected, beside one scorer of it. */
export interface CorrectedRow extends ScoredQuestion {
  reviewId: number
  human: AnswerOutcome | null
  corrected: AnswerOutcome | null
  correctedOption: string | null
  isCounted: number
}

/** The double-scored answers of these reviews, and all that are corrected already. */
export function readCorrectable(database: ReadableDatabase, reviewIds: readonly number[]): CorrectedRow[] {
  return all<CorrectedRow>(
    database,
    `SELECT review_id AS reviewId, scorecard_id AS scorecardId, question_key AS questionKey, scorer_id AS scorerId, human, corrected, corrected_option AS correctedOption,
       counted_at IS NOT NULL AND filled_by IS NULL AS isCounted
     FROM double_scored WHERE corrected IS NOT NULL OR review_id IN (SELECT value FROM json_each(?)) ORDER BY review_id, question_key, scorer_id`,
    JSON.stringify(reviewIds),
  )
}

/** Says what a dispute made of a person's answer; NULL: what the person said holds. */
export function writeCorrection(
  database: WritableDatabase,
  { reviewId, questionKey, scorerId }: Pick<CorrectedRow, 'reviewId' | 'questionKey' | 'scorerId'>,
  to: { outcome: AnswerOutcome; option: string } | null,
): void {
  run(
    database,
    'UPDATE double_scored SET corrected = ?, corrected_option = ? WHERE review_id = ? AND question_key = ? AND scorer_id = ?',
    to?.outcome ?? null,
    to?.option ?? null,
    reviewId,
    questionKey,
    scorerId,
  )
}
