import { each, run, type WritableDatabase } from '../store/index.ts'
import { recomputeScore, type ImportedAnswer } from './imported-score.ts'

interface AnswerOfEvaluation extends Omit<ImportedAnswer, 'hasFailedCritical'> {
  evaluationId: number
  vendorScore: number | null
  computedScore: number | null
  scoreBeforeFail: number | null
  hasFailedCritical: number
}

/** Recomputes the scores of imported evaluations that count on the given days, or have no day; one evaluation in memory at a time. */
export function refreshScores(database: WritableDatabase, days: ReadonlySet<number>): void {
  const rows = each<AnswerOfEvaluation>(
    database,
    `SELECT evaluations.id AS evaluationId, vendor_score AS vendorScore, computed_score AS computedScore, score_before_fail AS scoreBeforeFail,
       question_id AS questionId, score AS score0to1, points, max_points AS maxPoints, weight, answers.has_failed_critical AS hasFailedCritical
     FROM evaluations JOIN answers ON evaluation_id = evaluations.id
     WHERE transcript_id IS NULL AND review_id IS NULL AND (contact_day IS NULL OR contact_day IN (SELECT value FROM json_each(?))) AND is_not_applicable = 0
     ORDER BY evaluations.id`,
    JSON.stringify([...days]),
  )
  // a statement that is being read keeps the connection from writing
  const changed: { evaluationId: number; score: number | null; beforeFail: number | null }[] = []
  let answers: AnswerOfEvaluation[] = []
  const finish = () => {
    const first = answers[0]
    if (!first) return
    const { score0to1, scoreBeforeFail0to1 } = recomputeScore(
      answers.map((answer) => ({ ...answer, hasFailedCritical: answer.hasFailedCritical === 1 })),
      first.vendorScore,
    )
    if (score0to1 !== first.computedScore || scoreBeforeFail0to1 !== first.scoreBeforeFail)
      changed.push({
        evaluationId: first.evaluationId,
        score: score0to1,
        beforeFail: scoreBeforeFail0to1,
      })
    answers = []
  }
  for (const answer of rows) {
    if (answers[0] && answers[0].evaluationId !== answer.evaluationId) finish()
    answers.push(answer)
  }
  finish()
  for (const { evaluationId, score, beforeFail } of changed)
    run(
      database,
      'UPDATE evaluations SET computed_score = ?, score_before_fail = ? WHERE id = ?',
      score,
      beforeFail,
      evaluationId,
    )
}
