import { all, type ReadableDatabase } from '../../store/index.ts'

/** How often a question applied where it was asked. */
export interface ApplicabilityRow {
  driverId: string
  asked: number
  applied: number
}

/** For each question answered in a window, over everybody: in how many evaluations it was asked, and in how many it applied. */
export function readApplicability(
  database: ReadableDatabase,
  window: { from: number; to: number },
): ApplicabilityRow[] {
  return all<ApplicabilityRow>(
    database,
    `SELECT CASE WHEN origin <> 'automated' THEN 'question:' || questions.id WHEN transcript_id IS NULL THEN 'auto:' || questions.id
              WHEN evaluations.id IN (SELECT evaluation_id FROM rule_evaluations) THEN 'auto:rule:' || questions.id ELSE 'auto:' || stable_key END AS driverId, count(*) AS asked, sum(answers.is_not_applicable = 0) AS applied
     FROM evaluations JOIN answers ON answers.evaluation_id = evaluations.id JOIN questions ON questions.id = answers.question_id
     WHERE contact_day BETWEEN ? AND ? AND is_calibration = 0 AND scorer_id IS NULL GROUP BY 1`,
    window.from,
    window.to,
  )
}
