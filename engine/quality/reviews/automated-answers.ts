import type { AutomatedAnswer, DeskAnswer } from '../../../shared/contract/reviews.ts'
import { isAnswered } from '../../../shared/domain/scorecard/answers.ts'
import type { ScorecardDefinition } from '../../../shared/domain/scorecard/definition.ts'
import { policyInForce } from '../../governance/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readAnswers, readEvaluations, readEvidence, type EvaluationRow } from '../evaluations.store.ts'
import { askedAs, reasonInWords, starterScorecard } from '../rules/index.ts'
import { readAutomated, readOwnRuleAnswers } from '../trust/flow/automated.store.ts'
import { readFilled } from '../trust/flow/double-scored.store.ts'
import { OWN_RULE_SCORER, RULES_SCORER } from '../trust/flow/scorer.ts'
import { statesHere } from '../trust/flow/states-here.ts'
import type { ReviewRow } from './reviews.store.ts'

/**
 * What rules say of the questions of a form, of those alone that the reviewer has answered already, or that they filled in: elsewhere their
 * answer must not lead the reviewer's. What the form's own rule answers comes first, then the starter scorecard's question of the same id, else the
 * one that asks the same; of what was filled in, whichever of them filled it in.
 */
export function automatedAnswersFor(
  database: ReadableDatabase,
  { id, interactionId, scorecardId }: Pick<ReviewRow, 'id' | 'interactionId' | 'scorecardId'>,
  definition: ScorecardDefinition,
  answers: ReadonlyMap<string, DeskAnswer>,
): AutomatedAnswer[] {
  if (interactionId === null || policyInForce(database).document.automation.score === 'off') return []
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
  const filled = new Map(readFilled(database, id).map((one) => [one.questionKey, one.scorerId]))
  const versions = new Map(
    readOwnRuleAnswers(database, { scorecardId, scorerId: OWN_RULE_SCORER }, [interactionId]).map((row) => [
      row.questionKey,
      row.scorerVersion,
    ]),
  )
  const starterVersion = readAutomated(database, starter.id, [interactionId]).at(-1)?.scorerVersion ?? ''
  const stateOf = statesHere(database, { scorecardId, interactionId })
  const evidence = Map.groupBy(
    readEvidence(database, filter),
    ({ evaluationId, questionId }) => `${evaluationId} ${questionId}`,
  )
  return definition.questions.flatMap((question): AutomatedAnswer[] => {
    const given = answers.get(question.id)
    if (!isTold(given)) return []
    // what stands in the form is explained by what put it there
    const filler = given?.setBy === 'automation' ? (filled.get(question.id) ?? RULES_SCORER) : undefined
    if (filler !== undefined && filler !== RULES_SCORER && filler !== OWN_RULE_SCORER) return []
    const own = filler === RULES_SCORER ? undefined : byOwnRules.get(question.id)
    const found = own ?? byStarter.get(question.id) ?? byStarter.get(askedAs(starter, question.title) ?? '')
    if (found === undefined) return []
    return [
      {
        questionId: question.id,
        model: null,
        value: own?.value ?? null,
        outcome: found.score === null ? 'abstain' : found.score > 0.5 ? 'pass' : 'fail',
        confidence: found.confidence,
        sentence: found.abstainedBecause === null ? null : reasonInWords(found.abstainedBecause),
        trust: stateOf({
          questionKey: question.id,
          scorerId: own ? OWN_RULE_SCORER : RULES_SCORER,
          scorerVersion: own ? (versions.get(question.id) ?? '') : starterVersion,
        }),
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
