import type { Evaluation } from '../../shared/contract/conversations.ts'
import type { ReadableDatabase } from '../store/index.ts'
import { whyOpenInWords } from './judge/model-reasons.ts'
import { modelOfScorer } from './model-scorer.ts'
import {
  readAnswers,
  readEvaluations,
  readEvidence,
  type AnswerRow,
  type EvaluationFilter,
  type EvaluationRow,
} from './evaluations.store.ts'
import { readDisputesOf } from './disputes/evidence.store.ts'
import { compareScores } from '../../shared/domain/scoring/compare-scores.ts'

/** The metric id of a question: `auto:` for what rules answered, which is kept apart from human answers, and by which; what a model answers is in no metric. */
export function questionMetricId(evaluation: EvaluationRow, answer: AnswerRow): string {
  if (evaluation.scorerId !== null) return `${evaluation.scorerId}:${answer.questionId}`
  if (evaluation.origin !== 'automated') return `question:${answer.questionId}`
  if (evaluation.isByOwnRules === 1) return `auto:rule:${answer.questionId}`
  return `auto:${evaluation.transcriptId === null ? answer.questionId : answer.stableKey}`
}

/** Evaluations with their answers and evidence. `nameOf` gives a person's name. */
export function listEvaluations(
  database: ReadableDatabase,
  filter: EvaluationFilter,
  nameOf: (personId: number) => string,
): Evaluation[] {
  const answers = Map.groupBy(readAnswers(database, filter), (answer) => answer.evaluationId)
  const evidence = Map.groupBy(
    readEvidence(database, filter),
    (one) => `${one.evaluationId} ${one.questionId}`,
  )
  const rows = readEvaluations(database, filter)
  const disputes = new Map(
    readDisputesOf(
      database,
      rows.map(({ id }) => id),
    ).map(({ evaluationId, questionId, ...dispute }) => [`${evaluationId} ${questionId}`, dispute]),
  )
  return rows.map((row) => ({
    id: row.id,
    form: row.form,
    formVersion: row.formVersion === '' ? null : row.formVersion,
    origin: row.origin,
    isCalibration: row.isCalibration === 1,
    agent: row.personId === null ? null : { id: row.personId, name: nameOf(row.personId) },
    evaluator: row.evaluator,
    at: row.at,
    interactionId: row.interactionId,
    contactRef: row.contactRef,
    vendorScore: row.vendorScore,
    computedScore: row.computedScore,
    scoreBeforeFail: row.scoreBeforeFail,
    scoresDiffer: compareScores(row.vendorScore, row.computedScore).state === 'different',
    comment: row.comment,
    model: modelOfScorer(row.scorerId),
    answers: (answers.get(row.id) ?? []).map((answer) => ({
      questionId: questionMetricId(row, answer),
      label: answer.label,
      section: answer.section,
      value: answer.value,
      score0to1: answer.score,
      isNotApplicable: answer.isNotApplicable === 1,
      hasFailedCritical: answer.hasFailedCritical === 1,
      comment: answer.comment,
      confidence: answer.confidence,
      abstainedBecause: answer.abstainedBecause === null ? null : whyOpenInWords(answer.abstainedBecause),
      dispute: disputes.get(`${row.id} ${answer.questionId}`) ?? null,
      evidence: (evidence.get(`${row.id} ${answer.questionId}`) ?? []).map(
        ({ evaluationId: _evaluation, questionId: _question, ...span }) => span,
      ),
    })),
  }))
}
