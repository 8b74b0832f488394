import type { DeskAnswer } from '../../../shared/contract/reviews.ts'
import type { FormAnswer } from '../../../shared/domain/scorecard/answers.ts'
import { askedQuestions } from '../../../shared/domain/scorecard/asked-questions.ts'
import type { ScorecardDefinition } from '../../../shared/domain/scorecard/definition.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { readReviewAnswers, readReviewMoments, type ReviewAnswerRow } from './answers.store.ts'

/** The answers of a review by question, with the spans attached to them. */
export function answersOfReview(database: ReadableDatabase, reviewId: number): Map<string, DeskAnswer> {
  const moments = Map.groupBy(readReviewMoments(database, reviewId), ({ questionKey }) => questionKey)
  return new Map(
    readReviewAnswers(database, reviewId).map((row) => [
      row.questionKey,
      {
        answer: formAnswerOf(row),
        setBy: row.setBy,
        note: row.note,
        rootCauses: JSON.parse(row.rootCauses) as string[],
        moments: (moments.get(row.questionKey) ?? []).map(({ questionKey: _, ...moment }) => moment),
        answeredAt: row.answeredAt,
      },
    ]),
  )
}

function formAnswerOf(row: ReviewAnswerRow): FormAnswer {
  return {
    questionId: row.questionKey,
    optionIds: JSON.parse(row.optionIds) as string[],
    number: row.number,
    text: row.text,
    isNotApplicable: row.isNotApplicable === 1,
  }
}

/** What a form is answered with when nobody has touched it: its defaults, of the questions that are asked then. */
export function defaultAnswers(definition: ScorecardDefinition): FormAnswer[] {
  const preset = definition.questions.flatMap(({ id, defaultOptionId }) =>
    defaultOptionId === null
      ? []
      : [
          {
            questionId: id,
            optionIds: [defaultOptionId],
            number: null,
            text: '',
            isNotApplicable: false,
          },
        ],
  )
  const asked = askedQuestions(definition, preset)
  return preset.filter(({ questionId }) => asked.has(questionId))
}
