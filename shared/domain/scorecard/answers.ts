import { z } from 'zod'

/** An answer as it is given on a form. Which of the values counts follows from the question's type. */
export const formAnswer = z.strictObject({
  questionId: z.string(),
  optionIds: z.array(z.string()).max(100).default([]),
  /** Of `numeric` and `points` questions. */
  number: z.number().nullable().default(null),
  text: z.string().max(10_000).default(''),
  isNotApplicable: z.boolean().default(false),
})
export type FormAnswer = z.infer<typeof formAnswer>

/** Whether anything was answered. */
export function isAnswered(answer: FormAnswer | undefined): boolean {
  if (answer === undefined) return false
  return (
    answer.isNotApplicable ||
    answer.optionIds.length > 0 ||
    answer.number !== null ||
    answer.text.trim() !== ''
  )
}

/** Answers by their question; of several to one question the last counts. */
export function answersByQuestion(answers: readonly FormAnswer[]): Map<string, FormAnswer> {
  return new Map(answers.map((answer) => [answer.questionId, answer]))
}
