import type { AgreementFigures } from '../../../shared/contract/calibration.ts'
import { dayOfNumber } from '../../../shared/domain/time.ts'
import type { ReadableDatabase } from '../../store/index.ts'
import { agreementFigures } from './figures.ts'
import { windowOf } from './grade-reviewers.ts'
import { readGraded, readGradedAnswers, type GradedAnswerRow } from './grading.store.ts'
import { notApplicable, type Rating } from './ratings.ts'

/** How far reviewers agree on each question of a form. */
export interface GradedQuestions {
  from: string
  to: string
  contacts: number
  questions: {
    questionId: number
    stableKey: string
    label: string
    section: string | null
    agreement: AgreementFigures
  }[]
}

/**
 * Agreement on each question of a form, from contacts that two reviewers or more scored on it: revealed calibrations, and evaluations imported or
 * made here. Of one reviewer's several evaluations of a contact the newest counts.
 */
export function gradeQuestions(
  database: ReadableDatabase,
  scorecardId: number,
  days: number,
): GradedQuestions {
  const window = windowOf(database, days)
  const scored = readGraded(database, scorecardId, window).filter(({ contact }) => contact !== null)
  const contacts = [...Map.groupBy(scored, ({ contact }) => contact!).values()]
    .map((own) => new Map(own.map((one) => [one.reviewer, one.id])))
    .filter((byReviewer) => byReviewer.size > 1)
  const reviewers = [...new Set(contacts.flatMap((byReviewer) => [...byReviewer.keys()]))].toSorted()
  const answers = readGradedAnswers(
    database,
    contacts.flatMap((byReviewer) => [...byReviewer.values()]),
  )
  const questions = Map.groupBy(answers, ({ questionId }) => questionId)
  return {
    from: dayOfNumber(window.from),
    to: dayOfNumber(window.to),
    contacts: contacts.length,
    questions: [...questions].map(([questionId, own]) => {
      const given = new Map(own.map((answer) => [answer.evaluationId, ratingOfRow(answer)]))
      const { stableKey, label, section } = own[0]!
      const rows = contacts.map((byReviewer) =>
        reviewers.map((reviewer) => given.get(byReviewer.get(reviewer) ?? -1) ?? null),
      )
      return { questionId, stableKey, label, section, agreement: agreementFigures(rows) }
    }),
  }
}

function ratingOfRow({ value, score, isNotApplicable }: GradedAnswerRow): Rating | null {
  if (isNotApplicable === 1) return { category: notApplicable(), step: null }
  const category = value ?? (score === null ? null : String(score))
  return category === null || category === '' ? null : { category, step: score }
}
