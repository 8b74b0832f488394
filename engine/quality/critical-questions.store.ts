import { run, type WritableDatabase } from '../store/index.ts'

/** A question must have failed together with the form at least this often before it is taken for critical. */
const LEAST_FAILURES = 2

/**
 * Marks the questions that are critical: those an export marks on the answer itself, and those that its flag on the whole evaluation
 * gives away, because every evaluation in which they got nothing failed critically, and at least two did. Computed from all imported
 * evaluations, so that it is the same whatever order they came in.
 */
export function refreshCriticalQuestions(database: WritableDatabase): void {
  run(
    database,
    `WITH failed AS (
       SELECT question_id, max(answers.has_failed_critical) AS isMarked, count(*) AS failures, sum(evaluations.has_failed_critical) AS critical
       FROM answers JOIN evaluations ON evaluations.id = evaluation_id
       WHERE transcript_id IS NULL AND is_not_applicable = 0 AND (score = 0 OR answers.has_failed_critical = 1) GROUP BY question_id
     ), judged AS (
       SELECT questions.id, coalesce((SELECT isMarked = 1 OR (critical = failures AND failures >= ${LEAST_FAILURES}) FROM failed WHERE question_id = questions.id), 0) AS isCritical
       FROM questions
     )
     UPDATE questions SET is_critical = judged.isCritical FROM judged WHERE judged.id = questions.id AND judged.isCritical <> questions.is_critical`,
  )
}
