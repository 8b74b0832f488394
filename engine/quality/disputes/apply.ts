import type { FormAnswer } from '../../../shared/domain/scorecard/answers.ts'
import type { AffectedDays } from '../../affected-days.ts'
import type { ReadableDatabase, WritableDatabase } from '../../store/index.ts'
import { answersOfReview } from '../reviews/filled-form.ts'
import { readOverturns, type DisputeRow } from './disputes.store.ts'
import {
  attachDispute,
  editAnswer,
  editScore,
  findEvaluations,
  readDetached,
  readSubject,
  readSubjectAnswers,
  readUnapplied,
  restoreStated,
  type DetachedRow,
  type Subject,
} from './edits.store.ts'
import { effectOf, type Effect, type Overturn, type StatedEvaluation } from './effect.ts'
import { questionFormOf } from './question-form.ts'

/** What an evaluation states as it lies in the tables: only right before decisions are applied. */
export function statedEvaluation(database: ReadableDatabase, subject: Subject): StatedEvaluation {
  return {
    answers: readSubjectAnswers(database, subject.id),
    score: {
      vendorScore: subject.vendorScore,
      computedScore: subject.computedScore,
      scoreBeforeFail: subject.scoreBeforeFail,
      hasFailedCritical: subject.hasFailedCritical === 1,
    },
    given: subject.reviewId === null ? null : answersOfReview(database, subject.reviewId),
  }
}

/** The standing overturns of an evaluation as its score takes them; of several rounds of one answer the last decides. */
export function overturnsOf(
  rows: readonly DisputeRow[],
  keyOf: (questionId: number) => string | undefined,
): Overturn[] {
  return rows.flatMap(({ questionId, answer, mayLower }) => {
    const questionKey = keyOf(questionId)
    if (questionKey === undefined || answer === null) return []
    return [{ questionKey, answer: JSON.parse(answer) as FormAnswer, mayLower: mayLower === 1 }]
  })
}

/** The answers of a review with what decisions on its evaluation made of them, as its form takes them. */
export function answersThatStand(
  database: ReadableDatabase,
  { evaluationId, reviewId }: { evaluationId: number; reviewId: number },
): FormAnswer[] {
  const answers = new Map(
    [...answersOfReview(database, reviewId)].map(([questionKey, { answer }]) => [questionKey, answer]),
  )
  const overturns = readOverturns(database, evaluationId)
  if (overturns.length > 0) {
    const keys = new Map(
      readSubjectAnswers(database, evaluationId).map(({ questionId, stableKey }) => [questionId, stableKey]),
    )
    for (const { questionKey, answer } of overturnsOf(overturns, (questionId) => keys.get(questionId)))
      answers.set(questionKey, answer)
  }
  return [...answers.values()]
}

/** Brings an evaluation in line with the decisions that stand, from what is stated of it. Adds the day it counts on to `affected`. */
export function applyOverturns(
  database: WritableDatabase,
  evaluationId: number,
  affected: AffectedDays,
): Effect | null {
  restoreStated(database, evaluationId)
  const subject = readSubject(database, evaluationId)
  if (!subject) return null
  affected.changed('evaluations', subject.contactDay)
  const rows = readOverturns(database, evaluationId)
  if (rows.length === 0) return null
  const stated = statedEvaluation(database, subject)
  const keys = new Map(stated.answers.map(({ questionId, stableKey }) => [questionId, stableKey]))
  const effect = effectOf(
    stated,
    questionFormOf(database, subject),
    overturnsOf(rows, (questionId) => keys.get(questionId)),
  )
  editScore(database, evaluationId, effect.score)
  for (const answer of effect.answers) editAnswer(database, evaluationId, answer)
  return effect
}

/**
 * After imports came or went: disputes whose evaluation is back find it again, and what imports state anew is brought in line with the decisions that
 * stand on it. An import never takes a decision back.
 */
export function refreshOverturns(database: WritableDatabase, affected: AffectedDays): void {
  for (const dispute of readDetached(database)) {
    const found = evaluationAgain(database, dispute)
    if (found !== undefined) attachDispute(database, dispute.id, found)
  }
  for (const id of readUnapplied(database)) applyOverturns(database, id, affected)
}

/** The only evaluation with the key of the one that went; among several the one by the same person at the same time. */
export function evaluationAgain(
  database: ReadableDatabase,
  lost: Omit<DetachedRow, 'id'>,
): number | undefined {
  const candidates = findEvaluations(database, lost)
  if (candidates.length === 1) return candidates[0]!.id
  const same = candidates.filter(
    ({ evaluatedAt, evaluator }) => evaluatedAt === lost.evaluatedAt && evaluator === lost.evaluator,
  )
  return same.length === 1 ? same[0]!.id : undefined
}
