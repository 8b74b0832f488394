import type { AutomatedAnswer, DeskAnswer } from '../../../shared/contract/reviews.ts'
import { isAnswered } from '../../../shared/domain/scorecard/answers.ts'
import type { ScorecardDefinition } from '../../../shared/domain/scorecard/definition.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readEvidence } from '../evaluations.store.ts'
import { readModelAnswers } from '../model-answers.store.ts'
import { modelOfScorer } from '../model-scorer.ts'
import type { ReviewRow } from './reviews.store.ts'

/** What language models say of the questions of a form, of those alone that the reviewer has answered already: theirs must not lead. */
export function modelAnswersFor(
  database: ReadableDatabase,
  { interactionId, scorecardId }: Pick<ReviewRow, 'interactionId' | 'scorecardId'>,
  { questions }: ScorecardDefinition,
  answers: ReadonlyMap<string, DeskAnswer>,
): AutomatedAnswer[] {
  if (interactionId === null) return []
  const rows = readModelAnswers(database, interactionId, scorecardId)
  if (rows.length === 0) return []
  const evidence = Map.groupBy(
    readEvidence(database, { interactionId }),
    ({ evaluationId, questionId }) => `${evaluationId} ${questionId}`,
  )
  return questions.flatMap(({ id }): AutomatedAnswer[] => {
    const own = answers.get(id)
    if (own?.setBy !== 'reviewer' || !isAnswered(own.answer)) return []
    return rows
      .filter(({ stableKey }) => stableKey === id)
      .map((row) => ({
        questionId: id,
        model: modelOfScorer(row.scorerId),
        // a model has not been let fill in or count anywhere
        trust: 'shadow',
        outcome: row.outcome === 'answered' ? outcomeOf(row.score) : 'abstain',
        value: row.outcome === 'answered' ? (row.value ?? 'Not applicable') : null,
        confidence: row.confidence,
        sentence: row.abstainedBecause ?? row.comment,
        evidence: (evidence.get(`${row.evaluationId} ${row.questionId}`) ?? []).map(
          ({ evaluationId: _evaluation, questionId: _question, ...span }) => span,
        ),
      }))
  })
}

function outcomeOf(score: number | null): 'pass' | 'fail' | 'abstain' {
  return score === null ? 'abstain' : score > 0.5 ? 'pass' : 'fail'
}
