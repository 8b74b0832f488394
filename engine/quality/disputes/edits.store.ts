import { all, one, run, type ReadableDatabase, type WritableDatabase } from '../../store/index.ts'

/** An answer as a decision may change it. */
export interface EditableAnswer {
  questionId: number
  value: string | null
  score: number | null
  points: number | null
  maxPoints: number | null
  weight: number | null
  isNotApplicable: number
  hasFailedCritical: number
}

/** An answer of a disputed evaluation with its question. */
export interface SubjectAnswer extends EditableAnswer {
  stableKey: string
  label: string
  section: string | null
  isCritical: number
  questionWeight: number | null
}

/** An evaluation somebody may dispute. Scores 0..1. */
export interface Subject {
  id: number
  scorecardId: number
  form: string
  version: string
  versionId: number
  reviewId: number | null
  sourceId: number | null
  evaluationRef: string | null
  contentKey: string | null
  origin: 'human' | 'automated' | 'assisted'
  isCalibration: number
  personId: number | null
  evaluator: string | null
  evaluatedAt: number | null
  contactDay: number | null
  interactionId: number | null
  transcriptId: number | null
  contactRef: string | null
  vendorScore: number | null
  computedScore: number | null
  scoreBeforeFail: number | null
  hasFailedCritical: number
}

/** An evaluation as it stands, or undefined. */
export function readSubject(database: ReadableDatabase, evaluationId: number): Subject | undefined {
  return one<Subject>(
    database,
    `SELECT evaluations.id, scorecard_id AS scorecardId, scorecards.name AS form, version, scorecard_version_id AS versionId, review_id AS reviewId, evaluations.source_id AS sourceId,
       evaluation_ref AS evaluationRef, evaluations.content_key AS contentKey, origin, is_calibration AS isCalibration, identities.person_id AS personId, evaluator, evaluated_at AS evaluatedAt,
       contact_day AS contactDay, evaluations.interaction_id AS interactionId,
       (SELECT id FROM transcripts WHERE transcripts.interaction_id = evaluations.interaction_id ORDER BY id LIMIT 1) AS transcriptId,
       coalesce(evaluations.contact_ref, interactions.contact_ref) AS contactRef, vendor_score AS vendorScore, computed_score AS computedScore, score_before_fail AS scoreBeforeFail,
       has_failed_critical AS hasFailedCritical
     FROM evaluations JOIN scorecard_versions ON scorecard_versions.id = scorecard_version_id JOIN scorecards ON scorecards.id = scorecard_id
     LEFT JOIN interactions ON interactions.id = evaluations.interaction_id LEFT JOIN identities ON identities.id = coalesce(evaluations.identity_id, interactions.identity_id)
     WHERE evaluations.id = ?`,
    evaluationId,
  )
}

/** Its answers as they stand, in the form's order. */
export function readSubjectAnswers(database: ReadableDatabase, evaluationId: number): SubjectAnswer[] {
  return all<SubjectAnswer>(
    database,
    `SELECT question_id AS questionId, value, score, points, max_points AS maxPoints, answers.weight, is_not_applicable AS isNotApplicable, has_failed_critical AS hasFailedCritical,
       stable_key AS stableKey, label, section, is_critical AS isCritical, questions.weight AS questionWeight
     FROM answers JOIN questions ON questions.id = question_id WHERE evaluation_id = ? ORDER BY position, question_id`,
    evaluationId,
  )
}

/** What an evaluation's reviewer or import states of its score, where a decision changed it. */
export function readStatedScore(
  database: ReadableDatabase,
  evaluationId: number,
):
  | {
      vendorScore: number | null
      computedScore: number | null
      scoreBeforeFail: number | null
      hasFailedCritical: number
    }
  | undefined {
  return one(
    database,
    `SELECT vendor_score AS vendorScore, computed_score AS computedScore, score_before_fail AS scoreBeforeFail, has_failed_critical AS hasFailedCritical FROM evaluation_edits WHERE evaluation_id = ?`,
    evaluationId,
  )
}

/** Puts back what is stated of an evaluation and its answers, and forgets that decisions had changed them. */
export function restoreStated(database: WritableDatabase, evaluationId: number): void {
  run(
    database,
    `UPDATE answers SET value = stated.value, score = stated.score, points = stated.points, max_points = stated.max_points, weight = stated.weight,
       is_not_applicable = stated.is_not_applicable, has_failed_critical = stated.has_failed_critical
     FROM answer_edits AS stated WHERE answers.evaluation_id = ?1 AND stated.evaluation_id = ?1 AND stated.question_id = answers.question_id`,
    evaluationId,
  )
  run(
    database,
    `UPDATE evaluations SET vendor_score = stated.vendor_score, computed_score = stated.computed_score, score_before_fail = stated.score_before_fail,
       has_failed_critical = stated.has_failed_critical
     FROM evaluation_edits AS stated WHERE evaluations.id = ?1 AND stated.evaluation_id = ?1`,
    evaluationId,
  )
  run(database, 'DELETE FROM answer_edits WHERE evaluation_id = ?', evaluationId)
  run(database, 'DELETE FROM evaluation_edits WHERE evaluation_id = ?', evaluationId)
}

