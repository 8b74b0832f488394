import { all, type ReadableDatabase } from '../../store/index.ts'

/** A critical failure of a human evaluation. */
export interface CriticalRow {
  personId: number
  /** Null where the export says that something critical failed, but not what. */
  questionId: number | null
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
    `SELECT identities.person_id AS personId, answers.question_id AS questionId, evaluations.id AS evaluationId, evaluated_at AS at
     FROM evaluations LEFT JOIN answers ON answers.evaluation_id = evaluations.id AND (answers.has_failed_critical = 1
       OR (answers.score = 0 AND answers.question_id IN (SELECT id FROM questions WHERE is_critical = 1)))
     LEFT JOIN interactions ON interactions.id = evaluations.interaction_id
     JOIN identities ON identities.id = coalesce(evaluations.identity_id, interactions.identity_id)
     WHERE evaluations.contact_day BETWEEN ? AND ? AND evaluations.has_failed_critical = 1 AND origin <> 'automated' AND is_calibration = 0
     ORDER BY evaluations.contact_day DESC, evaluations.id DESC`,
    window.from,
    window.to,
  )
}
