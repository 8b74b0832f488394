import { optionsOf, type ScorecardQuestion } from '../../shared/domain/scorecard/definition.ts'
import { bestPoints } from '../../shared/domain/scorecard/score-answers.ts'
import type { WritableDatabase } from '../store/index.ts'
import { NOT_APPLICABLE } from './judge/judge-question.ts'
import type { JudgeResult } from './judge/judge-result.ts'
import { modelEvaluation, writeModelAnswer, type WrittenModelAnswer } from './model-answers.store.ts'
import { modelScorerId, modelScorerVersion } from './model-scorer.ts'
import { questionId } from './scorecards.store.ts'

/** What a model was asked about. */
export interface ModelSubject {
  transcriptId: number
  conversationSha256: string
  scorecardId: number
  /** The version of the scorecard the question is taken from. */
  versionId: number
  question: ScorecardQuestion
}

/**
 * Keeps what a model said of a question as an automated answer of its own scorer: by itself it enters no score and no metric. Gives the contact
 * it is about; null where there is none, or the conversation is gone.
 */
export function writeModelResult(
  database: WritableDatabase,
  { transcriptId, conversationSha256, scorecardId, versionId, question }: ModelSubject,
  result: JudgeResult,
): number | null {
  const key = {
    transcriptId,
    versionId,
    scorerId: modelScorerId(result.asked.model),
    scorerVersion: modelScorerVersion(result.asked),
  }
  const evaluation = modelEvaluation(database, key)
  // the conversation was taken away meanwhile
  if (evaluation === undefined) return null
  const row = questionId(database, scorecardId, {
    stableKey: question.id,
    label: question.title,
    section: null,
    weight: question.weight,
    isCritical: false,
    position: 0,
  })
  writeModelAnswer(database, evaluation.id, key, {
    questionId: row,
    conversationSha256,
    asked: JSON.stringify(result.asked),
    ...answerOf(question, result),
  })
  return evaluation.interactionId
}

type Answer = Omit<WrittenModelAnswer, 'questionId' | 'conversationSha256' | 'asked'>

const none = { answer: null, value: null, score: null, confidence: null, comment: null }

function answerOf(question: ScorecardQuestion, result: JudgeResult): Answer {
  if (result.outcome !== 'answered')
    return {
      ...none,
      outcome: result.outcome,
      isNotApplicable: true,
      abstainedBecause: result.sentence,
      reason: result.reason,
      evidence: result.outcome === 'abstained' ? result.evidence : [],
    }
  const { answer, confidence, evidence } = result
  const given = {
    ...none,
    outcome: result.outcome,
    answer,
    confidence,
    comment: result.reason === '' ? null : result.reason,
    abstainedBecause: null,
    reason: null,
    evidence,
  }
  if (answer === NOT_APPLICABLE) return { ...given, isNotApplicable: true }
  const option = optionsOf(question).find(({ id }) => id === answer)
  const best = bestPoints(question)
  return {
    ...given,
    isNotApplicable: false,
    value: option?.label ?? answer,
    score: option && best > 0 ? Math.min(1, Math.max(0, option.points / best)) : null,
  }
}
