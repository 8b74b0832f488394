import type { ScorecardDefinition } from '../../shared/domain/scorecard/definition.ts'
import { all, each, run, type ReadableDatabase, type WritableDatabase } from '../store/index.ts'
import { recomputeScore, scoreOnForm, type ImportedAnswer } from './imported-score.ts'
import { definitionOf } from './scorecards/definition-of.ts'

interface AnswerOfEvaluation extends Omit<ImportedAnswer, 'hasFailedCritical'> {
  evaluationId: number
  versionId: number
  day: number | null
  vendorScore: number | null
  computedScore: number | null
  scoreBeforeFail: number | null
  hasFailedCritical: number
}

/** Which imported evaluations to score again: those that count on these days, or have no day; or all on one scorecard. */
export type Rescored = { days: ReadonlySet<number> } | { scorecardId: number }

/**
 * Recomputes the scores of imported evaluations, one in memory at a time: on the form itself where that is written down, else by what the export
 * carries. Gives the days on which a score changed.
 */
export function refreshScores(database: WritableDatabase, which: Rescored): number[] {
  const definitions = readDefinitions(database)
  const rows = each<AnswerOfEvaluation>(
    database,
    `SELECT evaluations.id AS evaluationId, evaluations.scorecard_version_id AS versionId, contact_day AS day, vendor_score AS vendorScore,
       computed_score AS computedScore, score_before_fail AS scoreBeforeFail, question_id AS questionId, score AS score0to1, points, max_points AS maxPoints,
       answers.weight, answers.has_failed_critical AS hasFailedCritical, stable_key AS stableKey, label, value, is_not_applicable AS isNotApplicable
     FROM evaluations JOIN answers ON evaluation_id = evaluations.id JOIN questions ON questions.id = question_id
     WHERE transcript_id IS NULL AND review_id IS NULL AND ${
       'days' in which
         ? '(contact_day IS NULL OR contact_day IN (SELECT value FROM json_each(?)))'
         : 'evaluations.scorecard_version_id IN (SELECT id FROM scorecard_versions WHERE scorecard_id = ?)'
     }
       -- what a decision on a dispute changed is scored with it
       AND NOT EXISTS (SELECT 1 FROM evaluation_edits WHERE evaluation_edits.evaluation_id = evaluations.id)
     ORDER BY evaluations.id`,
    'days' in which ? JSON.stringify([...which.days]) : which.scorecardId,
  )
  // a statement that is being read keeps the connection from writing
  const changed: {
    evaluationId: number
    day: number | null
    score: number | null
    beforeFail: number | null
  }[] = []
  let answers: AnswerOfEvaluation[] = []
  const finish = () => {
    const first = answers[0]
    if (!first) return
    const given = answers.map((answer) => ({ ...answer, hasFailedCritical: answer.hasFailedCritical === 1 }))
    const definition = definitions.get(first.versionId)
    const { score0to1, scoreBeforeFail0to1 } =
      (definition && scoreOnForm(definition, given)) ?? recomputeScore(given, first.vendorScore)
    if (score0to1 !== first.computedScore || scoreBeforeFail0to1 !== first.scoreBeforeFail)
      changed.push({
        evaluationId: first.evaluationId,
        day: first.day,
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
  return changed.flatMap(({ day }) => day ?? [])
}

/** The forms that are written down, by the version they are. */
function readDefinitions(database: ReadableDatabase): Map<number, ScorecardDefinition> {
  const rows = all<{ id: number; definition: string }>(
    database,
    `SELECT id, definition FROM scorecard_versions WHERE definition IS NOT NULL AND state = 'published'`,
  )
  return new Map(rows.map((row) => [row.id, definitionOf(row)!]))
}
