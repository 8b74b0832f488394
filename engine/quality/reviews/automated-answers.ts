import type { AutomatedAnswer, DeskAnswer } from '../../../shared/contract/reviews.ts'
import { isAnswered } from '../../../shared/domain/scorecard/answers.ts'
import type { ScorecardDefinition } from '../../../shared/domain/scorecard/definition.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readAnswers, readEvaluations, readEvidence } from '../evaluations.store.ts'
import { askedAs, starterScorecard } from '../rules/index.ts'
import { statesHere } from '../trust/flow/states-here.ts'
import type { ReviewRow } from './reviews.store.ts'

/**
 * What automation says of the questions of a form, of those alone that the reviewer has answered already, or that it filled in: elsewhere its
 * answer must not lead theirs. A question is matched by its id, else by what it asks.
 */
export function automatedAnswersFor(
  database: ReadableDatabase,
  { interactionId, scorecardId }: Pick<ReviewRow, 'interactionId' | 'scorecardId'>,
  definition: ScorecardDefinition,
  answers: ReadonlyMap<string, DeskAnswer>,
): AutomatedAnswer[] {
  if (interactionId === null) return []
  const filter = { interactionId }
  const automated = new Set(
    readEvaluations(database, filter)
      .filter(
        ({ origin, transcriptId, scorerId }) =>
          origin === 'automated' && transcriptId !== null && scorerId === null,
      )
      .map(({ id }) => id),
  )
  if (automated.size === 0) return []
  const starter = starterScorecard()
  const given = new Map(
    readAnswers(database, filter)
      .filter(({ evaluationId }) => automated.has(evaluationId))
      .map((answer) => [answer.stableKey, answer]),
  )
  const trust = statesHere(database, { scorecardId, interactionId })
  const evidence = Map.groupBy(
    readEvidence(database, filter),
    ({ evaluationId, questionId }) => `${evaluationId} ${questionId}`,
  )
  return definition.questions.flatMap((question): AutomatedAnswer[] => {
    if (!isTold(answers.get(question.id))) return []
    const found = given.get(question.id) ?? given.get(askedAs(starter, question.title) ?? '')
    if (found === undefined) return []
    return [
      {
        questionId: question.id,
        model: null,
        value: null,
        outcome: found.score === null ? 'abstain' : found.score > 0.5 ? 'pass' : 'fail',
        confidence: found.confidence,
        sentence: found.abstainedBecause,
        trust: trust.get(question.id) ?? 'shadow',
        evidence: (evidence.get(`${found.evaluationId} ${found.questionId}`) ?? []).map(
          ({ evaluationId: _evaluation, questionId: _question, ...span }) => span,
        ),
      },
    ]
  })
}

/** A remark without an answer is none yet. */
function isTold(given: DeskAnswer | undefined): boolean {
  return given?.setBy === 'automation' || (given?.setBy === 'reviewer' && isAnswered(given.answer))
}
