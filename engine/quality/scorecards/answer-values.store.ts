import { all, type ReadableDatabase } from '../../store/index.ts'

/** A value people answered a question with, and what it scored. */
export interface AnswerValueRow {
  questionId: number
  value: string | null
  score: number | null
  maxPoints: number | null
}

/** Every value that was given to a form's questions, each once, with what it scored most often. */
export function readAnswerValues(database: ReadableDatabase, scorecardId: number): AnswerValueRow[] {
  return all<AnswerValueRow>(
    database,
    // the other columns are those of the row with max()
    `SELECT questionId, value, score, maxPoints, max(iif(score IS NULL, 0, n)) FROM (
       SELECT question_id AS questionId, value, score, max(max_points) AS maxPoints, count(*) AS n
       FROM answers JOIN questions ON questions.id = question_id JOIN evaluations ON evaluations.id = evaluation_id
       WHERE scorecard_id = ? AND origin <> 'automated' AND is_not_applicable = 0 GROUP BY question_id, value, score)
     GROUP BY questionId, value ORDER BY questionId, sum(n) DESC LIMIT 20000`,
    scorecardId,
  )
}

/** A question as it is known by its answers. */
export interface KnownQuestionRow {
  id: number
  stableKey: string
  label: string
  section: string | null
  weight: number | null
  isCritical: number
}

/** The questions of a scorecard, in their order. */
export function readQuestionsOf(database: ReadableDatabase, scorecardId: number): KnownQuestionRow[] {
  return all<KnownQuestionRow>(
    database,
    `SELECT id, stable_key AS stableKey, label, section, weight, is_critical AS isCritical FROM questions WHERE scorecard_id = ? ORDER BY position, id`,
    scorecardId,
  )
}
