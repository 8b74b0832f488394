import { all, type ReadableDatabase } from '../../store/index.ts'

/** A critical question that failed in a human evaluation. */
export interface CriticalRow {
  personId: number
  questionId: number
  label: string
  evaluationId: number
  at: number | null
}

/** The critical failures of a window, newest first. Calibrations and automated evaluations never count. */
export function readCriticalFailures(
  database: ReadableDatabase,
  window: { from: number; to: number },
): CriticalRow[] {
  return all<CriticalRow>(
    database,
    `SELECT identities.person_id AS personId, questions.id AS questionId, questions.label, evaluations.id AS evaluationId, evaluated_at AS at
     FROM evaluations JOIN answers ON answers.evaluation_id = evaluations.id JOIN questions ON questions.id = answers.question_id
     LEFT JOIN interactions ON interactions.id = evaluations.interaction_id
     JOIN identities ON identities.id = coalesce(evaluations.identity_id, interactions.identity_id)
     WHERE contact_day BETWEEN ? AND ? AND evaluations.has_failed_critical = 1 AND answers.has_failed_critical = 1
       AND origin <> 'automated' AND is_calibration = 0 ORDER BY contact_day DESC, evaluations.id DESC`,
    window.from,
    window.to,
  )
}
