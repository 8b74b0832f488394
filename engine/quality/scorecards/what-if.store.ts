import { all, type ReadableDatabase } from '../../store/index.ts'

/** An answer of an evaluation by a person, with the evaluation's own score (0..1). */
export interface ScoredAnswerRow {
  evaluationId: number
  interactionId: number | null
  personId: number | null
  day: number
  /** As the export states it, else as it was computed. */
  stated: number | null
  reviewId: number | null
  stableKey: string
  label: string
  value: string | null
  isNotApplicable: number
}

/** All answers of a form's evaluations by people on these days, evaluation by evaluation; calibrations do not count. */
export function readAnswersToScore(
  database: ReadableDatabase,
  scorecardId: number,
  days: { from: number; to: number },
): ScoredAnswerRow[] {
  return all<ScoredAnswerRow>(
    database,
    `SELECT evaluations.id AS evaluationId, evaluations.interaction_id AS interactionId, identities.person_id AS personId, contact_day AS day,
       coalesce(vendor_score, computed_score) AS stated, review_id AS reviewId, stable_key AS stableKey, label, value, is_not_applicable AS isNotApplicable
     FROM evaluations JOIN scorecard_versions ON scorecard_versions.id = evaluations.scorecard_version_id
     JOIN answers ON evaluation_id = evaluations.id JOIN questions ON questions.id = question_id
     LEFT JOIN interactions ON interactions.id = evaluations.interaction_id
     LEFT JOIN identities ON identities.id = coalesce(evaluations.identity_id, interactions.identity_id)
     WHERE scorecard_versions.scorecard_id = ? AND contact_day BETWEEN ? AND ? AND origin <> 'automated' AND is_calibration = 0
     ORDER BY evaluations.id`,
    scorecardId,
    days.from,
    days.to,
  )
}
