import { t } from '#speech'
import type { AutomatedAnswer, DeskAnswer } from '../../../shared/contract/reviews.ts'
import { isAnswered } from '../../../shared/domain/scorecard/answers.ts'
import type { ScorecardDefinition } from '../../../shared/domain/scorecard/definition.ts'
import { policyInForce } from '../../governance/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readEvidence } from '../evaluations.store.ts'
import { whyOpenInWords } from '../judge/model-reasons.ts'
import { readModelAnswers } from '../model-answers.store.ts'
import { modelOfScorer } from '../model-scorer.ts'
import { readFilled } from '../trust/flow/double-scored.store.ts'
import { statesHere } from '../trust/flow/states-here.ts'
import type { ReviewRow } from './reviews.store.ts'

/** What language models say of the questions of a form, of those alone that the reviewer has answered already, or that they filled in: else they must not lead. */
export function modelAnswersFor(
  database: ReadableDatabase,
  { id, interactionId, scorecardId }: Pick<ReviewRow, 'id' | 'interactionId' | 'scorecardId'>,
  { questions }: ScorecardDefinition,
  answers: ReadonlyMap<string, DeskAnswer>,
): AutomatedAnswer[] {
  if (interactionId === null || policyInForce(database).document.automation.score === 'off') return []
  const rows = readModelAnswers(database, interactionId, scorecardId)
  if (rows.length === 0) return []
  const evidence = Map.groupBy(
    readEvidence(database, { interactionId }),
    ({ evaluationId, questionId }) => `${evaluationId} ${questionId}`,
  )
  const filled = new Map(readFilled(database, id).map((one) => [one.questionKey, one.scorerId]))
  const stateOf = statesHere(database, { scorecardId, interactionId })
  return questions.flatMap(({ id: questionKey }): AutomatedAnswer[] => {
    const own = answers.get(questionKey)
    const isAnsweredHere = own?.setBy === 'reviewer' && isAnswered(own.answer)
    const filler = own?.setBy === 'automation' ? filled.get(questionKey) : undefined
    if (!isAnsweredHere && filler === undefined) return []
    return rows
      .filter((row) => row.stableKey === questionKey && (isAnsweredHere || row.scorerId === filler))
      .map((row) => ({
        questionId: questionKey,
        model: modelOfScorer(row.scorerId),
        trust: stateOf({ questionKey, scorerId: row.scorerId, scorerVersion: row.scorerVersion }),
        outcome: row.outcome === 'answered' ? outcomeOf(row.score) : 'abstain',
        value: row.outcome === 'answered' ? (row.value ?? t`Not applicable`) : null,
        confidence: row.confidence,
        sentence: row.abstainedBecause === null ? row.comment : whyOpenInWords(row.abstainedBecause),
        evidence: (evidence.get(`${row.evaluationId} ${row.questionId}`) ?? []).map(
          ({ evaluationId: _evaluation, questionId: _question, ...span }) => span,
        ),
      }))
  })
}

function outcomeOf(score: number | null): 'pass' | 'fail' | 'abstain' {
  return score === null ? 'abstain' : score > 0.5 ? 'pass' : 'fail'
}
