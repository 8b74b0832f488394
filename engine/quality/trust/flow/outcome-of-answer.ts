import type { FormAnswer } from '../../../../shared/domain/scorecard/answers.ts'
import { optionsOf, type ScorecardQuestion } from '../../../../shared/domain/scorecard/definition.ts'
import { bestPoints, scoringAnswer } from '../../../../shared/domain/scorecard/score-answers.ts'

/** What an answer comes to beside one that only says passed or failed. */
export type AnswerOutcome = 'pass' | 'fail' | 'not applicable'

const PASSED_ABOVE = 0.5

/** Whether a share of a question's best passes it: more than half of it, as for automated answers. */
export const isPassed = (score0to1: number): boolean => score0to1 > PASSED_ABOVE

/** What an answer comes to; undefined where nothing was answered, or the question has no points to tell by. */
export function outcomeOfAnswer(question: ScorecardQuestion, answer: FormAnswer): AnswerOutcome | undefined {
  const scored = scoringAnswer(question, answer)
  if (scored === undefined) return undefined
  if (scored.state === 'not-applicable') return 'not applicable'
  const best = bestPoints(question)
  if (scored.points === null || best <= 0) return undefined
  return scored.fatal === undefined && isPassed(scored.points / best) ? 'pass' : 'fail'
}

/** The options of an answer in one word, the same whatever their order. */
export function optionsTaken({ optionIds, isNotApplicable }: FormAnswer): string {
  return isNotApplicable ? 'not applicable' : optionIds.toSorted().join('+')
}

/** The one option that says passed or failed; undefined where there are several ways to say it: a person has to choose. */
export function optionFor(question: ScorecardQuestion, outcome: 'pass' | 'fail'): FormAnswer | undefined {
  if (question.type !== 'yes-no' && question.type !== 'single') return undefined
  const answers = optionsOf(question)
    .map(({ id }) => choosing(question.id, id))
    .filter((answer) => outcomeOfAnswer(question, answer) === outcome)
  return answers.length === 1 ? answers[0] : undefined
}

/** An answer that takes one option. */
export function choosing(questionId: string, optionId: string): FormAnswer {
  return { questionId, optionIds: [optionId], number: null, text: '', isNotApplicable: false }
}
