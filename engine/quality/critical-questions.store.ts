import { all, run, type WritableDatabase } from '../store/index.ts'
import { criticalQuestions } from './critical-questions.ts'

interface FailureCounts {
  questionId: number
  stableKey: string
  scorecardId: number
  isCritical: number
  isMarked: number
  failures: number
  /** JSON: the evaluations that failed critically. */
  critical: string
}

/**
 * Marks the questions that are critical. Computed from all imported evaluations, so that it is the same whatever order they came in.
 */
export function refreshCriticalQuestions(database: WritableDatabase): void {
  const rows = all<FailureCounts>(
    database,
    `SELECT questions.id AS questionId, stable_key AS stableKey, scorecard_id AS scorecardId, is_critical AS isCritical, ifnull(isMarked, 0) AS isMarked,
       ifnull(failures, 0) AS failures, ifnull(critical, '[]') AS critical
     FROM questions LEFT JOIN (
       SELECT question_id, max(answers.has_failed_critical) AS isMarked, count(*) AS failures,
         json_group_array(evaluation_id) FILTER (WHERE evaluations.has_failed_critical = 1) AS critical
       FROM answers JOIN evaluations ON evaluations.id = evaluation_id
       WHERE origin <> 'automated' AND is_not_applicable = 0 AND (score = 0 OR answers.has_failed_critical = 1) GROUP BY question_id
     ) ON question_id = questions.id`,
  )
  const critical = criticalQuestions(
    rows.map((row) => ({
      ...row,
      isMarked: row.isMarked === 1,
      critical: JSON.parse(row.critical) as number[],
    })),
  )
  for (const { questionId, isCritical } of rows)
    if (critical.has(questionId) !== (isCritical === 1))
      run(
        database,
        'UPDATE questions SET is_critical = ? WHERE id = ?',
        Number(critical.has(questionId)),
        questionId,
      )
}
