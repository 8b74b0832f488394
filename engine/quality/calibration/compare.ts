import type { CalibrationResults, ComparedItem, Settlement } from '../../../shared/contract/calibration.ts'
import type { FormAnswer } from '../../../shared/domain/scorecard/answers.ts'
import type { ScorecardDefinition } from '../../../shared/domain/scorecard/definition.ts'
import { scoreAnswers } from '../../../shared/domain/scorecard/score-answers.ts'
import { agreementOf, ratingsTable } from '../../statistics/index.ts'
import { agreementFigures, besideReference, shareAlike } from './figures.ts'
import { ratingOf, ratingsOfForm, type Rating } from './ratings.ts'

/** A conversation as its reviewers scored it, with what a person settled of it. */
export interface ScoredItem {
  parts: ComparedItem['parts']
  /** By question id: what people settled, and once the session is closed all that stands. */
  stated: ReadonlyMap<string, Settlement>
}

/** What follows from the answers of one conversation: what is held to be right, what differs, and what is still open. */
export interface Settled {
  settled: Record<string, Settlement>
  settledScore0to1: number | null
  differing: string[]
  open: string[]
}

/**
 * What is held to be right of each question of a conversation: what was settled; else what the expert answered; else, where there is no expert,
 * what all answered alike. The rest is open. Words are left to people.
 */
export function settledOf(definition: ScorecardDefinition, item: ScoredItem, expert: string | null): Settled {
  const ratings = new Map(item.parts.map((part) => [part.reviewer, ratingsOfForm(definition, part.answers)]))
  const settled: Record<string, Settlement> = {}
  const differing: string[] = []
  const open: string[] = []
  for (const question of definition.questions) {
    if (question.type === 'text') continue
    const given = [...ratings.values()].flatMap((ofReviewer) => ofReviewer.get(question.id)?.category ?? [])
    const isAlike = new Set(given).size <= 1
    if (!isAlike) differing.push(question.id)
    const stated = item.stated.get(question.id)
    const implied = stated ?? impliedOf(question.id, item, expert, isAlike)
    if (implied !== null) settled[question.id] = implied
    else if (!isAlike) open.push(question.id)
  }
  const answers = Object.values(settled).map(({ answer }) => answer)
  const score = open.length > 0 || answers.length === 0 ? null : scoreAnswers(definition, answers).score0to1
  return { settled, settledScore0to1: score, differing, open }
}

function impliedOf(
  questionId: string,
  { parts }: ScoredItem,
  expert: string | null,
  isAlike: boolean,
): Settlement | null {
  const of = (basis: 'alike' | 'expert', answer: FormAnswer | undefined, takenFrom: string | null) => ({
    basis,
    answer: answer ?? notAsked(questionId),
    takenFrom,
    remark: '',
    settledBy: null,
    settledAt: null,
  })
  const ofExpert = parts.find(({ reviewer }) => reviewer === expert)
  if (ofExpert) return of('expert', ofExpert.answers[questionId]?.answer, ofExpert.reviewer)
  if (expert !== null || !isAlike) return null
  return of('alike', parts.find(({ answers }) => answers[questionId])?.answers[questionId]?.answer, null)
}

/** What a form's own answers left unasked does not apply. */
function notAsked(questionId: string): FormAnswer {
  return { questionId, optionIds: [], number: null, text: '', isNotApplicable: true }
}

/** Every figure of a revealed session; the expert, whose answers are the measure, is not measured by them. */
export function compareParts(
  definition: ScorecardDefinition,
  reviewers: readonly string[],
  items: readonly ComparedItem[],
  expert: string | null,
): Omit<CalibrationResults, 'items' | 'submissions'> {
  const rated = items.map((item) => ({
    item,
    ratings: new Map(item.parts.map((part) => [part.reviewer, ratingsOfForm(definition, part.answers)])),
    settled: settledRatings(definition, item),
  }))
  const compared = definition.questions.filter(({ type }) => type !== 'text')
  const besideSettled = (reviewer: string, questionIds: readonly string[]) =>
    besideReference(
      rated.flatMap(({ ratings, settled }) =>
        questionIds.flatMap((id): [Rating, Rating][] => {
          const [own, reference] = [ratings.get(reviewer)?.get(id), settled.get(id)]
          return own && reference ? [[own, reference]] : []
        }),
      ),
    )
  const withOthers = (reviewer: string) =>
    rated.flatMap(({ ratings }) =>
      compared.flatMap(({ id }) =>
        reviewers.flatMap((other): [Rating, Rating][] => {
          const [own, theirs] = [ratings.get(reviewer)?.get(id), ratings.get(other)?.get(id)]
          return other !== reviewer && own && theirs ? [[own, theirs]] : []
        }),
      ),
    )
  const measured = reviewers.filter((reviewer) => reviewer !== expert)
  const allIds = compared.map(({ id }) => id)
  return {
    questions: compared.map(({ id, title }) => ({
      questionId: id,
      title,
      differing: items.filter(({ differing }) => differing.includes(id)).length,
      open: items.filter(({ open }) => open.includes(id)).length,
      before: agreementFigures(
        rated.map(({ ratings }) => reviewers.map((reviewer) => ratings.get(reviewer)?.get(id) ?? null)),
      ),
      after: measured.map((reviewer) => ({ reviewer, ...besideSettled(reviewer, [id]) })),
    })),
    reviewers: reviewers.map((reviewer) => ({
      reviewer,
      meanScore0to1: mean(
        items.flatMap(({ parts }) => parts.find((part) => part.reviewer === reviewer)?.score0to1 ?? []),
      ),
      before: shareAlike(withOthers(reviewer)),
      after: { reviewer, ...besideSettled(reviewer, allIds) },
    })),
    scores: scoresOf(reviewers, items, expert),
  }
}

function settledRatings(definition: ScorecardDefinition, { settled }: ComparedItem): Map<string, Rating> {
  return new Map(
    definition.questions.flatMap((question): [string, Rating][] => {
      const rating = ratingOf(question, settled[question.id]?.answer)
      return rating === null ? [] : [[question.id, rating]]
    }),
  )
}

function scoresOf(
  reviewers: readonly string[],
  items: readonly ComparedItem[],
  expert: string | null,
): CalibrationResults['scores'] {
  const rows = items.map(({ parts }) =>
    reviewers.map((reviewer) => parts.find((part) => part.reviewer === reviewer)?.score0to1 ?? null),
  )
  const spreads = rows.flatMap((row) => {
    const scores = row.filter((score) => score !== null)
    return scores.length < 2 ? [] : [Math.max(...scores) - Math.min(...scores)]
  })
  const distances = items.flatMap(({ parts, settledScore0to1 }) =>
    settledScore0to1 === null
      ? []
      : parts.flatMap(({ reviewer, score0to1 }) =>
          score0to1 === null || reviewer === expert ? [] : [Math.abs(score0to1 - settledScore0to1)],
        ),
  )
  return {
    n: spreads.length,
    meanSpread: mean(spreads),
    largestSpread: spreads.length === 0 ? null : Math.max(...spreads),
    reliability: agreementOf(ratingsTable(rows, 'interval')).icc2,
    after: { n: distances.length, meanDistance: mean(distances) },
  }
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length
}
