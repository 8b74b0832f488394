import { one, run, type WritableDatabase } from '../../store/index.ts'

/** What a review came to. Scores 0..1. */
export interface ReviewedEvaluation {
  reviewId: number
  versionId: number
  sourceId: number | null
  contactRef: string | null
  interactionId: number | null
  evaluator: string | null
  at: number
  day: number | null
  score: number | null
  scoreBeforeFail: number | null
  hasFailedCritical: boolean
  isRepresentative: boolean
  isCalibration: boolean
  /** Some of its answers are as automation filled them in. */
  isAssisted: boolean
  comment: string | null
}

/** Writes the evaluation of a review; its person is the contact's. Gives its id. */
export function insertReviewedEvaluation(database: WritableDatabase, evaluation: ReviewedEvaluation): number {
  return run(
    database,
    `INSERT INTO evaluations (review_id, source_id, scorecard_version_id, contact_ref, interaction_id, evaluator, evaluated_at, day, contact_day,
       computed_score, score_before_fail, has_failed_critical, comment, is_representative, is_calibration, origin)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)`,
    evaluation.reviewId,
    evaluation.sourceId,
    evaluation.versionId,
    evaluation.contactRef,
    evaluation.interactionId,
    evaluation.evaluator,
    evaluation.at,
    evaluation.day,
    evaluation.score,
    evaluation.scoreBeforeFail,
    Number(evaluation.hasFailedCritical),
    evaluation.comment,
    Number(evaluation.isRepresentative),
    Number(evaluation.isCalibration),
    evaluation.isAssisted ? 'assisted' : 'human',
  ).id
}

/** Writes one of its answers. */
export function insertReviewedAnswer(
  database: WritableDatabase,
  evaluationId: number,
  answer: {
    questionId: number
    value: string | null
    score: number | null
    points: number | null
    maxPoints: number
    weight: number | null
    isNotApplicable: boolean
    hasFailedCritical: boolean
    comment: string | null
    setBy: string
    rootCauses: readonly string[]
  },
): void {
  run(
    database,
    `INSERT INTO answers (evaluation_id, question_id, value, score, points, max_points, weight, is_not_applicable, has_failed_critical, comment, set_by, root_causes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    evaluationId,
    answer.questionId,
    answer.value,
    answer.score,
    answer.points,
    answer.maxPoints,
    answer.weight,
    Number(answer.isNotApplicable),
    Number(answer.hasFailedCritical),
    answer.comment,
    answer.setBy,
    answer.rootCauses.length === 0 ? null : JSON.stringify(answer.rootCauses),
  )
}

/** Writes a span one of its answers rests on. */
export function insertReviewedEvidence(
  database: WritableDatabase,
  span: {
    evaluationId: number
    questionId: number
    position: number
    segment: number
    startChar: number
    endChar: number
    startMs: number | null
    endMs: number | null
    quote: string
  },
): void {
  run(
    database,
    `INSERT INTO answer_evidence (evaluation_id, question_id, position, segment, start_char, end_char, start_ms, end_ms, quote) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    span.evaluationId,
    span.questionId,
    span.position,
    span.segment,
    span.startChar,
    span.endChar,
    span.startMs,
    span.endMs,
    span.quote,
  )
}

/** Takes the evaluation of a review away; gives the day it counted on. */
export function deleteEvaluationOf(database: WritableDatabase, reviewId: number): number | null {
  const day = one<{ day: number | null }>(
    database,
    'SELECT contact_day AS day FROM evaluations WHERE review_id = ?',
    reviewId,
  )?.day
  run(database, 'DELETE FROM evaluations WHERE review_id = ?', reviewId)
  return day ?? null
}
