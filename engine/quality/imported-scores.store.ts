import { all, run, type WritableDatabase } from '../store/index.ts'
import { recomputeScore, type ImportedAnswer } from './imported-score.ts'

interface AnswerOfEvaluation extends Omit<ImportedAnswer, 'hasFailedCritical'> {
  evaluationId: number
  vendorScore: number | null
  computedScore: number | null
  scoreBeforeFail: number | null
  hasFailedCritical: number
}

/** Recomputes the scores of imported evaluations that count on the given days, or have no day. */
export function refreshScores(database: WritableDatabase, days: ReadonlySet<number>): void {
  const rows = all<AnswerOfEvaluation>(
    database,
    `SELECT evaluations.id AS evaluationId, vendor_score AS vendorScore, computed_score AS computedScore, score_before_fail AS scoreBeforeFail,
       question_id AS questionId, score AS score0to1, points, max_points AS maxPoints, weight, answers.has_failed_critical AS hasFailedCritical
     FROM evaluations JOIN answers ON evaluation_id = evaluations.id
     WHERE transcript_id IS NULL AND (contact_day IS NULL OR contact_day IN (SELECT value FROM json_each(?))) AND is_not_applicable = 0
     ORDER BY evaluations.id`,
    JSON.stringify([...days]),
  )
  for (const [evaluationId, answers] of Map.groupBy(rows, (row) => row.evaluationId)) {
    const { vendorScore, computedScore, scoreBeforeFail } = answers[0]!
    const { score0to1, scoreBeforeFail0to1 } = recomputeScore(
      answers.map((answer) => ({ ...answer, hasFailedCritical: answer.hasFailedCritical === 1 })),
      vendorScore,
    )
    if (score0to1 !== computedScore || scoreBeforeFail0to1 !== scoreBeforeFail)
      run(
        database,
        'UPDATE evaluations SET computed_score = ?, score_before_fail = ? WHERE id = ?',
        score0to1,
        scoreBeforeFail0to1,
        evaluationId,
      )
  }
}
