import type { OverturnRate } from '../../../shared/contract/disputes.ts'
import { wilsonInterval } from '../../statistics/index.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readDecidedAnswers, type DecidedAnswer } from './rates.store.ts'

/**
 * How often disputed answers are overturned, by question and by whose answer it was. An answer counts once, however many rounds it took, and as
 * overturned where a standing decision changed it. Wilson's interval, 95%. The most often overturned first; reviewers by name where nobody is ranked.
 */
export function overturnRates(
  database: ReadableDatabase,
  isRanked: boolean,
): {
  questions: (OverturnRate & { questionId: number; question: string; form: string })[]
  reviewers: (OverturnRate & { reviewer: string })[]
} {
  const decided = readDecidedAnswers(database)
  const questions = [...Map.groupBy(decided, ({ questionId }) => questionId)].map(([questionId, own]) => ({
    questionId,
    question: own[0]!.label,
    form: own[0]!.form,
    ...rateOf(own),
  }))
  const named = decided.filter((one): one is DecidedAnswer & { evaluator: string } => one.evaluator !== null)
  const reviewers = [...Map.groupBy(named, ({ evaluator }) => evaluator)].map(([reviewer, own]) => ({
    reviewer,
    ...rateOf(own),
  }))
  const byRate = (one: OverturnRate, other: OverturnRate) => other.share - one.share || other.n - one.n
  return {
    questions: questions.toSorted(byRate),
    reviewers: isRanked
      ? reviewers.toSorted(byRate)
      : reviewers.toSorted((one, other) => one.reviewer.localeCompare(other.reviewer)),
  }
}

function rateOf(own: readonly DecidedAnswer[]): OverturnRate {
  const overturned = own.filter(({ isOverturned }) => isOverturned === 1).length
  // of at least one answer
  const { share, low, high } = wilsonInterval(overturned, own.length)!
  return {
    n: own.length,
    overturned,
    reviewerErrors: own.filter(({ isReviewerError }) => isReviewerError === 1).length,
    share,
    low,
    high,
  }
}
