import type { AutomatedAnswer, DeskAnswer } from '../../../shared/contract/reviews.ts'
import { isAnswered } from '../../../shared/domain/scorecard/answers.ts'
import type { ScorecardDefinition } from '../../../shared/domain/scorecard/definition.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readAnswers, readEvaluations, readEvidence, type EvaluationRow } from '../evaluations.store.ts'
import { askedAs, starterScorecard } from '../rules/index.ts'
import { statesHere } from '../trust/flow/states-here.ts'
import type { ReviewRow } from './reviews.store.ts'

/**
 * What automation says of the questions of a form, of those alone that the reviewer has answered already, or that it filled in: elsewhere its
 * answer must not lead theirs. What the form's own rules answer
 * comes first, then the starter scorecard's question of the same id, else the one that asks the same.
 */
export function automatedAnswersFor(
  database: ReadableDatabase,
  { interactionId, scorecardId }: Pick<ReviewRow, 'interactionId' | 'scorecardId'>,
  definition: ScorecardDefinition,
  answers: ReadonlyMap<string, DeskAnswer>,
): AutomatedAnswer[] {
  if (interactionId === null) return []
  const filter = { interactionId }
  const automated = readEvaluations(database, filter).filter(
    ({ origin, transcriptId, scorerId }) =>
      origin === 'automated' && transcriptId !== null && scorerId === null,
  )
  if (automated.length === 0) return []
  const starter = starterScorecard()
  const answersOf = (evaluations: readonly EvaluationRow[]) => {
    const ids = new Set(evaluations.map(({ id }) => id))
    return new Map(
      readAnswers(database, filter)
        .filter(({ evaluationId }) => ids.has(evaluationId))
        .map((answer) => [answer.stableKey, answer]),
    )
  }
  const byStarter = answersOf(automated.filter(({ isByOwnRules }) => isByOwnRules === 0))
  // keys of questions are a form's own: another form's rules say nothing here
  const byOwnRules = answersOf(
    automated.filter((one) => one.isByOwnRules === 1 && one.scorecardId === scorecardId),
  )
  const trust = statesHere(database, { scorecardId, interactionId })
  const evidence = Map.groupBy(
    readEvidence(database, filter),
    ({ evaluationId, questionId }) => `${evaluationId} ${questionId}`,
  )
  return definition.questions.flatMap((question): AutomatedAnswer[] => {
    const given = answers.get(question.id)
    if (!isTold(given)) return []
    // only the starter scorecard's answers fill in: what stands in the form is explained by what put it there
    const own = given?.setBy === 'automation' ? undefined : byOwnRules.get(question.id)
    const found = own ?? byStarter.get(question.id) ?? byStarter.get(askedAs(starter, question.title) ?? '')
    if (found === undefined) return []
    return [
      {
        questionId: question.id,
        model: null,
        value: own?.value ?? null,
        outcome: found.score === null ? 'abstain' : found.score > 0.5 ? 'pass' : 'fail',
        confidence: found.confidence,
        sentence: found.abstainedBecause,
        // rules of a form earn no trust yet
        trust: own ? 'shadow' : (trust.get(question.id) ?? 'shadow'),
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
