import type { Selection } from '../../../shared/contract/reviews.ts'
import { mayScore } from '../../governance/index.ts'
import { all, type ReadableDatabase } from '../../store/index.ts'

/** An answer given in the window. Score 0..1, null where it does not apply or scores nothing. */
export interface WorthAnswer {
  questionId: number
  score: number | null
  isNotApplicable: number
  setBy: 'reviewer' | 'default' | 'condition' | 'automation' | 'over automation' | null
  isAutomated: number
  personId: number | null
  /** NULL where an import brought it: nobody knows how it was selected. */
  selection: Selection | null
  /** What it stands for: 1 over its chance; NULL where it was not drawn. */
  weight: number | null
}

/** Answers to a form on these days; calibrations do not count, nor does automation while it may not score. */
export function readWorthAnswers(
  database: ReadableDatabase,
  scorecardId: number,
  days: { from: number; to: number },
): WorthAnswer[] {
  return all<WorthAnswer>(
    database,
    `SELECT question_id AS questionId, score, is_not_applicable AS isNotApplicable, set_by AS setBy, origin = 'automated' AS isAutomated, identities.person_id AS personId, selection, evaluations.weight
     FROM scorecard_versions JOIN evaluations ON evaluations.scorecard_version_id = scorecard_versions.id JOIN answers ON evaluation_id = evaluations.id
     LEFT JOIN reviews ON reviews.id = review_id LEFT JOIN interactions ON interactions.id = evaluations.interaction_id
     LEFT JOIN identities ON identities.id = coalesce(evaluations.identity_id, interactions.identity_id)
     WHERE scorecard_versions.scorecard_id = ? AND contact_day BETWEEN ? AND ? AND is_calibration = 0
       AND (${mayScore(database) ? 'TRUE' : 'FALSE'} OR origin <> 'automated')`,
    scorecardId,
    days.from,
    days.to,
  )
}

/** What one reviewer answered on a conversation that others answered too. */
export interface DoubleAnswer {
  questionId: number
  item: string
  evaluator: string
  score: number | null
  isNotApplicable: number
}

/**
 * Answers by people to conversations that two or more of them scored on this form, of all time; as they gave them, whatever was decided on disputes.
 * Calibrations tell nothing before they are revealed, nor of whom they were revealed without.
 */
export function readDoubleAnswers(database: ReadableDatabase, scorecardId: number): DoubleAnswer[] {
  return all<DoubleAnswer>(
    database,
    `WITH scored AS MATERIALIZED (
       SELECT evaluations.id, evaluator, coalesce('i' || interaction_id, 'r' || contact_ref) AS item
       FROM evaluations JOIN scorecard_versions ON scorecard_versions.id = scorecard_version_id
       WHERE scorecard_id = ? AND origin <> 'automated' AND evaluator IS NOT NULL AND (interaction_id IS NOT NULL OR contact_ref IS NOT NULL)
         AND NOT EXISTS (
           SELECT 1 FROM reviews JOIN calibration_items ON calibration_items.id = calibration_item_id JOIN calibration_sessions ON calibration_sessions.id = calibration_items.session_id
           LEFT JOIN calibration_reviewers ON calibration_reviewers.session_id = calibration_sessions.id AND calibration_reviewers.reviewer = evaluator
           WHERE reviews.id = evaluations.review_id AND (calibration_sessions.state = 'scoring' OR is_left_out = 1))),
     twice AS MATERIALIZED (SELECT item FROM scored GROUP BY item HAVING count(DISTINCT evaluator) > 1)
     SELECT answers.question_id AS questionId, item, evaluator, iif(stated.question_id IS NULL, answers.score, stated.score) AS score,
       iif(stated.question_id IS NULL, answers.is_not_applicable, stated.is_not_applicable) AS isNotApplicable
     FROM twice JOIN scored USING (item) JOIN answers ON answers.evaluation_id = scored.id
     LEFT JOIN answer_edits AS stated ON stated.evaluation_id = scored.id AND stated.question_id = answers.question_id
     ORDER BY scored.id`,
    scorecardId,
  )
}

/** When an answer of a submitted review was last set at the desk. */
export interface TimedAnswer {
  reviewId: number
  questionKey: string
  answeredAt: number
}

/** What reviewers answered at the desk, review by review and in order of time. */
export function readTimedAnswers(
  database: ReadableDatabase,
  scorecardId: number,
  days: { from: number; to: number },
): TimedAnswer[] {
  return all<TimedAnswer>(
    database,
    `SELECT review_id AS reviewId, question_key AS questionKey, answered_at AS answeredAt FROM reviews JOIN review_answers ON review_id = reviews.id
     WHERE scorecard_id = ? AND state = 'submitted' AND day BETWEEN ? AND ? AND set_by = 'reviewer' ORDER BY review_id, answered_at`,
    scorecardId,
    days.from,
    days.to,
  )
}
