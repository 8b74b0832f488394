import { PICKED_BY_CHANCE } from '../../quality/index.ts'
import { all, type ReadableDatabase } from '../../store/index.ts'

/** How often a question applied where it was asked; of drawn reviews in the conversations these stand for. */
export interface ApplicabilityRow {
  driverId: string
  isDrawn: number
  asked: number
  applied: number
}

/**
 * For each question answered in a window, over everybody: in how many evaluations it was asked, and in how many it applied; drawn reviews by what
 * they stand for, and apart from the others. What a person or its risk alone picked tells nothing of it.
 */
export function readApplicability(
  database: ReadableDatabase,
  window: { from: number; to: number },
): ApplicabilityRow[] {
  return all<ApplicabilityRow>(
    database,
    `SELECT CASE WHEN origin <> 'automated' THEN 'question:' || questions.id WHEN transcript_id IS NULL THEN 'auto:' || questions.id
              WHEN fact.id IN (SELECT evaluation_id FROM rule_evaluations) THEN 'auto:rule:' || questions.id ELSE 'auto:' || stable_key END AS driverId, fact.weight IS NOT NULL AS isDrawn,
       sum(ifnull(fact.weight, 1)) AS asked, sum(ifnull(fact.weight, 1) * (answers.is_not_applicable = 0)) AS applied
     FROM evaluations AS fact JOIN answers ON answers.evaluation_id = fact.id JOIN questions ON questions.id = answers.question_id
     WHERE contact_day BETWEEN ? AND ? AND is_calibration = 0 AND scorer_id IS NULL AND ${PICKED_BY_CHANCE} GROUP BY 1, 2`,
    window.from,
    window.to,
  )
}
