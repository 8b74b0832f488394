import type { FormAnswer } from '../../../shared/domain/scorecard/answers.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readQuestionById } from './grading.store.ts'
import { readSettledWithQuotes } from './settlements.store.ts'

/** A case reviewers have settled: redacted words of a conversation, and the option they settled on (`not_applicable` where it does not apply). */
export interface SettledExample {
  /** The contact it was settled of; null where the conversation came with a session. */
  interactionId: number | null
  quote: string
  answer: string
  remark: string | null
}

/**
 * What closed sessions settled of a question (by its id in the workspace), the newest first: at most one example a conversation, and of those with
 * one option chosen. The quote is what a reviewer who answered so had put to it; where nobody had, there is no example.
 */
export function settledExamples(database: ReadableDatabase, questionId: number): SettledExample[] {
  const question = readQuestionById(database, questionId)
  if (!question) return []
  const examples = new Map<number, SettledExample>()
  for (const row of readSettledWithQuotes(database, question.scorecardId, question.stableKey)) {
    const { isNotApplicable, optionIds } = JSON.parse(row.answer) as FormAnswer
    const answer = isNotApplicable ? 'not_applicable' : optionIds.length === 1 ? optionIds[0]! : null
    const given =
      row.isGivenNotApplicable === 1 ? 'not_applicable' : (JSON.parse(row.given) as string[]).join('\n')
    if (answer === null || given !== answer || examples.has(row.itemId)) continue
    const { interactionId, quote, remark } = row
    examples.set(row.itemId, { interactionId, quote, answer, remark: remark === '' ? null : remark })
  }
  return [...examples.values()]
}
