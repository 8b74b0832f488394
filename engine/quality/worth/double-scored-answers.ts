import { agreementOf, ratingsTable, type Coefficient } from '../../statistics/index.ts'
import type { Interval } from './spread.ts'
import type { DoubleAnswer } from './worth.store.ts'

/** How far reviewers agree on a question. */
export interface QuestionAgreement {
  items: number
  percent: Interval | null
  ac1: Interval | null
}

const RESAMPLES = 500

/**
 * Agreement between reviewers on one question, over conversations that two or more of them answered: the share of agreeing pairs and Gwet's AC1, which
 * stays sound where nearly everybody passes. An answer is its score, or that the question does not apply; of several by one reviewer the last counts.
 * Null where no conversation was scored twice.
 */
export function agreementOnQuestion(answers: readonly DoubleAnswer[]): QuestionAgreement | null {
  const raters = [...new Set(answers.map(({ evaluator }) => evaluator))].toSorted()
  const rows = [...Map.groupBy(answers, ({ item }) => item).values()]
    .map((own) => {
      const given = new Map(own.map((answer) => [answer.evaluator, optionOf(answer)]))
      return raters.map((rater) => given.get(rater) ?? null)
    })
    .filter((row) => row.filter((option) => option !== null).length > 1)
  if (rows.length === 0) return null
  const { percentAgreement, ac1 } = agreementOf(ratingsTable(rows, 'nominal'), { resamples: RESAMPLES })
  return { items: rows.length, percent: intervalOf(percentAgreement), ac1: intervalOf(ac1) }
}

function optionOf({ score, isNotApplicable }: DoubleAnswer): string | null {
  if (isNotApplicable === 1) return 'n/a'
  return score === null ? null : String(Math.round(score * 1000) / 1000)
}

function intervalOf(coefficient: Coefficient): Interval | null {
  return coefficient.value === null ? null : coefficient
}
