import { t } from '#speech'
import type { DeskAnswer } from '../../../shared/contract/reviews.ts'
import { askedQuestions } from '../../../shared/domain/scorecard/asked-questions.ts'
import {
  isScored,
  optionsOf,
  type ScorecardDefinition,
  type ScorecardQuestion,
} from '../../../shared/domain/scorecard/definition.ts'
import { bestPoints, scoringAnswer } from '../../../shared/domain/scorecard/score-answers.ts'
import type { FormAnswer } from '../../../shared/domain/scorecard/answers.ts'

/** An answer as it is compared with others. */
export interface Rating {
  /** What was answered; "Not applicable" is an answer of its own. */
  category: string
  /** Share of the points of the best answer; null where it does not apply or gives no points. */
  step: number | null
}

export const notApplicable = () => t`Not applicable`

/** Whether a rating fails its question: less than or half of what the best answer gives. */
export function isFail({ step }: Rating): boolean {
  return step !== null && step <= 0.5
}

/** An answer on the form as it is compared; null where there is none, or where it is words, which nobody but people can compare. */
export function ratingOf(question: ScorecardQuestion, answer: FormAnswer | undefined): Rating | null {
  if (answer === undefined || question.type === 'text') return null
  if (answer.isNotApplicable) return { category: notApplicable(), step: null }
  const scored = scoringAnswer(question, answer)
  if (scored?.state !== 'answered') return null
  const best = bestPoints(question)
  const step = scored.points === null || !(best > 0) || !isScored(question) ? null : scored.points / best
  return { category: categoryOf(question, answer), step }
}

/** The ratings of one filled-in form by question: what its own answers leave unasked does not apply. */
export function ratingsOfForm(
  definition: ScorecardDefinition,
  answers: Readonly<Record<string, Pick<DeskAnswer, 'answer'>>>,
): Map<string, Rating> {
  const given = Object.values(answers).map(({ answer }) => answer)
  const asked = askedQuestions(definition, given)
  return new Map(
    definition.questions.flatMap((question): [string, Rating][] => {
      if (question.type === 'text') return []
      if (!asked.has(question.id)) return [[question.id, { category: notApplicable(), step: null }]]
      const rating = ratingOf(question, answers[question.id]?.answer)
      return rating === null ? [] : [[question.id, rating]]
    }),
  )
}

function categoryOf(question: ScorecardQuestion, answer: FormAnswer): string {
  const { number } = answer
  if (question.type === 'numeric') {
    const range = question.ranges.find(({ from, to }) => number !== null && from <= number && number <= to)
    return range === undefined ? String(number) : t`${{ from: range.from }} to ${{ to: range.to }}`
  }
  if (question.type === 'points') return String(number)
  return optionsOf(question)
    .filter(({ id }) => answer.optionIds.includes(id))
    .map(({ label }) => label)
    .join('; ')
}
