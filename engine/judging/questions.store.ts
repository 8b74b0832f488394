import { all, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'

/** The questions of a scorecard that a model may be asked. */
export function readQuestionsOn(database: ReadableDatabase, scorecardId: number): Set<string> {
  const rows = all<{ questionId: string }>(
    database,
    'SELECT question_key AS questionId FROM model_questions WHERE scorecard_id = ?',
    scorecardId,
  )
  return new Set(rows.map(({ questionId }) => questionId))
}

/** Switches a question on or off for a model. */
export function writeQuestionOn(
  database: WritableDatabase,
  scorecardId: number,
  questionId: string,
  isOn: boolean,
): void {
  run(
    database,
    isOn
      ? 'INSERT INTO model_questions (scorecard_id, question_key) VALUES (?, ?) ON CONFLICT DO NOTHING'
      : 'DELETE FROM model_questions WHERE scorecard_id = ? AND question_key = ?',
    scorecardId,
    questionId,
  )
}
