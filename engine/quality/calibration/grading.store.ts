import { all, one, type ReadableDatabase } from '../../store/index.ts'

/** A question by its id in the workspace, or undefined. */
export function readQuestionById(
  database: ReadableDatabase,
  id: number,
): { scorecardId: number; stableKey: string } | undefined {
  return one(
    database,
    'SELECT scorecard_id AS scorecardId, stable_key AS stableKey FROM questions WHERE id = ?',
    id,
  )
}

/** An evaluation by a person on a form, as reviewers are graded by. */
export interface GradedEvaluationRow {
  id: number
  reviewer: string
  personId: number | null
  /** What tells one contact from another. */
  contact: string | null
  score: number | null
  at: number | null
  versionId: number
  activeMs: number | null
  isCalibration: number
}

/**
 * Evaluations by people on a form whose contacts fall into some days (numbers, both included). What a person picked to be looked at is left out,
 * since nobody knows what it stands for; calibrations count once they are revealed.
 */
export function readGraded(
  database: ReadableDatabase,
  scorecardId: number,
  days: { from: number; to: number },
): GradedEvaluationRow[] {
  return all<GradedEvaluationRow>(
    database,
    `SELECT evaluations.id, evaluator AS reviewer, identities.person_id AS personId,
       coalesce('i' || evaluations.interaction_id, 'r' || evaluations.contact_ref, 'c' || calibration_items.id) AS contact,
       coalesce(vendor_score, computed_score) AS score, evaluated_at AS at, evaluations.scorecard_version_id AS versionId,
       reviews.active_ms AS activeMs, is_calibration AS isCalibration
     FROM evaluations JOIN scorecard_versions ON scorecard_versions.id = evaluations.scorecard_version_id
     LEFT JOIN interactions ON interactions.id = evaluations.interaction_id
     LEFT JOIN identities ON identities.id = coalesce(evaluations.identity_id, interactions.identity_id)
     LEFT JOIN reviews ON reviews.id = evaluations.review_id LEFT JOIN calibration_items ON calibration_items.id = calibration_item_id
     LEFT JOIN calibration_sessions ON calibration_sessions.id = calibration_items.session_id
     LEFT JOIN calibration_reviewers ON calibration_reviewers.session_id = calibration_sessions.id AND calibration_reviewers.reviewer = evaluator
     WHERE scorecard_versions.scorecard_id = ? AND evaluations.contact_day BETWEEN ? AND ? AND origin <> 'automated' AND evaluator IS NOT NULL
       AND (is_representative = 1 OR is_calibration = 1) AND coalesce(calibration_sessions.state, 'revealed') <> 'scoring' AND coalesce(is_left_out, 0) = 0
     ORDER BY evaluated_at, evaluations.id`,
    scorecardId,
    days.from,
    days.to,
  )
}

/** An answer of one of them. */
export interface GradedAnswerRow {
  evaluationId: number
  questionId: number
  stableKey: string
  label: string
  section: string | null
  value: string | null
  score: number | null
  isNotApplicable: number
  setBy: string | null
}

/** The answers of these evaluations, in the form's order. */
export function readGradedAnswers(
  database: ReadableDatabase,
  evaluationIds: readonly number[],
): GradedAnswerRow[] {
  return all<GradedAnswerRow>(
    database,
    `SELECT evaluation_id AS evaluationId, question_id AS questionId, stable_key AS stableKey, label, section, value, score, is_not_applicable AS isNotApplicable, set_by AS setBy
     FROM answers JOIN questions ON questions.id = question_id WHERE evaluation_id IN (SELECT value FROM json_each(?)) ORDER BY position, question_id`,
    JSON.stringify(evaluationIds),
  )
}

/** The closed sessions on a form that were settled since an instant. */
export function readSettledSessions(
  database: ReadableDatabase,
  scorecardId: number,
  since: number,
): number[] {
  return all<{ id: number }>(
    database,
    `SELECT id FROM calibration_sessions WHERE scorecard_id = ? AND state = 'settled' AND settled_at >= ? ORDER BY id`,
    scorecardId,
    since,
  ).map(({ id }) => id)
}