/** Puts back what is stated of all evaluations on a scorecard that decisions changed. */
export function restoreStatedOf(database: WritableDatabase, scorecardId: number): void {
  const changed = all<{ id: number }>(
    database,
    `SELECT evaluation_id AS id FROM evaluation_edits JOIN evaluations ON evaluations.id = evaluation_id
     JOIN scorecard_versions ON scorecard_versions.id = scorecard_version_id WHERE scorecard_id = ?`,
    scorecardId,
  )
  for (const { id } of changed) restoreStated(database, id)
}

/** Changes an answer; what is stated of it is kept. */
export function editAnswer(database: WritableDatabase, evaluationId: number, answer: EditableAnswer): void {
  run(
    database,
    `INSERT INTO answer_edits (evaluation_id, question_id, value, score, points, max_points, weight, is_not_applicable, has_failed_critical)
     SELECT evaluation_id, question_id, value, score, points, max_points, weight, is_not_applicable, has_failed_critical FROM answers WHERE evaluation_id = ? AND question_id = ?`,
    evaluationId,
    answer.questionId,
  )
  run(
    database,
    `UPDATE answers SET value = ?, score = ?, points = ?, max_points = ?, weight = ?, is_not_applicable = ?, has_failed_critical = ? WHERE evaluation_id = ? AND question_id = ?`,
    answer.value,
    answer.score,
    answer.points,
    answer.maxPoints,
    answer.weight,
    answer.isNotApplicable,
    answer.hasFailedCritical,
    evaluationId,
    answer.questionId,
  )
}

/** Changes an evaluation's score; what is stated of it is kept. */
export function editScore(
  database: WritableDatabase,
  evaluationId: number,
  score: {
    vendorScore: number | null
    computedScore: number | null
    scoreBeforeFail: number | null
    hasFailedCritical: boolean
  },
): void {
  run(
    database,
    `INSERT INTO evaluation_edits (evaluation_id, vendor_score, computed_score, score_before_fail, has_failed_critical)
     SELECT id, vendor_score, computed_score, score_before_fail, has_failed_critical FROM evaluations WHERE id = ?`,
    evaluationId,
  )
  run(
    database,
    'UPDATE evaluations SET vendor_score = ?, computed_score = ?, score_before_fail = ?, has_failed_critical = ? WHERE id = ?',
    score.vendorScore,
    score.computedScore,
    score.scoreBeforeFail,
    Number(score.hasFailedCritical),
    evaluationId,
  )
}

/** Evaluations with a standing overturn that does not show in their answers: new ones, and those an import stated anew. */
export function readUnapplied(database: ReadableDatabase): number[] {
  return all<{ id: number }>(
    database,
    `SELECT DISTINCT evaluation_id AS id FROM disputes JOIN dispute_resolutions ON dispute_id = disputes.id
     WHERE outcome = 'overturned' AND undone_at IS NULL AND withdrawn_at IS NULL AND evaluation_id IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM evaluation_edits WHERE evaluation_edits.evaluation_id = disputes.evaluation_id)`,
  ).map(({ id }) => id)
}

/** A dispute whose evaluation went with its import. */
export interface DetachedRow {
  id: number
  sourceId: number | null
  evaluationRef: string | null
  contentKey: string | null
  evaluatedAt: number | null
  evaluator: string | null
}

/** Disputes whose evaluation went with its import. */
export function readDetached(database: ReadableDatabase): DetachedRow[] {
  return all<DetachedRow>(
    database,
    `SELECT id, source_id AS sourceId, evaluation_ref AS evaluationRef, content_key AS contentKey, evaluated_at AS evaluatedAt, evaluator
     FROM disputes WHERE evaluation_id IS NULL AND review_id IS NULL`,
  )
}

/** The evaluations of a source under a vendor's id, or of a content key. */
export function findEvaluations(
  database: ReadableDatabase,
  { sourceId, evaluationRef, contentKey }: Omit<DetachedRow, 'id' | 'evaluatedAt' | 'evaluator'>,
): { id: number; evaluatedAt: number | null; evaluator: string | null }[] {
  const [column, key] =
    evaluationRef === null ? ['content_key', contentKey] : ['evaluation_ref', evaluationRef]
  return all(
    database,
    `SELECT id, evaluated_at AS evaluatedAt, evaluator FROM evaluations WHERE ${column} = ? AND source_id = ?`,
    key,
    sourceId,
  )
}

/** The evaluation of a review, or undefined. */
export function findEvaluationOfReview(database: ReadableDatabase, reviewId: number): number | undefined {
  return one<{ id: number }>(database, 'SELECT id FROM evaluations WHERE review_id = ?', reviewId)?.id
}

/** Gives a dispute its evaluation again. */
export function attachDispute(database: WritableDatabase, id: number, evaluationId: number): void {
  run(database, 'UPDATE disputes SET evaluation_id = ? WHERE id = ?', evaluationId, id)
}

/** Its answers as they are stated: without what decisions changed. */
export function readStatedAnswers(database: ReadableDatabase, evaluationId: number): SubjectAnswer[] {
  const stated = all<EditableAnswer>(
    database,
    `SELECT question_id AS questionId, value, score, points, max_points AS maxPoints, weight, is_not_applicable AS isNotApplicable, has_failed_critical AS hasFailedCritical
     FROM answer_edits WHERE evaluation_id = ?`,
    evaluationId,
  )
  const byQuestion = new Map(stated.map((answer) => [answer.questionId, answer]))
  return readSubjectAnswers(database, evaluationId).map((answer) => ({
    ...answer,
    ...byQuestion.get(answer.questionId),
  }))
}
